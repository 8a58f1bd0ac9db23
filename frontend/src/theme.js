// Before anything is painted: the light or dark theme that the reader chose here earlier.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is off: the theme of the system holds.
}
document.documentElement.classList.add("js");

// What every page gets with JavaScript: choice of theme, suggestions, evidence opened at once, copied addresses.
import { html } from "./links.js";
import { suggestions } from "./suggest.js";

theme();
evidence();
copies();
openTarget();
addEventListener("hashchange", openTarget);
for (const input of document.querySelectorAll("input[data-suggest]")) suggestions(input);

function theme() {
  const button = document.getElementById("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const current = () => document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light");
  const say = () => button.setAttribute("aria-pressed", String(current() === "dark"));
  say();
  dark.addEventListener("change", say);
  button.addEventListener("click", () => {
    const next = current() === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    say();
    try {
      localStorage.setItem("theme", next);
    } catch {
      // Storage is off: the choice holds for this page.
    }
  });
}

function evidence() {
  const button = document.getElementById("all");
  if (!button) return;
  const words = [button.textContent, button.dataset.close];
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(open));
    button.textContent = words[Number(open)];
    for (const one of document.querySelectorAll("details.sources")) one.open = open;
  });
}

function copies() {
  if (!navigator.clipboard) return; // a page that came without https may not copy
  for (const code of document.querySelectorAll("code[data-copy]")) {
    const button = html("button", { type: "button", className: "quiet", textContent: code.dataset.copy });
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = code.dataset.copied;
    });
    code.after(" ", button);
  }
}

function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let one = target; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
}

// A small box that follows the pointer over a drawing; the table beside the drawing says the same to everybody else.
import { html } from "./links.js";

export function tips(figure, describe) {
  const box = html("div", { className: "tip", hidden: true });
  box.setAttribute("aria-hidden", "true");
  figure.append(box);
  const show = (event) => {
    const target = event.target.closest("[data-key]");
    box.hidden = !target;
    if (!target) return;
    const lines = describe(target.dataset.key);
    box.replaceChildren(...lines.map((line, index) => html(index ? "span" : "strong", { textContent: line })));
    const area = figure.getBoundingClientRect();
    const left = Math.min(event.clientX - area.left + 14, area.width - box.offsetWidth - 4);
    box.style.left = `${Math.max(4, left)}px`;
    box.style.top = `${event.clientY - area.top + 16}px`;
  };
  figure.addEventListener("pointermove", show);
  figure.addEventListener("pointerleave", () => (box.hidden = true));
  figure.addEventListener("click", (event) => {
    const link = event.target.closest("[data-href]");
    if (link) location.href = link.dataset.href;
  });
}

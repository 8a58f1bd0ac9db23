// Names offered while somebody types (an ARIA combobox with a list box); the form works the same without.
import { html, lang, pageUrl, root } from "./links.js";

const PAUSE = 140;
let count = 0;

export function suggestions(input) {
  if (!("live" in document.body.dataset)) return;
  const list = html("ul", { className: "options", id: `options-${++count}`, hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.body.dataset.suggestions);
  input.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id], ["autocomplete", "off"]])
    input.setAttribute(name, value);
  const state = { input, list, hits: [], active: -1, asked: 0 };
  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask(state), PAUSE);
  });
  input.addEventListener("keydown", (event) => key(state, event));
  input.addEventListener("blur", () => close(state));
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const option = event.target.closest("[role=option]");
    if (option) choose(state, [...list.children].indexOf(option));
  });
}

async function ask(state) {
  const text = state.input.value.trim();
  const turn = ++state.asked;
  if (text.length < 2) return close(state);
  const query = new URLSearchParams({ q: text, kind: state.input.dataset.suggest, lang });
  const response = await fetch(`${root}suggest?${query}`);
  if (!response.ok || turn !== state.asked) return;
  state.hits = await response.json();
  if (document.activeElement === state.input) open(state);
}

function open(state) {
  const { list, hits, input } = state;
  state.active = -1;
  list.replaceChildren(...hits.map((hit, index) => option(list, hit, index)));
  list.hidden = !hits.length;
  input.setAttribute("aria-expanded", String(hits.length > 0));
  input.removeAttribute("aria-activedescendant");
}

function option(list, hit, index) {
  const element = html("li", { id: `${list.id}-${index}` }, html("span", { textContent: hit.label }));
  if (hit.matched !== hit.label) element.append(html("small", { textContent: hit.matched }));
  element.setAttribute("role", "option");
  element.setAttribute("aria-selected", "false");
  return element;
}

function close(state) {
  state.list.hidden = true;
  state.active = -1;
  state.input.setAttribute("aria-expanded", "false");
  state.input.removeAttribute("aria-activedescendant");
}

function key(state, event) {
  if (state.list.hidden) return;
  const last = state.hits.length - 1;
  if (event.key === "ArrowDown") move(state, state.active < last ? state.active + 1 : 0);
  else if (event.key === "ArrowUp") move(state, state.active > 0 ? state.active - 1 : last);
  else if (event.key === "Escape") close(state);
  else if (event.key === "Enter" && state.active >= 0) choose(state, state.active);
  else return;
  event.preventDefault();
}

function move(state, index) {
  state.active = index;
  [...state.list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === index)));
  const item = state.list.children[index];
  item.scrollIntoView({ block: "nearest" });
  state.input.setAttribute("aria-activedescendant", item.id);
}

function choose(state, index) {
  const hit = state.hits[index];
  close(state);
  if (state.input.dataset.suggest) state.input.value = hit.value;
  else location.href = pageUrl(`page/${hit.kind}/${decodeURIComponent(hit.value)}`);
}

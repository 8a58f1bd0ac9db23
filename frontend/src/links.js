// Addresses of pages, as the templates make them: relative to the page at hand, in its language.
const body = document.body.dataset;

export const lang = document.documentElement.lang;
export const root = body.root;

export function pageUrl(path) {
  return `${root}${path.split("/").map(encodeURIComponent).join("/").replaceAll("%2B", "+").replaceAll("%3A", ":")}.${lang}.html`;
}

export async function load(element, name = "source") {
  const response = await fetch(element.dataset[name]);
  if (!response.ok) throw new Error(`${response.status} ${element.dataset[name]}`);
  return response.json();
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function html(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

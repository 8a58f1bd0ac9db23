// States around the forums that they belong to; pointing at one shows its own ties.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { load, pageUrl, svg } from "./links.js";
import { tips } from "./tip.js";

const figure = document.getElementById("network");
const NARROW = 640;
const [WIDTH, HEIGHT] = figure.clientWidth < NARROW ? [480, 860] : [1000, 760];
const STEPS = 260;

start();

async function start() {
  const page = await load(figure);
  const nodes = [...page.forums.map((ref) => ({ ref, forum: true })), ...page.states.map((ref) => ({ ref, forum: false }))];
  nodes.forEach((node) => (node.id = node.ref.address));
  const byId = new Map(nodes.map((node) => [node.id, { ...node, near: new Set() }]));
  const links = page.links.map(([source, target, role]) => ({ source, target, role }));
  for (const { source, target } of links) {
    byId.get(source).near.add(target);
    byId.get(target).near.add(source);
  }
  settle(nodes, links);
  const canvas = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": figure.dataset.label });
  canvas.append(...links.map(tie), ...nodes.filter((node) => !node.forum).map(state), ...nodes.filter((node) => node.forum).map(forum));
  figure.append(canvas);
  tips(figure, (key) => describe(byId.get(key), byId));
  highlight(canvas, byId);
}

function settle(nodes, links) {
  const simulation = forceSimulation(nodes)
    .force("link", forceLink(links).id((node) => node.id).distance(70).strength(0.25))
    .force("charge", forceManyBody().strength((node) => (node.forum ? -420 : -38)))
    .force("x", forceX(0).strength(0.045))
    .force("y", forceY(0).strength(0.075))
    .force("collide", forceCollide((node) => (node.forum ? 24 : 7)))
    .stop();
  simulation.tick(STEPS);
  const span = (axis) => [Math.min(...nodes.map((node) => node[axis])), Math.max(...nodes.map((node) => node[axis]))];
  const [x, y] = [span("x"), span("y")];
  for (const node of nodes) {
    node.x = 50 + ((node.x - x[0]) / (x[1] - x[0])) * (WIDTH - 100);
    node.y = 30 + ((node.y - y[0]) / (y[1] - y[0])) * (HEIGHT - 60);
  }
}

const round = (number) => number.toFixed(1);

function tie(link) {
  return svg("line", {
    class: `tie ${link.role}`, x1: round(link.source.x), y1: round(link.source.y), x2: round(link.target.x), y2: round(link.target.y),
    "data-ends": `${link.source.id} ${link.target.id}`,
  });
}

function state(node) {
  return svg("circle", { class: "dot", cx: round(node.x), cy: round(node.y), r: 5, "data-key": node.id, "data-href": pageUrl(node.ref.path) });
}

function forum(node) {
  const name = node.id.split("/").pop();
  const width = 14 + name.length * 7.6;
  return svg(
    "g",
    { class: "forum", transform: `translate(${round(node.x)} ${round(node.y)})`, "data-key": node.id, "data-href": pageUrl(node.ref.path) },
    svg("rect", { x: round(-width / 2), y: -11, width: round(width), height: 22, rx: 11 }),
    svg("text", { y: 4.5, "text-anchor": "middle" }, name),
  );
}

function describe(node, byId) {
  const near = [...node.near].map((id) => byId.get(id).ref.label).sort((a, b) => a.localeCompare(b, document.documentElement.lang));
  return [node.ref.label, ...near.slice(0, 14), ...(near.length > 14 ? [`+ ${near.length - 14}`] : [])];
}

function highlight(canvas, byId) {
  canvas.addEventListener("pointerover", (event) => {
    const id = event.target.closest("[data-key]")?.dataset.key;
    canvas.classList.toggle("focused", Boolean(id));
    for (const element of canvas.querySelectorAll("[data-key]")) {
      const key = element.dataset.key;
      element.classList.toggle("near", key === id || Boolean(id && byId.get(id).near.has(key)));
    }
    for (const element of canvas.querySelectorAll("[data-ends]")) {
      element.classList.toggle("near", Boolean(id) && element.dataset.ends.split(" ").includes(id));
    }
  });
}

// A small globe with the places of a page: one place in its middle, or all meetings of a forum.
import { geoOrthographic, geoCentroid, geoDistance } from "d3-geo";
import { svg } from "./links.js";
import { drawWorld, outlines } from "./world.js";

const SIZE = 240;

// Drawn when it comes into view: on a phone it stands below everything else.
const watcher = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) {
    if (!isIntersecting) continue;
    watcher.unobserve(target);
    setTimeout(draw, 0, target);
  }
});
for (const figure of document.querySelectorAll("[data-points]")) watcher.observe(figure);

async function draw(figure) {
  const points = figure.dataset.points.split(" ").map((pair) => pair.split(",").map(Number).reverse());
  const middle = geoCentroid({ type: "MultiPoint", coordinates: points });
  const projection = geoOrthographic()
    .rotate([-middle[0], -middle[1]])
    .fitExtent([[2, 2], [SIZE - 2, SIZE - 2]], { type: "Sphere" });
  const canvas = svg("svg", { viewBox: `0 0 ${SIZE} ${SIZE}`, role: "img", "aria-label": figure.dataset.label });
  drawWorld(canvas, projection, await outlines(figure));
  for (const point of points) {
    if (geoDistance(point, middle) > Math.PI / 2) continue;
    const [x, y] = projection(point);
    canvas.append(svg("circle", { class: "dot", cx: x.toFixed(1), cy: y.toFixed(1), r: points.length > 1 ? 4 : 6 }));
  }
  figure.append(canvas);
}

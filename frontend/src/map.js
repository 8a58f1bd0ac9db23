// The map of all meetings: a dot for each city, as large as its meetings are many; one forum can be looked at alone.
import { geoEqualEarth } from "d3-geo";
import { html, load, pageUrl, svg } from "./links.js";
import { tips } from "./tip.js";
import { drawWorld, outlines } from "./world.js";

const figure = document.getElementById("map");
const WIDTH = 1000;
const HEIGHT = 500;
const CLOSEST = 900; // of a zoom to a forum's cities: closer than that the outlines become coarse

start();

async function start() {
  const [page, world] = await Promise.all([load(figure), outlines(figure)]);
  const canvas = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": figure.dataset.label });
  const choice = chooser(page.moments);
  let shown = new Map();
  const draw = () => {
    shown = cities(page.moments.filter((moment) => !choice.select.value || moment.forum?.address === choice.select.value));
    const projection = view([...shown.values()], Boolean(choice.select.value));
    canvas.replaceChildren();
    drawWorld(canvas, projection, world);
    for (const city of [...shown.values()].sort((a, b) => b.moments.length - a.moments.length)) canvas.append(dot(city, projection));
  };
  choice.select.addEventListener("change", draw);
  figure.append(choice.element, canvas);
  draw();
  tips(figure, (key) => describe(shown.get(key)));
}

function cities(moments) {
  const found = new Map();
  for (const moment of moments) {
    if (!moment.city) continue;
    const known = found.get(moment.city.address) ?? { ...moment, moments: [] };
    known.moments.push(moment);
    found.set(moment.city.address, known);
  }
  return found;
}

function view(found, close) {
  const projection = geoEqualEarth();
  if (!close || !found.length) return projection.fitExtent([[4, 4], [WIDTH - 4, HEIGHT - 4]], { type: "Sphere" });
  const points = { type: "MultiPoint", coordinates: found.map((city) => [city.longitude, city.latitude]) };
  projection.fitExtent([[160, 100], [WIDTH - 160, HEIGHT - 100]], points);
  if (projection.scale() > CLOSEST) {
    const [x, y] = centre(points.coordinates);
    projection.rotate([-x, 0]).center([0, y]).scale(CLOSEST).translate([WIDTH / 2, HEIGHT / 2]);
  }
  return projection.clipExtent([[0, 0], [WIDTH, HEIGHT]]);
}

function centre(coordinates) {
  return [0, 1].map((axis) => {
    const values = coordinates.map((point) => point[axis]);
    return (Math.min(...values) + Math.max(...values)) / 2;
  });
}

function dot(city, projection) {
  const [x, y] = projection([city.longitude, city.latitude]);
  return svg("circle", {
    class: "dot", cx: x.toFixed(1), cy: y.toFixed(1), r: (3 + 2.2 * Math.sqrt(city.moments.length)).toFixed(1),
    "data-key": city.city.address, "data-href": pageUrl(city.city.path),
  });
}

function describe(city) {
  const place = city.state ? `${city.city.label}, ${city.state.label}` : city.city.label;
  const lines = city.moments.slice(0, 8).map((moment) => `${moment.start.slice(0, 4)}  ${moment.meeting.label}`);
  return [place, ...lines, ...(city.moments.length > 8 ? [`+ ${city.moments.length - 8}`] : [])];
}

function chooser(moments) {
  const forums = new Map(moments.filter((one) => one.forum).map((one) => [one.forum.address, one.forum.label]));
  const select = html("select", { id: "map-forum" });
  select.append(html("option", { value: "", textContent: figure.dataset.all }));
  const sorted = [...forums].sort((a, b) => a[1].localeCompare(b[1], document.documentElement.lang));
  select.append(...sorted.map(([value, textContent]) => html("option", { value, textContent })));
  const label = html("label", { htmlFor: "map-forum", textContent: figure.dataset.forum });
  return { select, element: html("p", { className: "controls" }, label, " ", select) };
}

// Outlines of countries (Natural Earth, by way of world-atlas), drawn in any projection.
import { geoGraticule10, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import { load, svg } from "./links.js";

export async function outlines(element) {
  const topology = await load(element, "world");
  const countries = topology.objects.countries;
  return { land: feature(topology, countries), borders: mesh(topology, countries, (a, b) => a !== b) };
}

export function drawWorld(canvas, projection, world) {
  const path = geoPath(projection);
  canvas.append(
    svg("path", { class: "sea", d: path({ type: "Sphere" }) ?? "" }),
    svg("path", { class: "graticule", d: path(geoGraticule10()) ?? "" }),
    svg("path", { class: "land", d: path(world.land) ?? "" }),
    svg("path", { class: "borders", d: path(world.borders) ?? "" }),
  );
}

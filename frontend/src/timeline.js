// Forums as rows, years as columns, meetings as dots; the tables below say the same.
import { load, pageUrl, svg } from "./links.js";
import { tips } from "./tip.js";

const figure = document.getElementById("timeline");
const ROW = 24;
const TOP = 28;
const NARROW = 640;

start();

async function start() {
  const page = await load(figure);
  const meetings = new Map(page.lanes.flatMap((lane) => lane.moments).map((one) => [one.meeting.address, one]));
  const forums = new Map(page.lanes.map((lane) => [lane.forum.address, lane.forum]));
  let width = 0;
  const draw = () => {
    if (figure.clientWidth === width) return;
    width = figure.clientWidth;
    figure.querySelector("svg")?.remove();
    figure.prepend(picture(page, width));
  };
  draw();
  new ResizeObserver(draw).observe(figure);
  tips(figure, (key) => (forums.has(key) ? [forums.get(key).label] : describe(meetings.get(key))));
}

function picture(page, width) {
  const left = width < NARROW ? 76 : 300;
  const height = TOP + page.lanes.length * ROW + 8;
  const canvas = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": figure.dataset.label });
  const x = (year) => left + 12 + ((year - page.first) / (page.last + 1 - page.first)) * (width - left - 24);
  const step = width < NARROW ? 10 : 5;
  for (let year = Math.ceil(page.first / step) * step; year <= page.last; year += step) {
    canvas.append(
      svg("line", { class: "grid", x1: x(year), x2: x(year), y1: TOP - 8, y2: height }),
      svg("text", { class: "year", x: x(year), y: TOP - 13, "text-anchor": "middle" }, String(year)),
    );
  }
  page.lanes.forEach((lane, index) => canvas.append(row(lane, TOP + index * ROW, x, left, width)));
  return canvas;
}

function row(lane, y, x, left, width) {
  const group = svg("g", { transform: `translate(0 ${y})` });
  const days = lane.moments.map((moment) => when(moment.start)).filter(Boolean);
  const name = left < 100 ? lane.forum.address.split("/").pop() : lane.forum.label;
  const most = left < 100 ? 9 : 42;
  const text = name.length > most ? `${name.slice(0, most - 1)}…` : name;
  group.append(
    svg("rect", { class: "lane", x: 0, y: 0, width, height: ROW }),
    svg("text", { class: "name", x: left, y: 16, "text-anchor": "end", "data-key": lane.forum.address, "data-href": pageUrl(lane.forum.path) }, text),
  );
  if (days.length) group.append(svg("line", { class: "span", x1: x(Math.min(...days)), x2: x(Math.max(...days)), y1: 12, y2: 12 }));
  for (const moment of lane.moments) {
    const day = when(moment.start);
    if (day) group.append(mark(moment, x(day)));
  }
  return group;
}

function mark(moment, x) {
  const exact = moment.start.length > 4 ? "dot" : "dot vague";
  return svg("circle", {
    class: exact, cx: x.toFixed(1), cy: 12, r: 5, "data-key": moment.meeting.address, "data-href": pageUrl(moment.meeting.path),
  });
}

function when(date) {
  const [year, month, day] = date.split("-").map(Number);
  if (!year) return 0;
  return month ? year + (month - 1) / 12 + ((day || 15) - 1) / 372 : year + 0.5;
}

function describe(moment) {
  const dates = moment.end && moment.end !== moment.start ? `${moment.start} – ${moment.end}` : moment.start;
  const place = [moment.city?.label, moment.state?.label].filter(Boolean).join(", ");
  return [moment.meeting.label, dates, ...(place ? [place] : [])];
}

// The SPARQL editor: Yasqe over the plain text area of the page, completed from the graph's own vocabulary.
import Yasqe from "@zazuko/yasqe";
import "@zazuko/yasqe/build/yasqe.min.css";
import { html, lang, pageUrl } from "./links.js";

const ID = "https://w3id.org/migkg/id/";
const MOST = 60; // suggestions at once
const form = document.getElementById("sparql");
const area = form.querySelector("textarea");
const format = form.querySelector("select");
const answer = document.getElementById("answer");
const status = document.getElementById("status");
const words = form.dataset;
let vocabulary;
let turn = 0;

const asked = new URLSearchParams(location.hash.slice(1)).get("query");
if (asked) area.value = asked;

// Nothing here asks another host: no prefix.cc, no Linked Open Vocabularies, no share links.
Object.assign(Yasqe.defaults, { autocompleters: ["terms", "variables"], persistenceId: null, createShareableLink: null, consumeShareLink: null });
for (const name of Object.keys(Yasqe.Autocompleters)) if (name !== "variables") delete Yasqe.Autocompleters[name];
Yasqe.registerAutocompleter({
  name: "terms",
  bulk: false,
  autoShow: false,
  isValidCompletionPosition: (editor) => !["string", "comment", "variable-2"].includes(editor.getCompleteToken().type),
  get: suggest,
  preProcessToken: (_, token) => token,
  postProcessSuggestion: (_, __, text) => text,
  postprocessHints: (_, hints) => hints.map((hint) => ({ ...hint, displayText: shown(hint.text) })),
}, false);

const editor = new Yasqe(form.querySelector(".editor"), {
  value: area.value, showQueryButton: false, resizeable: false, editorHeight: "20rem", lineWrapping: true, screenReaderLabel: words.label,
  extraKeys: { Tab: false, "Shift-Tab": false, "Ctrl-Enter": run, "Cmd-Enter": run, "Ctrl-Space": () => editor.autocomplete() },
});
area.hidden = true;
// The keys are told where there is an editor that knows them, to who hears the page too.
form.querySelector(".run").before(html("p", { className: "note", id: "keys", textContent: words.keys }));
editor.getInputField().setAttribute("aria-describedby", "keys");
form.querySelector(`label[for="${area.id}"]`).addEventListener("click", () => editor.focus());
format.prepend(html("option", { value: "table", textContent: words.table, selected: true }));
format.value = "table";
form.addEventListener("submit", (event) => {
  area.value = editor.getValue();
  if (format.value !== "table") return;
  event.preventDefault();
  run();
});

async function post(query, accept) {
  return fetch(words.endpoint, { method: "POST", headers: { Accept: accept, "Content-Type": "application/sparql-query" }, body: query });
}

// Only the line of the status is spoken: a screen reader must not be made to read out a whole table.
async function run() {
  const mine = ++turn;
  answer.replaceChildren();
  say(words.running);
  const show = await reply().catch(() => () => fail({ title: words.unanswered }));
  if (mine !== turn) return; // it was asked again meanwhile
  say("");
  show();
}

function say(text, className = "") {
  Object.assign(status, { textContent: text, className });
}

// What shows the answer of the server, once it is there.
async function reply() {
  const response = await post(editor.getValue(), "application/sparql-results+json, text/turtle;q=0.9");
  const kind = response.headers.get("Content-Type") ?? "";
  const cut = response.headers.get("Migkg-Truncated") === "true" ? ` – ${words.cut}` : "";
  if (!kind.includes("json")) return texts(await response.text(), response.ok, cut);
  const result = await response.json();
  if (!response.ok) return () => fail(result);
  return "boolean" in result ? () => say(String(result.boolean), "reply") : () => table(result, cut);
}

function texts(text, good, cut) {
  if (!good) throw new Error("no answer of ours");
  return () => {
    say(`${words.answer}${cut}`);
    reached(html("pre", { textContent: text }));
  };
}

// What is wider than the page scrolls by itself, with the keyboard too.
function reached(box) {
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", words.answer);
  answer.append(box);
}

function fail(problem) {
  const place = html("pre", { textContent: [problem.title, problem.detail].filter(Boolean).join("\n") });
  const box = html("div", {}, `${words.problem} `, place);
  box.setAttribute("role", "alert");
  answer.append(box);
}

function table({ head, results }, cut) {
  const rows = results.bindings.map((row) => html("tr", {}, ...head.vars.map((name) => html("td", {}, ...(row[name] ? [cell(row[name])] : [])))));
  const names = head.vars.map((name) => html("th", { scope: "col", textContent: name }));
  say(`${words.rows.replace("{number}", rows.length)}${cut}`);
  const grid = html("table", {}, html("thead", {}, html("tr", {}, ...names)), html("tbody", {}, ...rows));
  reached(html("div", { className: "scroll" }, grid));
}

function cell({ type, value, "xml:lang": tag }) {
  if (type !== "uri") return html("span", tag ? { textContent: value, lang: tag } : { textContent: value });
  const text = shorten(value);
  if (value.startsWith(ID)) return html("a", { href: pageUrl(`page/${decodeURIComponent(value.slice(ID.length))}`), textContent: text });
  return /^https?:/.test(value) ? html("a", { href: value, rel: "external noopener", textContent: text }) : html("span", { textContent: value });
}

function shorten(address) {
  const prefixes = Object.entries(editor.getPrefixesFromQuery()).sort((a, b) => b[1].length - a[1].length);
  const [prefix, base] = prefixes.find(([, start]) => address.startsWith(start)) ?? [];
  return base === undefined ? address : `${prefix}:${address.slice(base.length)}`;
}

// Terms of the ontology by the beginning of their name or of their label, as they stand in a query.
async function suggest(_, token) {
  vocabulary ??= await load();
  const typed = (token?.string ?? "").trim().toLowerCase();
  const bare = typed.replace(/^[^:<]*[:<]/, "");
  const found = [...vocabulary].filter(([text, label]) => text.toLowerCase().startsWith(typed) || label.toLowerCase().includes(bare));
  return found.map(([text]) => text).slice(0, MOST);
}

async function load() {
  const query = `SELECT ?term ?label WHERE { VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty owl:NamedIndividual }
    ?term a ?kind ; rdfs:label ?label . FILTER(lang(?label) = "${lang}") } ORDER BY ?term`;
  const response = await post(query, "application/sparql-results+json");
  const found = response.ok ? (await response.json()).results.bindings : [];
  return new Map(found.map(({ term, label }) => [known(term.value), label.value]));
}

function known(address) {
  const text = shorten(address);
  return text === address ? `<${address}>` : text;
}

function shown(text) {
  const label = vocabulary?.get(text);
  return label ? `${text}  –  ${label}` : text;
}

// Asks an endpoint with Comunica: node ask.js ENDPOINT QUERY. Prints the bindings, or what else was answered, as JSON.
import { QueryEngine } from "@comunica/query-sparql";

const [endpoint, query] = process.argv.slice(2);
const result = await new QueryEngine().query(query, { sources: [{ type: "sparql", value: endpoint }] });

const term = (one) => ({ type: one.termType, value: one.value, lang: one.language ?? "" });
const made = await result.execute();
if (result.resultType === "boolean") {
  console.log(JSON.stringify(made));
} else if (result.resultType === "quads") {
  const quads = await made.toArray();
  console.log(JSON.stringify(quads.map((quad) => [quad.subject, quad.predicate, quad.object].map(term))));
} else {
  const rows = await made.toArray();
  console.log(JSON.stringify(rows.map((row) => Object.fromEntries([...row].map(([key, one]) => [key.value, term(one)])))));
}

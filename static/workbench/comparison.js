/** Two versions of a mark field by field, mine beside theirs; only what differs. */

import { element } from "./element.js";

/** @typedef {Record<string, string>} Fields in words */

/** @param {object} mine @param {object} theirs @param {(annotation: object) => [string, any][]} facts of the card @param {object} settings */
export function comparison(mine, theirs, facts, settings) {
  const { texts } = settings;
  const [own, other] = [mine, theirs].map((annotation) => fields(annotation, facts(annotation), settings));
  const names = [...new Set([...Object.keys(own), ...Object.keys(other)])].filter((name) => own[name] !== other[name]);
  const rows = names.map((name) => element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, own[name] ?? "–"), element("td", {}, other[name] ?? "–")));
  const titles = ["", texts.mine, texts.theirs].map((title) => element("th", { scope: "col" }, title));
  return element("table", { class: "comparison" }, element("thead", {}, element("tr", {}, ...titles)), element("tbody", {}, ...rows));
}

/** @param {object} annotation @param {[string, any][]} facts @param {object} settings @returns {Fields} */
function fields({ exact, kind, state, verdict }, facts, { texts, words }) {
  const said = [
    [texts.words, exact],
    [texts.kind, words.kind[kind]],
    [texts.state, words.state[state]],
    [texts.verdict, words.verdict[verdict?.status ?? "unchecked"]],
    [texts.note, verdict?.note],
    [texts.correction, verdict?.correction],
    [texts.question, verdict?.question],
    ...facts.map(([name, value]) => [name, value instanceof Node ? value.textContent : value]),
  ];
  return Object.fromEntries(said.filter(([, value]) => value));
}

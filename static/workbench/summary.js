/** What an empty list says: what the filter left out, or that all is done and what comes next. */

import { byId, element } from "./element.js";

/** @param {import("./store.js").Store} store @param {Record<string, string>} texts @param {number} unlooked sentences nobody has looked at @param {boolean} canSuggest */
export function summary(store, texts, unlooked, canSuggest) {
  const counts = store.counts();
  const none = counts.accepted + counts.open + counts.rejected === 0;
  const is = (state) => !none && !store.isNarrowed && store.filter.state === state;
  const done = is("open") && counts.open === 0;
  const checked = is("unchecked") && counts.accepted > 0 && counts.unchecked === 0;
  const words = none ? texts.no_marks : done ? texts.all_done : checked ? texts.all_checked : texts.filter_empty;
  const left = (done || checked) && unlooked > 0 && texts.unlooked_left.replace("{n}", String(unlooked));
  const button = (show, style, label) => element("button", { type: "button", class: `button ${style}`, "data-show": show }, label);
  const next = done && counts.unchecked > 0 && button("unchecked", "button-main", texts.check_now.replace("{n}", String(counts.unchecked)));
  const proof = (done || checked) && element("a", { class: "button button-plain", href: `${location.pathname}proof/` }, texts.to_proof);
  const said = words.replace("{a}", String(counts.accepted)).replace("{r}", String(counts.rejected)).replace("{f}", filterWords());
  const time = done && texts.time_here.replace("{m}", String(Math.max(1, Math.round(performance.now() / 60_000))));
  const run = none && canSuggest && element("button", { type: "button", class: "button button-main", "data-run": "" }, texts.suggest);
  const rest = !none && button("all", "button-plain", texts.show_all);
  return /** @type {Node[]} */ ([element("p", {}, said), time && element("p", {}, time), left && element("p", {}, left), next, proof, run, rest].filter(Boolean));
}

/** What narrows the list, as its fields say it. */
function filterWords() {
  const fields = ["state", "kind", "band"].map((name) => byId(`filter-${name}`)).filter((field) => field.value && field.value !== "all");
  const words = fields.map((field) => field.selectedOptions[0].text);
  if (byId("filter-mine").checked) words.push(byId("filter-mine").parentElement.textContent.trim());
  return words.join(", ");
}

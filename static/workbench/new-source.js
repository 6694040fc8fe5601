/** A source the register does not know yet: title, kind, address. */

import { newKey } from "./api.js";
import { element } from "./element.js";

/**
 * Part of a verdict's form, so no form of its own.
 * @param {string} title @param {import("./api.js").Api} api @param {object} settings
 * @param {{picked: (source: object) => void, back: () => void}} callbacks
 */
export function newSource(title, api, settings, { picked, back }) {
  const { texts, words } = settings;
  const name = /** @type {HTMLInputElement} */ (element("input", { type: "text", maxlength: "300", value: title }));
  const url = /** @type {HTMLInputElement} */ (element("input", { type: "text", inputmode: "url", maxlength: "2000" }));
  const kinds = Object.entries(words.sourceKind).map(([code, label]) => element("option", { value: code }, label));
  const kind = /** @type {HTMLSelectElement} */ (element("select", {}, ...kinds));
  const enter = element("button", { type: "button", class: "button" }, texts.source_enter);
  const problem = element("p", { class: "notice is-error", role: "alert" });
  const box = element(
    "fieldset",
    { class: "new-source" },
    element("legend", {}, texts.source_new_title),
    element("label", {}, texts.source_title, name),
    element("label", {}, texts.type, kind),
    element("label", {}, texts.source_url, url),
    problem,
    enter,
  );

  /** The same source entered again, because no answer came, is one source. @type {Map<string, string>} */
  const keys = new Map();
  async function send() {
    const body = { title: name.value, kind: kind.value, url: url.value };
    const said = JSON.stringify(body);
    if (!keys.has(said)) keys.set(said, newKey());
    try {
      picked(await api.request("sources/", { method: "POST", body, key: keys.get(said) }));
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  enter.addEventListener("click", send);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      back();
    } else if (event.key === "Enter" && event.target !== enter) {
      event.preventDefault();
      event.stopPropagation();
      send();
    }
  });
  return box;
}

/** The fields of a card, for changing: Ctrl+Enter saves, Esc drops. */

import { element } from "./element.js";
import { formFrame } from "./form-frame.js";

/** Label, how to enter it, and for choices which words. @type {Record<string, [string, string, string?][]>} */
const FIELDS = {
  quote: [["type", "choice", "quoteType"], ["speaker", "text"]],
  claim: [["worthiness", "choice", "worthiness"], ["type", "choice", "claimType"], ["claimant", "text"]],
  figure: [
    ["kind", "choice", "figureKind"],
    ["value", "number"],
    ["minimum", "number"],
    ["maximum", "number"],
    ["unit", "text"],
    ["timex", "text"],
    ["approximation", "choice", "approximation"],
  ],
};

/**
 * @param {object} annotation @param {object} settings
 * @param {{save: (values: object) => void, drop: () => void}} callbacks
 */
export function editForm(annotation, settings, { save, drop }) {
  const { texts, words } = settings;
  const current = annotation[annotation.kind] ?? {};
  const fields = FIELDS[annotation.kind].map(([name, sort, choices]) => {
    return element("label", {}, texts[`field_${name}`] ?? texts[name], field(name, sort, current[name], choices && words[choices]));
  });
  return formFrame(texts, fields, { save: (form) => save(valuesOf(form, annotation.kind)), drop });
}

/** @param {string} name @param {string} sort @param {any} value @param {Record<string, string>} [choices] */
function field(name, sort, value, choices) {
  if (sort !== "choice") {
    const attributes = { name, type: sort, value: value?.name ?? value ?? "", ...(sort === "number" ? { step: "any" } : { maxlength: "200" }) };
    return element("input", attributes);
  }
  const select = element("select", { name });
  if (name === "approximation") select.append(element("option", { value: "" }, "–"));
  for (const [code, label] of Object.entries(choices ?? {})) {
    select.append(element("option", { value: code, ...(code === value ? { selected: "" } : {}) }, label));
  }
  return select;
}

/** @param {HTMLFormElement} form @param {string} kind */
function valuesOf(form, kind) {
  /** @type {Record<string, string | number | null>} */
  const values = {};
  for (const [name, sort] of FIELDS[kind]) {
    const raw = /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value;
    values[name] = sort !== "number" ? raw : raw === "" ? null : Number(raw);
  }
  return values;
}

/** The fields of a card, for changing: Ctrl+Enter saves, Esc drops. */

import { element } from "./element.js";
import { unitCode, unitInWords } from "./figure-value.js";
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
    ["unit", "unit"],
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
    return element("label", {}, texts[`field_${name}`] ?? texts[name], field(name, sort, current[name], words[choices ?? sort]));
  });
  return formFrame(texts, fields, { save: (form) => save(valuesOf(form, annotation.kind, words.unit)), drop });
}

/** @param {string} name @param {string} sort @param {any} value @param {Record<string, string>} [choices] */
function field(name, sort, value, choices) {
  if (sort === "unit") return unitField(name, value ?? "", choices);
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

/** Offers the units that have words; others can be written. @param {string} name @param {string} code @param {import("./figure-value.js").UnitWords} units */
function unitField(name, code, units) {
  const known = element("datalist", { id: "units" }, ...Object.values(units).map(([, many]) => element("option", { value: many })));
  const input = element("input", { name, type: "text", value: unitInWords(code, units), maxlength: "20", list: "units" });
  return element("span", {}, input, known);
}

/** @param {HTMLFormElement} form @param {string} kind @param {import("./figure-value.js").UnitWords} units */
function valuesOf(form, kind, units) {
  /** @type {Record<string, string | number | null>} */
  const values = {};
  for (const [name, sort] of FIELDS[kind]) {
    const raw = /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value;
    if (sort === "unit") values[name] = unitCode(raw, units);
    else values[name] = sort !== "number" ? raw : raw === "" ? null : Number(raw);
  }
  return values;
}

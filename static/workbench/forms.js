/** The forms of a card: its fields, its extent, and the frame of all. Fetched when somebody begins to work. */

import { element } from "./element.js";
import { unitInWords } from "./states.js";

/**
 * What all of them share: Ctrl+Enter saves, Esc drops.
 * @param {Record<string, string>} texts @param {(Node | string | null | false)[]} fields
 * @param {{save: (form: HTMLFormElement) => void, drop: () => void}} callbacks
 */
export function formFrame(texts, fields, { save, drop }) {
  const cancel = element("button", { type: "button", class: "button button-plain" }, texts.drop, element("kbd", { "aria-hidden": "true" }, "Esc"));
  cancel.addEventListener("click", drop);
  const submit = element("button", { class: "button button-main" }, texts.save, element("kbd", { "aria-hidden": "true" }, texts.save_key));
  const buttons = element("div", { class: "card-actions" }, submit, cancel);
  const form = /** @type {HTMLFormElement} */ (element("form", { class: "edit-form" }, ...fields, buttons));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(form);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.ctrlKey) {
      event.preventDefault();
      form.requestSubmit();
    }
    if (event.key !== "Escape") return;
    event.stopPropagation();
    drop();
  });
  return form;
}

/**
 * Moving the ends of a mark by buttons, for whoever has no arrow keys.
 * @param {any} settings
 * @param {{move: (step: 1 | -1) => void, flip: () => void, save: () => void, drop: () => void}} callbacks
 */
export function extentForm({ texts, keys }, { move, flip, save, drop }) {
  const button = (label, key, action) => {
    const made = element("button", { type: "button", class: "button", title: key }, label, key && element("kbd", { "aria-hidden": "true" }, key));
    made.addEventListener("click", action);
    return made;
  };
  const row = element("div", { class: "card-actions" }, button(texts.word_back, "←", () => move(-1)), button(texts.word_on, "→", () => move(1)), button(texts.other_end, keys.labels.other_end, flip));
  return formFrame({ ...texts, save_key: texts.enter_key }, [row], { save, drop });
}

/** A text of several lines with its label. @param {string} label @param {string} name @param {string} value @param {Record<string, string>} attributes */
export function longField(label, name, value = "", attributes = {}) {
  const area = /** @type {HTMLTextAreaElement} */ (element("textarea", { name, rows: "3", maxlength: "10000", ...attributes }));
  area.value = value;
  return element("label", { class: "is-long" }, label, area);
}

/** What was entered in a field. @param {HTMLFormElement} form @param {string} name */
export function entered(form, name) {
  const field = /** @type {HTMLInputElement | null} */ (form.elements.namedItem(name));
  return field?.value.trim() ?? "";
}

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

/** Offers the units that have words; others can be written. @param {string} name @param {string} code @param {import("./states.js").UnitWords} units */
function unitField(name, code, units) {
  const known = element("datalist", { id: "units" }, ...Object.values(units).map(([, many]) => element("option", { value: many })));
  const input = element("input", { name, type: "text", value: unitInWords(code, units), maxlength: "20", list: "units" });
  return element("span", {}, input, known);
}

/** @param {HTMLFormElement} form @param {string} kind @param {import("./states.js").UnitWords} units */
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

/** What is no word for a unit we know is taken as it was written. @param {string} written @param {UnitWords} units */
export function unitCode(written, units) {
  const wanted = written.trim();
  return Object.keys(units).find((code) => units[code].includes(wanted)) ?? wanted;
}

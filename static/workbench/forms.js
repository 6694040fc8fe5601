/** The forms of a card: its fields, what a verdict asks for, and their frame. Fetched when somebody begins to work. */

import { unitInWords } from "./card-body.js";
import { element } from "./element.js";
import { sourceWords } from "./verdict-card.js";

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

/** Offers the units that have words; others can be written. @param {string} name @param {string} code @param {import("./card-body.js").UnitWords} units */
function unitField(name, code, units) {
  const known = element("datalist", { id: "units" }, ...Object.values(units).map(([, many]) => element("option", { value: many })));
  const input = element("input", { name, type: "text", value: unitInWords(code, units), maxlength: "20", list: "units" });
  return element("span", {}, input, known);
}

/** @param {HTMLFormElement} form @param {string} kind @param {import("./card-body.js").UnitWords} units */
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

/** The verdicts that ask; the others are saved at once. */
export const ASKING = ["confirmed", "wrong", "query"];

/**
 * @param {string} status @param {object} annotation @param {object} settings
 * @param {{api: import("./api.js").Api, last: object | null, sources: (() => Promise<any>) & {made: any}, save: (values: object) => void, drop: () => void}} parts
 *   last: the source and place last named on this page; sources: the module that finds them, fetched when it is needed
 */
export function verdictForm(status, annotation, settings, { api, last, sources, save, drop }) {
  const { texts, words } = settings;
  const known = annotation.verdict ?? {};
  const title = element("p", { class: "form-title" }, words.verdict[status]);
  const frame = (fields, values, picker = null) => {
    const send = (form) => {
      if (picker && !picker.isSettled()) return;
      const body = { status, ...values(form) };
      save({ ...body, citations: picker?.citations?.() ?? known.citations ?? [] });
    };
    return formFrame(texts, [title, ...fields], { save: send, drop });
  };
  if (status === "query") {
    const due = element("input", { type: "date", name: "due_on", value: known.due_on ?? "" });
    const fields = [longField(texts.question, "question", known.question, { required: "" }), element("label", {}, texts.due_on, due)];
    return frame(fields, (form) => ({ question: entered(form, "question"), due_on: entered(form, "due_on") || null }));
  }
  const picker = sourcesField(sources, texts, (module, field) => new module.SourcePicker(api, settings, known.citations ?? [], field));
  const note = longField(texts.note, "note", known.note, { rows: "2" });
  if (status === "wrong") {
    const correction = longField(texts.correction, "correction", known.correction, { required: "" });
    return frame([correction, picker.node, note], (form) => ({ correction: entered(form, "correction"), note: entered(form, "note") }), picker);
  }
  const again = last && !known.citations?.length && same(last, settings, () => save({ status, note: "", citations: [last] }));
  return frame([again, picker.node, note], (form) => ({ note: entered(form, "note") }), picker);
}

/**
 * The field for sources; its module takes it over once it is there. Where that fails, the verdict can be given without.
 * @param {(() => Promise<any>) & {made: any}} sources @param {Record<string, string>} texts
 * @param {(module: any, field: {node: HTMLElement, input: HTMLInputElement}) => any} make
 */
function sourcesField(sources, texts, make) {
  const attributes = { type: "text", role: "combobox", autocomplete: "off", "aria-expanded": "false", "aria-controls": "source-hits", "aria-autocomplete": "list" };
  const input = /** @type {HTMLInputElement} */ (element("input", attributes));
  const problem = element("p", { class: "muted", role: "status" });
  const node = element("div", { class: "sources" }, element("label", {}, texts.source, input), problem);
  const field = { node, isSettled, citations: /** @type {(() => object[]) | null} */ (null) };
  // What is typed before the module is there must not be lost by saving.
  input.addEventListener("keydown", (event) => event.key === "Enter" && input.value.trim() && event.preventDefault());
  function isSettled() {
    input.setCustomValidity(input.value.trim() ? texts.source_unpicked : "");
    return input.reportValidity();
  }
  const take = (module) => {
    const picker = make(module, { node, input });
    Object.assign(field, { isSettled: () => picker.isSettled(), citations: () => picker.citations() });
    problem.remove();
  };
  const ask = () => sources().then(take, () => {
    const again = element("button", { type: "button", class: "button button-plain" }, texts.try_again);
    again.addEventListener("click", ask);
    problem.replaceChildren(`${texts.sources_not_fetched} `, again);
  });
  if (sources.made) take(sources.made);
  else ask();
  return field;
}

/** The source of the fact before, as one press of a key. */
function same(last, settings, choose) {
  const words = [sourceWords(last.source, settings), last.place].filter(Boolean).join(", ");
  const button = element(
    "button",
    { type: "button", class: "button same-source", "data-first": "" },
    element("span", {}, `${settings.texts.same_source} ${words}`),
    element("kbd", { "aria-hidden": "true" }, settings.texts.enter_key),
  );
  button.addEventListener("click", choose);
  return button;
}

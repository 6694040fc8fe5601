/** What a verdict asks for: a source and its place, the correction, or the question. */

import { element } from "./element.js";
import { entered, formFrame, longField } from "./forms.js";
import { sourceWords } from "./verdict-card.js";

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

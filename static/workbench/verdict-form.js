/** What a verdict asks for: a source and its place, the correction, or the question. */

import { element } from "./element.js";
import { entered, formFrame, longField } from "./form-frame.js";
import { SourcePicker } from "./source-picker.js";
import { sourceWords } from "./source-words.js";

/** The verdicts that ask; the others are saved at once. */
export const ASKING = ["confirmed", "wrong", "query"];

/**
 * @param {string} status @param {object} annotation @param {object} settings
 * @param {{api: import("./api.js").Api, last: object | null, save: (values: object) => void, drop: () => void}} parts
 *   last: the source and place last named on this page
 */
export function verdictForm(status, annotation, settings, { api, last, save, drop }) {
  const { texts, words } = settings;
  const known = annotation.verdict ?? {};
  const title = element("p", { class: "form-title" }, words.verdict[status]);
  const frame = (fields, values, picker = null) => {
    const send = (form) => {
      if (picker && !picker.isSettled()) return;
      const body = { status, ...values(form) };
      save(picker ? { ...body, citations: picker.citations() } : { ...body, citations: known.citations ?? [] });
    };
    return formFrame(texts, [title, ...fields], { save: send, drop });
  };
  if (status === "query") {
    const due = element("input", { type: "date", name: "due_on", value: known.due_on ?? "" });
    const fields = [longField(texts.question, "question", known.question, { required: "" }), element("label", {}, texts.due_on, due)];
    return frame(fields, (form) => ({ question: entered(form, "question"), due_on: entered(form, "due_on") || null }));
  }
  const picker = new SourcePicker(api, settings, known.citations ?? []);
  const note = longField(texts.note, "note", known.note, { rows: "2" });
  if (status === "wrong") {
    const correction = longField(texts.correction, "correction", known.correction, { required: "" });
    return frame([correction, picker.node, note], (form) => ({ correction: entered(form, "correction"), note: entered(form, "note") }), picker);
  }
  const again = last && !known.citations?.length && same(last, settings, () => save({ status, note: "", citations: [last] }));
  return frame([again, picker.node, note], (form) => ({ note: entered(form, "note") }), picker);
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

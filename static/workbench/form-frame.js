/** What all forms of a card share: Ctrl+Enter saves, Esc drops. */

import { element } from "./element.js";

/**
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

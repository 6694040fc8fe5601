/** Changing a mark: a form in its card, or its extent in the text. At most one of the two at a time. */

import { fromTemplate, unitCode, unitInWords } from "./element.js";

export class Editing {
  /**
   * @param {{store: import("./store.js").Store, actions: import("./actions.js").Actions, panel: import("./panel.js").Panel,
   *   cursor: import("./selection.js").WordCursor, selection: import("./selection.js").TextSelection,
   *   map: import("./text-map.js").TextMap, settings: object, highlights: import("./highlights.js").Highlights, say: (message: string, tone?: string) => void}} parts
   */
  constructor(parts) {
    Object.assign(this, parts);
    /** The mark whose ends the arrows move. @type {number | null} */
    this.extentId = null;
  }

  /** Opens the fields of a card. @param {number} id */
  edit(id) {
    if (!this.#may()) return;
    const { kind, ...annotation } = this.store.byId.get(id);
    const { unit } = this.settings.words;
    const known = annotation[kind] ?? {};
    const form = filled(kind, { ...known, unit: unitInWords(known.unit, unit) });
    this.open(id, form, (values) => {
      if (values.unit) values.unit = unitCode(values.unit, unit);
      this.actions.change(id, { [kind]: values }, { [kind]: shown(known, values) });
    });
  }

  /**
   * A form takes the place of the card's body, and the focus.
   * @param {number} id @param {HTMLFormElement} form @param {(values: any) => void} save told what was entered, once the card is closed again
   */
  open(id, form, save) {
    this.store.activate(id);
    this.form = form;
    this.store.editingId = id;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const values = entered(form);
      this.close();
      save(values);
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.ctrlKey) {
        event.preventDefault();
        form.requestSubmit();
      } else if (event.key === "Escape") {
        event.stopPropagation();
        this.close();
      }
    });
    this.panel.redraw(this.store.byId.get(id));
    form.querySelector("[data-first], select, input, textarea")?.focus();
  }

  /** The card shows its mark again, and has the focus. */
  close() {
    const id = this.store.editingId;
    this.stop();
    this.panel.focus(id);
  }

  /** The arrows move the active end of the mark, or words are selected anew; Enter saves. @param {number} id */
  extent(id) {
    if (!this.#may()) return;
    this.open(id, filled("extent"), () => {
      const span = this.selection.span(this.store.byId.get(id)?.kind);
      this.selection.clear();
      const place = span && this.map.toCodePoints(span);
      if (place) this.actions.change(id, place, place);
    });
    this.extentId = id;
    this.cursor.begin(this.map.fromCodePoints(this.store.byId.get(id)));
    this.highlights.showActive(null); // its fill would lie over what is selected
    this.map.root.focus({ preventScroll: true });
    this.panel.reveal(id);
    this.say(this.texts.extent_hint);
  }

  stop() {
    const id = this.store.editingId;
    [this.store.editingId, this.extentId] = [null, null];
    this.highlights.showActive(this.store.active);
    const annotation = id !== null && this.store.byId.get(id);
    if (annotation) this.panel.redraw(annotation);
  }

  #may() {
    if (!this.settings.canMark) this.say(this.texts.read_only, "error");
    return this.settings.canMark;
  }
}

/** A form of the page with what is known in its fields. @param {string} name @param {Record<string, any>} known @returns {HTMLFormElement} */
export function filled(name, known = {}) {
  const form = fromTemplate(name);
  for (const field of form.elements) if (field.name) field.value = known[field.name]?.name ?? known[field.name] ?? "";
  return form;
}

/** What was entered, by the names of the fields; an empty number or day is null. @param {HTMLFormElement} form */
function entered(form) {
  const fields = /** @type {HTMLInputElement[]} */ ([...form.elements].filter((field) => /** @type {HTMLInputElement} */ (field).name));
  const value = ({ type, value: written }) => (type === "number" ? (written === "" ? null : Number(written)) : type === "date" ? written || null : written.trim());
  return Object.fromEntries(fields.map((field) => [field.name, value(field)]));
}

/** The fields as they will be; who is named is only a name until the register has said whose it is. @param {object} known @param {object} values */
function shown(known, values) {
  const fields = { ...known, ...values };
  for (const name of ["speaker", "claimant"]) if (typeof values[name] === "string") fields[name] = values[name] ? { name: values[name] } : null;
  return fields;
}

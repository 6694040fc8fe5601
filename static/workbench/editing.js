/** Changing a mark: its fields in the card, or its extent in the text. At most one of the two at a time. */

export class Editing {
  /**
   * @param {{store: import("./store.js").Store, actions: import("./actions.js").Actions, panel: import("./panel.js").Panel,
   *   cursor: import("./cursor.js").WordCursor, selection: import("./selection.js").TextSelection,
   *   map: import("./text-map.js").TextMap, settings: object, highlights: import("./highlights.js").Highlights, say: (message: string, tone?: string) => void}} parts
   */
  constructor(parts) {
    Object.assign(this, parts);
    /** The mark whose ends the arrows move. @type {number | null} */
    this.extentId = null;
  }

  /** Opens the fields of a card. @param {number} id @param {typeof import("./forms.js")} forms */
  fields(id, { editForm }) {
    if (!this.#may()) return;
    this.open(id, (annotation, { done, drop }) => {
      const save = (values) => {
        this.store.editingId = null;
        this.actions.change(annotation.id, { [annotation.kind]: values }, { [annotation.kind]: shown(annotation, values) });
        done();
      };
      return editForm(annotation, this.settings, { save, drop });
    });
  }

  /**
   * A form takes the place of the card's body, and the focus.
   * @param {number} id
   * @param {(annotation: object, leave: {done: () => void, drop: () => void}) => HTMLElement} make
   */
  open(id, make) {
    this.store.activate(id);
    this.make = make;
    this.store.editingId = id;
    this.panel.redraw(this.store.byId.get(id));
    this.panel.focusField(id);
  }

  /** @param {object} annotation */
  form(annotation) {
    const leave = () => {
      this.stop();
      this.panel.redraw(this.store.byId.get(annotation.id));
      this.panel.focus(annotation.id);
    };
    return this.make(annotation, { done: leave, drop: leave });
  }

  /** The arrows move the active end of the mark, or words are selected anew; Enter saves. @param {number} id @param {typeof import("./forms.js")} forms */
  extent(id, { extentForm }) {
    if (!this.#may()) return;
    const move = (step) => this.cursor.move("word", step, true);
    this.open(id, (_annotation, { drop }) => extentForm(this.settings, { move, flip: () => this.cursor.flip(), save: () => this.saveExtent(), drop }));
    this.extentId = id;
    this.cursor.begin(this.map.fromCodePoints(this.store.byId.get(id)));
    this.highlights.showActive(null); // its fill would lie over what is selected
    this.map.root.focus({ preventScroll: true });
    this.panel.reveal(id);
    this.say(this.settings.texts.extent_hint);
  }

  saveExtent() {
    const id = this.extentId;
    const span = this.selection.span(this.store.byId.get(id)?.kind);
    this.stop();
    this.selection.clear();
    const place = span && this.map.toCodePoints(span);
    if (place) this.actions.change(id, place, place);
    this.panel.focus(id);
  }

  stop() {
    const id = this.store.editingId;
    [this.store.editingId, this.extentId] = [null, null];
    this.highlights.showActive(this.store.active);
    const annotation = id !== null && this.store.byId.get(id);
    if (annotation) this.panel.redraw(annotation);
  }

  #may() {
    if (!this.settings.canMark) this.say(this.settings.texts.read_only, "error");
    return this.settings.canMark;
  }
}

/** The fields as they will be; who is named is only a name until the register has said whose it is. @param {object} annotation @param {object} values */
function shown(annotation, values) {
  const fields = { ...annotation[annotation.kind], ...values };
  for (const name of ["speaker", "claimant"]) if (typeof values[name] === "string") fields[name] = values[name] ? { name: values[name] } : null;
  return fields;
}

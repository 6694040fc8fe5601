/** From the selection to a mark, or to a part of one. A mark is shown at once; its number is the server's to give. */

import { ApiError } from "./api.js";

export class Marking {
  /**
   * @param {{api: import("./api.js").Api, store: import("./store.js").Store, sync: import("./sync.js").Sync,
   *   selection: import("./selection.js").TextSelection, map: import("./text-map.js").TextMap, settings: object,
   *   actions: import("./actions.js").Actions, say: (message: string, tone?: string) => void,
   *   activate: (id: number | null, options?: object) => void}} parts
   */
  constructor(parts) {
    Object.assign(this, parts);
    this.texts = parts.settings.texts;
    /** Marks that were made here, the ones still on their way under this number below zero. */
    this.made = 0;
  }

  /** Marks the selection, or changes the kind of the active mark where nothing is selected. @param {string} kind */
  mark(kind) {
    if (!this.settings.canMark) return this.say(this.texts.read_only, "error");
    const span = this.selection.span(kind);
    if (!span) {
      const active = this.store.active;
      if (active && active.kind !== kind && this.actions.isSaved(active.id)) this.actions.act("kind", active.id, kind);
      else if (!active) this.say(this.texts.select_first);
      return;
    }
    const place = this.map.toCodePoints(span);
    this.selection.clear();
    const id = this.#show(kind, place);
    this.sync.enqueue((key) => this.#send(id, kind, place, key));
  }

  /** @returns {number} */
  #show(kind, place) {
    this.made += 1;
    const id = -this.made;
    const creator = { id: this.settings.user, name: this.settings.userName };
    this.store.settle({ ...UNSAVED, ...place, id, kind, creator });
    this.activate(id);
    return id;
  }

  async #send(id, kind, place, key) {
    const body = { version: this.settings.version.id, kind, ...place };
    try {
      const answer = await this.api.request("annotations/", { method: "POST", body, key });
      this.actions.noteForUndo(answer);
      const isActive = this.store.activeId === id;
      this.store.settle(answer.annotation);
      if (isActive) this.activate(answer.annotation.id);
      this.store.drop(id);
      this.say(this.texts.marked.replace("{k}", this.settings.words.kind[kind]));
    } catch (error) {
      if (error instanceof ApiError && !error.isSignedOut) this.store.drop(id);
      throw error;
    }
  }

  /** The selection becomes a part of the active mark. @param {string} role */
  addPart(role) {
    const active = this.store.active;
    const span = this.selection.span();
    if (!active || !span) return this.say(this.texts.part_needs);
    if (!this.actions.isSaved(active.id)) return;
    this.selection.clear();
    const part = { role, ...this.map.toCodePoints(span) };
    const parts = [...active.parts, part];
    this.actions.change(active.id, { parts }, { parts });
  }
}

/** A mark before the server has heard of it. */
const UNSAVED = {
  state: "accepted", pending: true, revision: 0, parts: [], evidence: [], reject_reason: "", confidence: null, band: "",
  generator: "", rule_words: "", deleted: false, comment_count: 0, open_comment_count: 0, updated_at: "", verdict: null,
};

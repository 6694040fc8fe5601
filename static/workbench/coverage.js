/** Sentences that say something checkable and that nobody has looked at: which they are, and tinting them. What is done with them is `waving.js`. */

import { byId } from "./element.js";

const SETTLE_MILLISECONDS = 60; // many marks at once are one recount

export class Coverage extends EventTarget {
  /**
   * @param {{api: import("./api.js").Api, store: import("./store.js").Store, sync: import("./sync.js").Sync,
   *   map: import("./text-map.js").TextMap, settings: object, selection: import("./selection.js").TextSelection,
   *   highlights: import("./highlights.js").Highlights, act: (name: "next" | "wave") => void}} parts
   */
  constructor(parts) {
    super();
    Object.assign(this, parts);
    this.path = `articles/${parts.settings.article}/sentences/`;
    /** All checkable ones, in text order, places in code points. @type {object[]} */
    this.sentences = [];
    /** @type {object[]} */
    this.unlooked = [];
    this.timer = 0;
    this.store.addEventListener("changed", () => this.#soon());
    this.sync.addEventListener("sentences", () => this.load());
    this.selection.addEventListener("change", () => this.#offer());
    byId("show-unlooked").addEventListener("change", () => this.#draw());
    byId("next-unlooked").addEventListener("click", () => this.act("next"));
    byId("wave")?.addEventListener("click", () => this.act("wave"));
  }

  async load() {
    const answer = await this.api.request(this.path).catch(() => null);
    if (answer?.version !== this.settings.version.id) return;
    this.sentences = answer.sentences;
    this.#count();
  }

  #soon() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.#count(), SETTLE_MILLISECONDS);
  }

  /** A sentence counts as looked at by a decided mark that overlaps it; known here before the server is asked. */
  #count() {
    const decided = [...this.store.byId.values()]
      .filter((a) => !a.deleted && (a.state === "accepted" || a.state === "rejected"))
      .sort((a, b) => a.start - b.start);
    let index = 0;
    let reach = -1;
    this.unlooked = this.sentences.filter((sentence) => {
      for (; index < decided.length && decided[index].start < sentence.end; index += 1) reach = Math.max(reach, decided[index].end);
      return reach <= sentence.start && !sentence.review;
    });
    this.#draw();
    this.#offer();
    this.dispatchEvent(new CustomEvent("change", { detail: this.unlooked.length }));
  }

  #draw() {
    const number = this.unlooked.length;
    for (const place of document.querySelectorAll("[data-unlooked]")) place.textContent = number.toLocaleString(this.settings.language);
    byId("next-unlooked").disabled = number === 0;
    this.highlights.showUnlooked(byId("show-unlooked").checked ? this.unlooked : []);
  }

  /** "Nothing to check here" is offered where such a sentence is selected. */
  #offer() {
    if (byId("wave")) byId("wave").hidden = this.selected().length === 0;
  }

  /** Those of the selection that nobody has looked at. */
  selected() {
    const { rough } = this.selection;
    if (!rough) return [];
    const { start, end } = this.map.toCodePoints(rough);
    return this.unlooked.filter((s) => s.start < end && s.end > start);
  }

  /** @param {object} sentence @param {object | null} review what is recorded of it, or will be */
  expect(sentence, review) {
    this.sentences = this.sentences.map((s) => (s.start === sentence.start ? { ...s, review } : s));
    this.#count();
  }
}

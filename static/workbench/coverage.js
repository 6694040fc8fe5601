/** Sentences that say something checkable and that nobody has looked at: which they are, tinting them, going to them, and waving them through. */

import { byId } from "./element.js";

const SETTLE_MILLISECONDS = 60; // many marks at once are one recount

export class Coverage {
  /**
   * @param {{api: import("./sync.js").Api, store: import("./store.js").Store, sync: import("./sync.js").Sync,
   *   actions: import("./actions.js").Actions, panel: import("./panel.js").Panel, map: import("./text-map.js").TextMap, settings: any,
   *   selection: import("./selection.js").TextSelection, highlights: import("./highlights.js").Highlights,
   *   say: (message: string, tone?: string) => void, show: (span: {start: number, end: number}) => void}} parts
   *   show: selects a span in UTF-16 units and brings it into view
   */
  constructor(parts) {
    Object.assign(this, parts);
    this.path = `articles/${parts.settings.article}/sentences/`;
    /** All checkable ones, in text order, places in code points. @type {object[]} */
    this.sentences = [];
    /** @type {object[]} */
    this.unlooked = [];
    this.timer = 0;
    this.store.on("changed", () => this.#soon());
    this.sync.on("news", ({ sentences }) => sentences.length && this.load());
    this.selection.on("change", () => this.#offer());
    byId("show-unlooked").addEventListener("change", () => this.#draw());
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
    this.panel.countUnlooked(this.unlooked.length);
  }

  #draw() {
    const number = this.unlooked.length;
    for (const place of document.querySelectorAll("[data-unlooked]")) place.textContent = number.toLocaleString(this.settings.language);
    byId("next-unlooked").disabled = number === 0;
    this.highlights.showUnlooked(byId("show-unlooked").checked ? this.unlooked : []);
  }

  /** "Nothing to check here" is offered where such a sentence is selected. */
  #offer() {
    if (byId("wave")) byId("wave").hidden = this.#selected().length === 0;
  }

  /** Those of the selection that nobody has looked at. */
  #selected() {
    const { rough } = this.selection;
    if (!rough) return [];
    const { start, end } = this.map.toCodePoints(rough);
    return this.unlooked.filter((s) => s.start < end && s.end > start);
  }

  /** @param {object} sentence @param {object | null} review what is recorded of it, or will be */
  #expect(sentence, review) {
    this.sentences = this.sentences.map((s) => (s.start === sentence.start ? { ...s, review } : s));
    this.#count();
  }

  /** After the selection, or the active mark; from the end on to the first one. */
  next() {
    if (!this.unlooked.length) return this.say(this.texts.all_looked);
    const { rough } = this.selection;
    const from = rough ? this.map.toCodePoints(rough).start : this.store.active?.start ?? -1;
    this.#showAfter(from);
    this.say(this.texts.unlooked_left.replace("{n}", this.unlooked.length.toLocaleString(this.settings.language)));
  }

  /** The next one, from the end on the first. @param {number} place */
  #showAfter(place) {
    this.show(this.map.fromCodePoints(this.unlooked.find((s) => s.start > place) ?? this.unlooked[0]));
  }

  /** Nothing to check in what is selected; on to the next one. */
  wave() {
    const chosen = this.#selected();
    if (!chosen.length) return this.say(this.texts.wave_first);
    const last = chosen[chosen.length - 1];
    for (const sentence of chosen) {
      this.#expect(sentence, { is_waved: true });
      this.sync.enqueue(async (key) => {
        this.actions.undoList.add([await this.#send(sentence, key)]);
      });
    }
    this.say(this.texts.waved);
    if (this.unlooked.length) return this.#showAfter(last.start);
    this.selection.clear();
    this.map.root.focus({ preventScroll: true });
  }

  /** @returns {Promise<import("./actions.js").Item>} */
  async #send(sentence, key) {
    const { start, end, exact } = this.map.toCodePoints(this.map.fromCodePoints(sentence));
    try {
      const { sentence: review } = await this.api.request(this.path, { method: "POST", body: { version: this.settings.version.id, start, end, exact }, key });
      this.#expect(sentence, review);
      return { id: 0, event: 0, sentence: { start, end }, review: review.id };
    } catch (error) {
      this.load(); // what was shown before it was saved is not so, or not yet
      throw error;
    }
  }

  /** Takes back that nothing is to be checked in it, or says it again. @param {import("./actions.js").Item} item @param {string} key */
  async revert({ sentence, review }, key) {
    if (review === null) return this.#send(sentence, key);
    await this.api.request(`${this.path}${review}/`, { method: "DELETE", key });
    this.#expect(sentence, null);
    this.show(this.map.fromCodePoints(sentence));
    return { id: 0, event: 0, sentence, review: null };
  }
}

/** Going to sentences that nobody has looked at, and waving them through. */

export class Waving {
  /**
   * @param {{api: import("./api.js").Api, store: import("./store.js").Store, sync: import("./sync.js").Sync,
   *   actions: import("./actions.js").Actions, coverage: import("./coverage.js").Coverage, map: import("./text-map.js").TextMap,
   *   selection: import("./selection.js").TextSelection, settings: object,
   *   say: (message: string, tone?: string) => void, show: (span: {start: number, end: number}) => void}} parts
   *   show: selects a span in UTF-16 units and brings it into view
   */
  constructor(parts) {
    Object.assign(this, parts);
    this.texts = parts.settings.texts;
  }

  /** After the selection, or the active mark; from the end on to the first one. */
  next() {
    if (!this.coverage.unlooked.length) return this.say(this.texts.all_looked);
    const { rough } = this.selection;
    const from = rough ? this.map.toCodePoints(rough).start : this.store.active?.start ?? -1;
    const found = this.coverage.unlooked.find((s) => s.start > from) ?? this.coverage.unlooked[0];
    this.show(this.map.fromCodePoints(found));
    this.say(this.texts.unlooked_left.replace("{n}", this.coverage.unlooked.length.toLocaleString(this.settings.language)));
  }

  /** Nothing to check in what is selected; on to the next one. */
  wave() {
    const chosen = this.coverage.selected();
    if (!chosen.length) return this.say(this.texts.wave_first);
    const last = chosen[chosen.length - 1];
    for (const sentence of chosen) {
      this.coverage.expect(sentence, { is_waved: true });
      this.sync.enqueue(async (key) => {
        this.actions.undoList.add([await this.#send(sentence, key)]);
      });
    }
    this.say(this.texts.waved);
    const next = this.coverage.unlooked.find((s) => s.start > last.start) ?? this.coverage.unlooked[0];
    if (next) return this.show(this.map.fromCodePoints(next));
    this.selection.clear();
    this.map.root.focus({ preventScroll: true });
  }

  /** @returns {Promise<import("./undo.js").Item>} */
  async #send(sentence, key) {
    const { start, end, exact } = this.map.toCodePoints(this.map.fromCodePoints(sentence));
    try {
      const { sentence: review } = await this.api.request(this.coverage.path, { method: "POST", body: { version: this.settings.version.id, start, end, exact }, key });
      this.coverage.expect(sentence, review);
      return { id: 0, event: 0, sentence: { start, end }, review: review.id };
    } catch (error) {
      this.coverage.load(); // what was shown before it was saved is not so, or not yet
      throw error;
    }
  }

  /** Takes back that nothing is to be checked in it, or says it again. @param {import("./undo.js").Item} item @param {string} key */
  async revert({ sentence, review }, key) {
    if (review === null) return this.#send(sentence, key);
    await this.api.request(`${this.coverage.path}${review}/`, { method: "DELETE", key });
    this.coverage.expect(sentence, null);
    this.show(this.map.fromCodePoints(sentence));
    return { id: 0, event: 0, sentence, review: null };
  }
}

/** What this person has done on this text in this tab, newest last; undone steps can be done again. A reload loses nothing. */

/**
 * One annotation and the event to undo; a step has several where many were decided at once. A sentence waved through is
 * no annotation: its item says where it is, and by which number its review can be taken back, null where it can be given again.
 * Nor is a comment: its item says what would revert it.
 * @typedef {{id: number, event: number, sentence?: {start: number, end: number}, review?: number | null, comment?: number, by?: string}} Item
 */

export class UndoList {
  /** @param {string} name of the list in this tab's storage */
  constructor(name) {
    this.name = name;
    /** @type {{done: Item[][], undone: Item[][]}} */
    const kept = JSON.parse(sessionStorage.getItem(name) ?? '{"done": [], "undone": []}');
    this.done = kept.done;
    this.undone = kept.undone;
  }

  /** @param {{id: number, event: number | null}[]} items without effect where nothing changed */
  add(items) {
    const step = /** @type {Item[]} */ (items.filter((item) => item.event !== null));
    if (!step.length) return;
    this.done.push(step);
    this.undone = [];
    this.#keep();
  }

  /** @param {(step: Item[]) => Promise<Item[]>} revert gives the events of the reversal */
  async undo(revert) {
    return this.#move(this.done, this.undone, revert);
  }

  /** @param {(step: Item[]) => Promise<Item[]>} revert */
  async redo(revert) {
    return this.#move(this.undone, this.done, revert);
  }

  async #move(from, to, revert) {
    const step = from.at(-1);
    if (!step) return null;
    const reverted = await revert(step);
    from.pop();
    if (reverted.length) to.push(reverted.reverse()); // the last one done is the first one undone
    this.#keep();
    return step;
  }

  #keep() {
    try {
      sessionStorage.setItem(this.name, JSON.stringify({ done: this.done, undone: this.undone }));
    } catch {
      sessionStorage.removeItem(this.name); // more than a tab may keep: an old list would undo the wrong step
    }
  }
}

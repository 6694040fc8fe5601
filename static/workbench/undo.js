/** What this person has done on this article since the page was opened, newest last; undone steps can be done again. */

/**
 * One annotation and the event to undo; a step has several where many were decided at once. What is no change of an
 * annotation (a sentence waved through) says itself how it is taken back, and gives what does it again.
 * @typedef {{id: number, event: number, revert?: (key: string) => Promise<Item>}} Item
 */

export class UndoList {
  constructor() {
    /** @type {Item[][]} */
    this.done = [];
    /** @type {Item[][]} */
    this.undone = [];
  }

  /** @param {{id: number, event: number | null}[]} items without effect where nothing changed */
  add(items) {
    const step = /** @type {Item[]} */ (items.filter((item) => item.event !== null));
    if (!step.length) return;
    this.done.push(step);
    this.undone = [];
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
    return step;
  }
}

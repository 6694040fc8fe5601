/** What this person has done on this article since the page was opened, newest last; undone steps can be done again. */

export class UndoList {
  constructor() {
    /** @type {{id: number, event: number}[]} */
    this.done = [];
    /** @type {{id: number, event: number}[]} */
    this.undone = [];
  }

  /** @param {number} id of the annotation @param {number | null} event null where nothing changed */
  add(id, event) {
    if (event === null) return;
    this.done.push({ id, event });
    this.undone = [];
  }

  /** @param {(step: {id: number, event: number}) => Promise<number | null>} revert gives the event of the reversal */
  async undo(revert) {
    return this.#move(this.done, this.undone, revert);
  }

  /** @param {(step: {id: number, event: number}) => Promise<number | null>} revert */
  async redo(revert) {
    return this.#move(this.undone, this.done, revert);
  }

  async #move(from, to, revert) {
    const step = from.pop();
    if (!step) return null;
    const event = await revert(step);
    if (event !== null) to.push({ id: step.id, event });
    return step.id;
  }
}

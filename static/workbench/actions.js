/** What an editor does to marks: shown at once, sent at once, and each one step of the undo list. */

import { ApiError } from "./sync.js";

/** Sends a decision on what has this revision; the key is the same at every try. @typedef {(etag: string, key: string) => Promise<any>} Request */
const CHUNK = 500; // operations the server takes at once

export class Actions {
  /**
   * @param {{api: import("./sync.js").Api, store: import("./store.js").Store, sync: import("./sync.js").Sync, settings: object,
   *   say: (message: string, tone?: string) => void, activate: (id: number | null, options?: object) => void,
   *   onListEnd: () => void, onManyReverted: () => void, revertOther: (item: Item, key: string) => Promise<Item>}} parts
   */
  constructor(parts) {
    Object.assign(this, parts);
    this.undoList = new UndoList(`undo-${this.settings.version.id}-${this.settings.user}`);
    this.lastRejected = /** @type {number | null} */ (null);
  }

  /** @param {string} name @param {number} id @param {string} [value] */
  act(name, id, value) {
    if (!this.settings.canMark) return this.say(this.texts.read_only, "error");
    this.lastRejected = name === "reject" ? id : null;
    const moves = name !== "reason";
    const next = moves ? this.store.neighbour(1, true) : null;
    const { path = "", method = "POST", body, expected } = DECISIONS[name](value);
    this.decide(id, expected, (etag, key) => this.api.request(`annotations/${id}/${path}`, { method, body, etag, key }));
    if (name === "reject") this.say(this.texts.reason_hint);
    if (next) this.activate(next.id, { focus: true });
    else if (moves) {
      this.activate(null);
      this.onListEnd();
    }
  }

  /** For the mark rejected last, as long as nothing else has been decided; else for the active one. @param {string} reason */
  giveReason(reason) {
    const id = this.lastRejected ?? (this.store.active?.state === "rejected" ? this.store.activeId : null);
    if (id === null) return;
    this.act("reason", id, reason);
    this.say(this.texts.reason_given.replace("{r}", this.settings.words.reason[reason]));
  }

  /**
   * Shows the decision, sends it, and takes the server's word for what it is now.
   * @param {number} id @param {object} expected @param {Request} request
   */
  decide(id, expected, request) {
    const original = this.store.byId.get(id);
    if (this.store.isListed(original)) this.store.lingering.add(id); // what has left the list is not called back by its reason
    this.store.conflicts.delete(id);
    this.store.expect(id, expected);
    this.sync.enqueue(async (key) => {
      try {
        const answer = await request(this.store.byId.get(id).etag, key);
        this.noteForUndo(answer);
        this.store.settle(answer.annotation);
      } catch (error) {
        if (!(error instanceof ApiError) || error.isSignedOut) throw error;
        if (error.current) this.#conflict(id, expected, request, error);
        else this.store.settle({ ...original, pending: false });
        this.say(error.message, "error");
      }
    });
  }

  /** Somebody was faster: the card shows both, and the editor says which it is to be. */
  #conflict(id, expected, request, { current, changed_by: other }) {
    this.store.conflicts.set(id, {
      by: other?.name ?? this.texts.engine,
      mine: expected,
      takeMine: () => this.decide(id, expected, request),
      keepTheirs: () => this.store.conflicts.delete(id) && this.store.settle(this.store.byId.get(id)),
    });
    this.store.lingering.add(id);
    this.store.settle(current);
    this.activate(id, { focus: true });
  }

  /** @param {{annotation: any, event: number | null, earlier?: number | null}} answer two events are one step, the later one first */
  noteForUndo({ annotation: { id }, event, earlier = null }) {
    this.undoList.add([{ id, event }, { id, event: earlier }]);
  }

  /** Whether the server knows it yet: before, it has no number that could be named. @param {number} id */
  isSaved(id) {
    if (id < 0) this.say(this.texts.not_yet_saved);
    return id > 0;
  }

  /** Changes fields or the extent of a mark. @param {number} id @param {object} body as the API takes it @param {object} expected */
  change(id, body, expected = {}) {
    this.decide(id, expected, (etag, key) => this.api.request(`annotations/${id}/`, { method: "PATCH", body, etag, key }));
  }

  /** Decides on many at once; one step of the undo list. @param {"accept" | "reject"} op @param {object[]} annotations */
  bulk(op, annotations) {
    for (const a of annotations) this.store.expect(a.id, { state: `${op}ed` });
    this.sync.enqueue(async (key) => {
      const results = await this.#inChunks(annotations.map(({ id, revision }) => ({ op, id, revision })), key);
      this.undoList.add(results.filter((r) => r.status === 200).map((r) => ({ id: r.annotation.id, event: r.event })));
      for (const [index, result] of results.entries()) {
        this.store.settle(result.annotation ?? result.problem?.current ?? { ...annotations[index], pending: false });
      }
      const failed = results.filter((r) => r.status !== 200).length;
      const words = this.texts[`bulk_${op}`].replace("{n}", results.length - failed);
      this.say(failed ? `${words} ${this.texts.bulk_failed.replace("{n}", failed)}` : words, failed ? "error" : "polite");
    });
  }

  /** @param {object[]} operations @param {string} key @returns {Promise<object[]>} results in order */
  async #inChunks(operations, key) {
    const results = [];
    for (let start = 0; start < operations.length; start += CHUNK) {
      const body = { atomic: false, operations: operations.slice(start, start + CHUNK) };
      results.push(...(await this.api.request("annotations/bulk/", { method: "POST", body, key: `${key}/${start}` })).results);
    }
    return results;
  }

  /** @param {"undo" | "redo"} direction */
  revert(direction) {
    this.sync.enqueue(async (key) => {
      const step = this.undoList[direction].at(-1);
      if (!step) return this.say(this.texts[`nothing_to_${direction}`]);
      const [done, refused] = await (step[0].sentence || step[0].comment ? this.#revertOther(step[0], key) : this.#revertMarks(step, key));
      this.undoList.move(direction, done);
      if (refused) return this.say(refused, "error");
      const { id } = step[0];
      if (new Set(step.map((item) => item.id)).size > 1) this.onManyReverted();
      else if (this.store.byId.get(id)?.deleted === false) this.activate(id, { focus: true });
      this.say(this.texts[`${direction}_done`]);
    });
  }

  /** @param {Item[]} step @param {string} key @returns {Promise<[Item[], string]>} the events of the reversal, and why one was refused */
  async #revertMarks(step, key) {
    const results = await this.#inChunks(step.map((item) => ({ op: "undo", ...item })), key);
    for (const { annotation } of results) if (annotation) this.store.settle(annotation);
    const done = results.filter((r) => r.event).map((r) => ({ id: r.annotation.id, event: r.event }));
    return [done, results.findLast((r) => r.problem)?.problem.detail ?? ""];
  }

  /** @param {Item} item @param {string} key @returns {Promise<[Item[], string]>} */
  async #revertOther(item, key) {
    try {
      return [[await this.revertOther(item, key)], ""];
    } catch (error) {
      if (!(error instanceof ApiError) || error.isSignedOut) throw error;
      return [[], error.message]; // and off the list: else no earlier step could be undone
    }
  }
}

/** What each decision asks of the server, and what the mark is once it has been confirmed. @type {Record<string, (value: string) => any>} */
const DECISIONS = {
  accept: () => ({ path: "accept/", expected: { state: "accepted", reject_reason: "" } }),
  reject: () => ({ path: "reject/", body: {}, expected: { state: "rejected" } }),
  reason: (reason) => ({ path: "reject/", body: { reason }, expected: { state: "rejected", reject_reason: reason } }),
  remove: () => ({ method: "DELETE", expected: { deleted: true } }),
};

/**
 * One annotation and the event to undo; a step has several where many were decided at once. Of a sentence waved through it says where it is and by
 * which number its review is taken back, null where it can be given again; of a comment what would revert it.
 * @typedef {{id: number, event: number, sentence?: {start: number, end: number}, review?: number | null, comment?: number, by?: string}} Item
 */

/** What this person has done on this text in this tab, newest last; undone steps can be done again. A reload loses nothing. */
class UndoList {
  /** @param {string} name of the list in this tab's storage */
  constructor(name) {
    this.name = name;
    [this.undo, this.redo] = /** @type {Item[][][]} */ (JSON.parse(sessionStorage.getItem(name) ?? "[[], []]"));
  }

  /** @param {{id: number, event: number | null}[]} items without effect where nothing changed */
  add(items) {
    const step = /** @type {Item[]} */ (items.filter((item) => item.event !== null));
    if (!step.length) return;
    this.undo.push(step);
    this.redo = [];
    this.#keep();
  }

  /** The newest step has been reverted. @param {"undo" | "redo"} direction @param {Item[]} done the events of the reversal */
  move(direction, done) {
    this[direction].pop();
    if (done.length) this[direction === "undo" ? "redo" : "undo"].push(done.reverse()); // the last one done is the first one undone
    this.#keep();
  }

  #keep() {
    try {
      sessionStorage.setItem(this.name, JSON.stringify([this.undo, this.redo]));
    } catch {
      sessionStorage.removeItem(this.name); // more than a tab may keep: an old list would undo the wrong step
    }
  }
}

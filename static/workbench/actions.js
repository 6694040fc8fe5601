/** What an editor does to marks: shown at once, sent at once, and each one step of the undo list. */

import { ApiError } from "./api.js";
import { UndoList } from "./undo.js";

/** Sends a decision on what has this revision; the key is the same at every try. @typedef {(etag: string, key: string) => Promise<object>} Request */

const CHUNK = 500; // operations the server takes at once

export class Actions {
  /**
   * @param {{api: import("./api.js").Api, store: import("./store.js").Store, sync: import("./sync.js").Sync, settings: object,
   *   say: (message: string, tone?: string) => void, activate: (id: number | null, options?: object) => void,
   *   onListEnd: () => void, revertOther: (item: import("./undo.js").Item, key: string) => Promise<import("./undo.js").Item>}} parts
   */
  constructor(parts) {
    Object.assign(this, parts);
    this.texts = parts.settings.texts;
    this.undoList = new UndoList(`undo-${parts.settings.version.id}-${parts.settings.user}`);
    /** @type {number | null} */
    this.lastRejected = null;
  }

  /** @param {string} name @param {number} id @param {string} [value] */
  act(name, id, value) {
    if (name === "activate") return this.activate(this.store.activeId === id ? null : id);
    if (!this.settings.canMark) return this.say(this.texts.read_only, "error");
    this.lastRejected = name === "reject" ? id : null;
    const moves = name === "accept" || name === "reject" || name === "remove";
    const next = moves ? this.store.neighbour(1, true) : null;
    const request = this.#requests(id, value)[name];
    this.decide(id, EXPECTED[name](value), request);
    if (name === "reject") this.say(this.texts.reason_hint);
    if (!moves) return;
    if (next) this.activate(next.id, { focus: true });
    else {
      this.activate(null);
      this.onListEnd();
    }
  }

  /** For the mark rejected last, as long as nothing else has been decided; else for the active one. @param {string} reason */
  giveReason(reason) {
    const active = this.store.active?.state === "rejected" ? this.store.activeId : null;
    const id = this.lastRejected ?? active;
    if (id === null) return;
    this.act("reason", id, reason);
    this.say(this.texts.reason_given.replace("{r}", this.settings.words.reason[reason]));
  }

  /** @param {number} id @param {string} [value] @returns {Record<string, Request>} */
  #requests(id, value) {
    const path = `annotations/${id}/`;
    return {
      accept: (etag, key) => this.api.request(`${path}accept/`, { method: "POST", etag, key }),
      reject: (etag, key) => this.api.request(`${path}reject/`, { method: "POST", body: {}, etag, key }),
      reason: (etag, key) => this.api.request(`${path}reject/`, { method: "POST", body: { reason: value }, etag, key }),
      remove: (etag, key) => this.api.request(path, { method: "DELETE", etag, key }),
      kind: (etag, key) => this.api.request(path, { method: "PATCH", body: { kind: value }, etag, key }),
    };
  }

  /**
   * Shows the decision, sends it, and takes the server's word for what it is now.
   * @param {number} id @param {object} expected @param {Request} request
   */
  decide(id, expected, request) {
    const original = this.store.byId.get(id);
    this.store.lingering.add(id);
    this.store.conflicts.delete(id);
    this.store.expect(id, expected);
    this.sync.enqueue(async (key) => {
      try {
        this.#remember(await request(this.store.byId.get(id).etag, key));
      } catch (error) {
        if (!(error instanceof ApiError) || error.isSignedOut) throw error;
        if (error.current) this.#conflict(id, expected, request, error);
        else this.store.settle({ ...original, pending: false });
        this.say(error.message, "error");
      }
    });
  }

  /** Somebody was faster: the card shows both, and the editor says which it is to be. */
  #conflict(id, expected, request, { current, changedBy }) {
    this.store.conflicts.set(id, {
      by: changedBy ?? this.texts.engine,
      mine: expected,
      takeMine: () => this.decide(id, expected, request),
      keepTheirs: () => {
        this.store.conflicts.delete(id);
        this.store.settle(this.store.byId.get(id));
      },
    });
    this.store.lingering.add(id);
    this.store.settle(current);
    this.activate(id, { focus: true });
  }

  /** @param {{annotation: object, event: number | null, earlier?: number | null}} answer two events are one step, the later one first */
  #remember({ earlier = null, ...answer }) {
    this.noteForUndo(answer, earlier);
    this.store.settle(answer.annotation);
  }

  /** @param {{annotation: {id: number}, event: number | null}} answer @param {number | null} earlier */
  noteForUndo({ annotation: { id }, event }, earlier = null) {
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
    const state = op === "accept" ? "accepted" : "rejected";
    for (const a of annotations) this.store.expect(a.id, { state });
    this.sync.enqueue(async (key) => {
      const operations = annotations.map((a) => ({ op, id: a.id, revision: a.revision }));
      const results = await this.#inChunks(operations, key);
      this.undoList.add(results.filter((r) => r.status === 200).map((r) => ({ id: r.annotation.id, event: r.event })));
      for (const [index, result] of results.entries()) {
        this.store.settle(result.annotation ?? result.problem?.current ?? { ...annotations[index], pending: false });
      }
      const failed = results.filter((r) => r.status !== 200).length;
      const words = this.texts[op === "accept" ? "bulk_accepted" : "bulk_rejected"].replace("{n}", String(results.length - failed));
      this.say(failed ? `${words} ${this.texts.bulk_failed.replace("{n}", String(failed))}` : words, failed ? "error" : "polite");
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
      let refused = "";
      const step = await this.undoList[direction](async (items) => {
        if (items[0].sentence || items[0].comment) {
          try {
            return [await this.revertOther(items[0], key)];
          } catch (error) {
            if (!(error instanceof ApiError) || error.isSignedOut) throw error;
            refused = error.message; // and off the list: else no earlier step could be undone
            return [];
          }
        }
        const results = await this.#inChunks(items.map((item) => ({ op: "undo", ...item })), key);
        for (const result of results) {
          if (result.annotation) this.store.settle(result.annotation);
          else refused = result.problem.detail;
        }
        return results.filter((r) => r.event).map((r) => ({ id: r.annotation.id, event: r.event }));
      });
      if (!step) return this.say(direction === "undo" ? this.texts.nothing_to_undo : this.texts.nothing_to_redo);
      if (refused) return this.say(refused, "error");
      const { id } = step[0];
      if (new Set(step.map((item) => item.id)).size === 1 && this.store.byId.get(id)?.deleted === false) this.activate(id, { focus: true });
      this.say(direction === "undo" ? this.texts.undone : this.texts.redone);
    });
  }
}

/** What each decision will look like once the server has confirmed it. @type {Record<string, (value?: string) => object>} */
const EXPECTED = {
  accept: () => ({ state: "accepted", reject_reason: "" }),
  reject: () => ({ state: "rejected" }),
  reason: (value) => ({ state: "rejected", reject_reason: value }),
  remove: () => ({ deleted: true }),
  kind: () => ({}),
};

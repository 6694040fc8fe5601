/** Comments on a mark: its threads, which are asked for when its card opens, and writing them. */

import { filled } from "./editing.js";
import { dayAndTime, fromTemplate } from "./element.js";

const OPPOSITES = { delete: "restore", restore: "delete", resolve: "reopen", reopen: "resolve" };

export class Comments {
  /**
   * @param {{api: import("./sync.js").Api, store: import("./store.js").Store, sync: import("./sync.js").Sync,
   *   editing: import("./editing.js").Editing, actions: import("./actions.js").Actions, settings: any}} parts
   */
  constructor(parts) {
    Object.assign(this, parts);
    /** What the server last said, oldest first. @type {Map<number, object[]>} */
    this.known = new Map();
    /** Marks whose comments are being asked for. @type {Set<number>} */
    this.asked = new Set();
    /** Marks whose comments could not be fetched. @type {Set<number>} */
    this.failed = new Set();
  }

  /** @param {object} annotation @returns {Node} */
  section(annotation) {
    const { id } = annotation;
    const rows = this.known.get(id) ?? [];
    const now = counts(rows);
    if (annotation.comment_count !== now.comment_count || annotation.open_comment_count !== now.open_comment_count) this.#load(id);
    const threads = rows.filter((row) => row.parent === null).map((root) => this.#thread(root, rows));
    return fromTemplate("comments", { problem: this.failed.has(id), threads });
  }

  async #load(id) {
    if (this.asked.has(id)) return;
    this.asked.add(id);
    const wasFailed = this.failed.has(id);
    try {
      const rows = await this.api.request(`annotations/${id}/comments/`);
      this.known.set(id, rows);
      this.failed.delete(id);
      this.store.put([{ ...this.store.byId.get(id), ...counts(rows) }]); // what was just asked for is newer than what the card was made of
      this.#redraw(id);
    } catch {
      this.failed.add(id); // the card says so, is complete without, and asks again when it opens the next time
      if (!wasFailed) this.#redraw(id);
    } finally {
      this.asked.delete(id);
    }
  }

  #redraw(id) {
    document.querySelector(`[data-id="${id}"] .comments`)?.replaceWith(this.section(this.store.byId.get(id)));
  }

  /** A root and its answers. */
  #thread(root, rows) {
    const isResolved = Boolean(root.resolved_by);
    const said = [root, ...rows.filter((row) => row.parent === root.id)];
    const thread = fromTemplate("thread", {
      said: said.map((row) => this.#said(row, said.length)),
      done: isResolved && `✓ ${this.texts.comment_resolved_by.replace("{p}", root.resolved_by.name)}`,
      reply: !isResolved,
      resolve: !isResolved,
      reopen: isResolved,
    });
    thread.dataset.value = root.id;
    return thread;
  }

  #said({ id, author, created_at: at, text, parent }, number) {
    const { canComment, user, language } = this.settings;
    const mine = canComment && author.id === user && (parent !== null || number === 1); // what was answered stays
    const said = fromTemplate("said", { author: author.name, time: dayAndTime(at, language), mine, text });
    said.dataset.value = id;
    return said;
  }

  /** @param {number} id @param {number | null} parent the comment it answers */
  write(id, parent = null) {
    this.editing.open(id, filled("comment"), (values) => {
      this.#queue(id, { path: `annotations/${id}/comments/`, body: parent === null ? values : { ...values, parent } }, "delete");
    });
  }

  /** @param {number} id the mark @param {number} comment @param {string} verb */
  act(id, comment, verb) {
    this.#queue(id, asking(comment, verb), OPPOSITES[verb]);
  }

  /** One step of the undo list. @param {number} id the mark @param {Asking} wanted @param {string} by what reverts it */
  #queue(id, wanted, by) {
    this.sync.enqueue(async (key) => {
      const said = await this.#send(id, wanted, key);
      this.actions.undoList.add([{ id, event: 0, comment: said.id, by }]);
    });
  }

  /** Reverts what was done, or does it again. @param {import("./actions.js").Item} item @param {string} key */
  async revert({ id, comment, by }, key) {
    await this.#send(id, asking(comment, by), key);
    return { id, event: 0, comment, by: OPPOSITES[by] };
  }

  /** @param {number} id @param {Asking} wanted @param {string} key */
  async #send(id, { path, method = "POST", body }, key) {
    const said = await this.api.request(path, { method, body, key });
    const others = (this.known.get(id) ?? []).filter((row) => row.id !== said.id);
    const rows = (said.withdrawn_at ? others : [...others, said]).sort((a, b) => a.id - b.id);
    this.known.set(id, rows);
    this.store.put([{ ...this.store.byId.get(id), ...counts(rows) }]);
    return said;
  }
}

/** @typedef {{path: string, method?: string, body?: object}} Asking */

/** @param {number} comment @param {string} verb @returns {Asking} */
const asking = (comment, verb) => (verb === "delete" ? { path: `comments/${comment}/`, method: "DELETE" } : { path: `comments/${comment}/${verb}/` });

/** @param {object[]} rows */
const counts = (rows) => ({ comment_count: rows.length, open_comment_count: rows.filter((row) => row.parent === null && !row.resolved_by).length });

/** Comments on a mark: its threads, which are asked for when its card opens, and writing them. Fetched when somebody begins to work. */

import { element } from "./element.js";

/** @typedef {{path: string, method?: string, body?: object}} Asking */

const OPPOSITES = { delete: "restore", restore: "delete", resolve: "reopen", reopen: "resolve" };

/** @param {number} comment @param {string} verb @returns {Asking} */
const asking = (comment, verb) => (verb === "delete" ? { path: `comments/${comment}/`, method: "DELETE" } : { path: `comments/${comment}/${verb}/` });

export class Comments {
  /**
   * @param {{api: import("./api.js").Api, store: import("./store.js").Store, sync: import("./sync.js").Sync,
   *   editing: import("./editing.js").Editing, actions: import("./actions.js").Actions, settings: any, forms: (use: (forms: typeof import("./forms.js")) => void) => void}} parts
   */
  constructor(parts) {
    Object.assign(this, parts);
    this.texts = parts.settings.texts;
    /** What the server last said, oldest first. @type {Map<number, object[]>} */
    this.known = new Map();
    /** Marks whose comments are being asked for. @type {Set<number>} */
    this.asked = new Set();
    /** Marks whose comments could not be fetched. @type {Set<number>} */
    this.failed = new Set();
  }

  /** @param {object} annotation */
  section(annotation) {
    const { id } = annotation;
    const rows = this.known.get(id) ?? [];
    if (annotation.comment_count !== rows.length || annotation.open_comment_count !== numberOpen(rows)) this.#load(id);
    const write = this.settings.canComment && element("button", { type: "button", class: "button button-plain" }, this.texts.comment_add);
    if (write) write.addEventListener("click", () => this.#write(id, null));
    const problem = this.failed.has(id) && element("p", { class: "muted" }, this.texts.comments_not_fetched);
    if (!rows.length && !write && !problem) return null;
    const acts = {
      write: (of, parent) => this.#write(of, parent),
      act: (row, verb) => this.#act(id, asking(row.id, verb), OPPOSITES[verb]),
    };
    return element("section", { class: "comments", "aria-label": this.texts.comments, "data-comments": String(id) }, problem, ...threads(rows, this.settings, acts), write);
  }

  async #load(id) {
    if (this.asked.has(id)) return;
    this.asked.add(id);
    try {
      this.known.set(id, await this.api.request(`annotations/${id}/comments/`));
      this.failed.delete(id);
      const { comment_count, open_comment_count } = counts(this.known.get(id) ?? []);
      const annotation = { ...this.store.byId.get(id), comment_count, open_comment_count };
      this.store.put([annotation]); // what was just asked for is newer than what the card was made of
      this.#redraw(id);
    } catch {
      const isNews = !this.failed.has(id);
      this.failed.add(id); // the card says so, is complete without, and asks again when it opens the next time
      if (isNews) this.#redraw(id);
    } finally {
      this.asked.delete(id);
    }
  }

  #redraw(id) {
    const present = document.querySelector(`[data-comments="${id}"]`);
    const made = this.section(this.store.byId.get(id));
    if (present?.isConnected && made) present.replaceWith(made);
  }

  /** @param {number} id @param {number | null} parent the comment it answers */
  #write(id, parent) {
    this.forms(({ entered, formFrame, longField }) => this.editing.open(id, (_annotation, { done, drop }) => {
      const save = (form) => {
        const text = entered(form, "text");
        done();
        this.#act(id, { path: `annotations/${id}/comments/`, body: parent === null ? { text } : { text, parent } }, "delete");
      };
      return formFrame(this.texts, [longField(this.texts.comment, "text", "", { required: "" })], { save, drop });
    }));
  }

  /** One step of the undo list. @param {number} id the mark @param {Asking} asking @param {string} by what reverts it */
  #act(id, asking, by) {
    this.sync.enqueue(async (key) => {
      const said = await this.#send(id, asking, key);
      this.actions.undoList.add([{ id, event: 0, comment: said.id, by }]);
    });
  }

  /** Reverts what was done, or does it again. @param {import("./undo.js").Item} item @param {string} key */
  async revert({ id, comment, by }, key) {
    await this.#send(id, asking(comment, by), key);
    return { id, event: 0, comment, by: OPPOSITES[by] };
  }

  /** @param {number} id @param {Asking} asking @param {string} key */
  async #send(id, { path, method = "POST", body }, key) {
    const said = await this.api.request(path, { method, body, key });
    const others = (this.known.get(id) ?? []).filter((row) => row.id !== said.id);
    const rows = (said.withdrawn_at ? others : [...others, said]).sort((a, b) => a.id - b.id);
    this.known.set(id, rows);
    this.store.put([{ ...this.store.byId.get(id), ...counts(rows) }]);
    return said;
  }
}

/** @param {object[]} rows */
function numberOpen(rows) {
  return rows.filter((row) => row.parent === null && !row.resolved_by).length;
}

function counts(rows) {
  return { comment_count: rows.length, open_comment_count: numberOpen(rows) };
}

/**
 * Threads as they are read.
 * @param {any[]} rows oldest first @param {any} settings
 * @param {{write: (id: number, parent: number) => void, act: (row: object, verb: string) => void}} acts
 * @returns {Node[]}
 */
function threads(rows, settings, { write, act }) {
  const { texts, language, canComment, user } = settings;
  const comment = (row, _index, { length }) => {
    const { author, created_at: at, text } = row;
    const time = new Date(at).toLocaleString(language, { day: "numeric", month: "numeric", hour: "2-digit", minute: "2-digit" });
    const isMine = canComment && author.id === user && (row.parent !== null || length === 1); // what was answered stays
    const takeBack = isMine && button(texts.comment_take_back, () => act(row, "delete"));
    if (takeBack) takeBack.className = "link";
    return element("p", { class: "comment" }, element("b", {}, author.name), element("span", { class: "muted" }, ` ${time} `), takeBack, element("br"), text);
  };
  return rows.filter((row) => row.parent === null).map((root) => {
    const said = [root, ...rows.filter((row) => row.parent === root.id)].map(comment);
    const isResolved = Boolean(root.resolved_by);
    const done = isResolved && element("p", { class: "muted" }, `✓ ${texts.comment_resolved_by.replace("{p}", root.resolved_by.name)}`);
    const buttons = canComment && element(
      "div",
      { class: "card-actions" },
      !isResolved && button(texts.comment_reply, () => write(root.annotation, root.id)),
      !isResolved && button(texts.comment_resolve, () => act(root, "resolve")),
      isResolved && button(texts.comment_reopen, () => act(root, "reopen")),
    );
    return element("div", { class: `thread${isResolved ? " is-resolved" : ""}` }, ...said, done, buttons);
  });
}

/** @param {string} label @param {() => void} action */
function button(label, action) {
  const made = element("button", { type: "button", class: "button button-plain" }, label);
  made.addEventListener("click", action);
  return made;
}

/** Comments on a mark: threads on its open card, loaded when it opens. */

import { element } from "./element.js";
import { entered, formFrame, longField } from "./form-frame.js";

export class Comments {
  /**
   * @param {{api: import("./api.js").Api, store: import("./store.js").Store, sync: import("./sync.js").Sync,
   *   editing: import("./editing.js").Editing, settings: object, say: (message: string, tone?: string) => void}} parts
   */
  constructor(parts) {
    Object.assign(this, parts);
    this.texts = parts.settings.texts;
    /** What the server last said, oldest first. @type {Map<number, object[]>} */
    this.known = new Map();
    /** Marks whose comments are being asked for. @type {Set<number>} */
    this.asked = new Set();
  }

  /** @param {object} annotation */
  section(annotation) {
    const { id } = annotation;
    const rows = this.known.get(id) ?? [];
    if (annotation.comment_count !== rows.length || annotation.open_comment_count !== numberOpen(rows)) this.#load(id);
    const write = this.settings.canComment && this.#button(this.texts.comment_add, () => this.#write(id, null));
    if (!rows.length && !write) return null;
    const threads = rows.filter((row) => row.parent === null).map((root) => this.#thread(root, rows));
    return element("section", { class: "comments", "aria-label": this.texts.comments, "data-comments": String(id) }, ...threads, write);
  }

  #thread(root, rows) {
    const said = [root, ...rows.filter((row) => row.parent === root.id)].map((row) => this.#comment(row));
    const isResolved = Boolean(root.resolved_by);
    const done = isResolved && element("p", { class: "muted" }, `✓ ${this.texts.comment_resolved_by.replace("{p}", root.resolved_by.name)}`);
    const buttons = this.settings.canComment && element(
      "div",
      { class: "card-actions" },
      !isResolved && this.#button(this.texts.comment_reply, () => this.#write(root.annotation, root.id)),
      !isResolved && this.#button(this.texts.comment_resolve, () => this.#resolve(root, "resolve")),
      isResolved && this.#button(this.texts.comment_reopen, () => this.#resolve(root, "reopen")),
    );
    return element("div", { class: `thread${isResolved ? " is-resolved" : ""}` }, ...said, done, buttons);
  }

  #comment({ author, created_at: at, text }) {
    const time = new Date(at).toLocaleString(this.settings.language, { day: "numeric", month: "numeric", hour: "2-digit", minute: "2-digit" });
    return element("p", { class: "comment" }, element("b", {}, author.name), element("span", { class: "muted" }, ` ${time}`), element("br"), text);
  }

  #button(label, action) {
    const button = element("button", { type: "button", class: "button button-plain" }, label);
    button.addEventListener("click", action);
    return button;
  }

  async #load(id) {
    if (this.asked.has(id)) return;
    this.asked.add(id);
    try {
      this.known.set(id, await this.api.request(`annotations/${id}/comments/`));
      const present = document.querySelector(`[data-comments="${id}"]`);
      const { comment_count, open_comment_count } = counts(this.known.get(id) ?? []);
      const annotation = { ...this.store.byId.get(id), comment_count, open_comment_count };
      this.store.put([annotation]); // what was just asked for is newer than what the card was made of
      const made = this.section(annotation);
      if (present?.isConnected && made) present.replaceWith(made);
    } catch {
      // Not reached: the card is complete without, and asks again when it opens the next time.
    } finally {
      this.asked.delete(id);
    }
  }

  /** @param {number} id @param {number | null} parent the comment it answers */
  #write(id, parent) {
    this.editing.open(id, (_annotation, { done, drop }) => {
      const save = (form) => {
        const text = entered(form, "text");
        done();
        this.#send(id, `annotations/${id}/comments/`, parent === null ? { text } : { text, parent });
      };
      return formFrame(this.texts, [longField(this.texts.comment, "text", "", { required: "" })], { save, drop });
    });
  }

  /** @param {object} root @param {string} verb */
  #resolve(root, verb) {
    this.#send(root.annotation, `comments/${root.id}/${verb}/`);
  }

  /** @param {number} id @param {string} path @param {object} [body] */
  #send(id, path, body) {
    this.sync.enqueue(async (key) => {
      const said = await this.api.request(path, { method: "POST", body, key });
      const rows = [...(this.known.get(id) ?? []).filter((row) => row.id !== said.id), said].sort((a, b) => a.id - b.id);
      this.known.set(id, rows);
      this.store.put([{ ...this.store.byId.get(id), ...counts(rows) }]);
    });
  }
}

/** @param {object[]} rows */
function numberOpen(rows) {
  return rows.filter((row) => row.parent === null && !row.resolved_by).length;
}

function counts(rows) {
  return { comment_count: rows.length, open_comment_count: numberOpen(rows) };
}

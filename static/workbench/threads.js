/** Threads of comments on a card, as they are read; fetched with the first ones. */

import { element } from "./element.js";

/**
 * @param {any[]} rows oldest first @param {any} settings
 * @param {{write: (id: number, parent: number) => void, resolve: (root: object, verb: string) => void}} acts
 * @returns {Node[]}
 */
export function threads(rows, settings, { write, resolve }) {
  const { texts, language, canComment } = settings;
  const comment = ({ author, created_at: at, text }) => {
    const time = new Date(at).toLocaleString(language, { day: "numeric", month: "numeric", hour: "2-digit", minute: "2-digit" });
    return element("p", { class: "comment" }, element("b", {}, author.name), element("span", { class: "muted" }, ` ${time}`), element("br"), text);
  };
  return rows.filter((row) => row.parent === null).map((root) => {
    const said = [root, ...rows.filter((row) => row.parent === root.id)].map(comment);
    const isResolved = Boolean(root.resolved_by);
    const done = isResolved && element("p", { class: "muted" }, `✓ ${texts.comment_resolved_by.replace("{p}", root.resolved_by.name)}`);
    const buttons = canComment && element(
      "div",
      { class: "card-actions" },
      !isResolved && button(texts.comment_reply, () => write(root.annotation, root.id)),
      !isResolved && button(texts.comment_resolve, () => resolve(root, "resolve")),
      isResolved && button(texts.comment_reopen, () => resolve(root, "reopen")),
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

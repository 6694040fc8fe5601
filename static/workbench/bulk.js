/** What would be decided at once. */

import { element } from "./element.js";

const PREVIEW_SHOWN = 8;

/**
 * Names how many and which before anything happens.
 * @param {HTMLDialogElement} dialog @param {Record<string, string>} texts
 * @param {{say: (message: string) => void, decide: (op: string, annotations: object[]) => void}} callbacks
 */
export function bulkDialog(dialog, texts, { say, decide }) {
  const [title, list, confirm] = [dialog.querySelector("h2"), dialog.querySelector("ul"), dialog.querySelector("[value=go]")];

  /** @param {string} op @param {object[]} annotations @param {string} question */
  return function ask(op, annotations, question) {
    if (!annotations.length) return say(texts.nothing_to_decide);
    title.textContent = question.replace("{n}", String(annotations.length));
    const rest = annotations.length - PREVIEW_SHOWN;
    list.replaceChildren(
      ...annotations.slice(0, PREVIEW_SHOWN).map((a) => element("li", {}, a.exact)),
      ...(rest > 0 ? [element("li", { class: "muted" }, texts.and_more.replace("{n}", String(rest)))] : []),
    );
    dialog.returnValue = "";
    dialog.showModal();
    /** @type {HTMLElement} */ (confirm).focus();
    dialog.addEventListener("close", () => dialog.returnValue === "go" && decide(op, annotations), { once: true });
  };
}

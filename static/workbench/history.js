/** Earlier verdicts on a fact, fetched when somebody wants to see them. */

import { element } from "./element.js";
import { VERDICT_SIGNS } from "./signs.js";

/** @param {object} annotation @param {import("./api.js").Api} api @param {object} settings */
export function verdictHistory({ id }, api, { texts, words, language }) {
  const list = element("ol", { class: "reasons" });
  const details = /** @type {HTMLDetailsElement} */ (element("details", { class: "history" }, element("summary", {}, texts.history), list));
  const row = ({ status, by, at, correction, question, note }) => {
    const time = new Date(at).toLocaleString(language, { day: "numeric", month: "numeric", hour: "2-digit", minute: "2-digit" });
    const said = [correction, question, note].filter(Boolean).join(" · ");
    return element("li", {}, `${VERDICT_SIGNS[status]} ${words.verdict[status]}`, element("span", { class: "muted" }, ` · ${by.name}, ${time}`), said && `: ${said}`);
  };
  details.addEventListener("toggle", async () => {
    if (!details.open || list.children.length) return;
    try {
      const verdicts = await api.request(`annotations/${id}/verdict/`);
      list.replaceChildren(...(verdicts.length ? verdicts.map(row) : [element("li", { class: "muted" }, texts.history_empty)]));
    } catch (error) {
      list.replaceChildren(element("li", { class: "muted" }, texts.history_unreachable));
    }
  });
  return details;
}

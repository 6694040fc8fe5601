/** Earlier verdicts on a fact, fetched when somebody wants to see them. */

import { element } from "./element.js";
import { VERDICT_SIGNS } from "./states.js";

/** @param {number} id @param {import("./api.js").Api} api @param {object} settings @returns {Promise<Node>} */
export async function verdictHistory(id, api, { texts, words, language }) {
  const row = ({ status, by, at, correction, question, note }) => {
    const time = new Date(at).toLocaleString(language, { day: "numeric", month: "numeric", hour: "2-digit", minute: "2-digit" });
    const said = [correction, question, note].filter(Boolean).join(" · ");
    return element("li", {}, `${VERDICT_SIGNS[status]} ${words.verdict[status]}`, element("span", { class: "muted" }, ` · ${by.name}, ${time}`), said && `: ${said}`);
  };
  const verdicts = await api.request(`annotations/${id}/verdict/`);
  return element("ol", { class: "reasons" }, ...(verdicts.length ? verdicts.map(row) : [element("li", { class: "muted" }, texts.history_empty)]));
}

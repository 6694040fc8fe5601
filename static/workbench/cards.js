/** One card: two lines while closed. What an open one shows and does is `card-body.js`, which comes after the first marks. */

import { element } from "./element.js";
import { SIGNS, VERDICT_SIGNS } from "./states.js";

export class CardMaker {
  /** @param {object} settings @param {import("./text-map.js").TextMap} map */
  constructor(settings, map) {
    this.settings = settings;
    this.words = settings.words;
    this.texts = settings.texts;
    this.language = map.root.lang;
    /** What an open card holds; set once it can be opened. @type {(annotation: object) => Node} */
    this.body = () => document.createDocumentFragment();
    /** Where a mark stands, in words. @type {(annotation: object) => string} */
    this.place = () => "";
  }

  /** @param {object} annotation @param {boolean} isOpen @param {{at: number, of: number}} order its place in the whole list @returns {HTMLLIElement} */
  card(annotation, isOpen, { at, of }) {
    const { id, kind, state } = annotation;
    const card = element("li", { class: `card card-${kind} is-${state}`, "data-id": String(id), "aria-posinset": String(at), "aria-setsize": String(of) });
    card.classList.toggle("is-open", isOpen);
    card.classList.toggle("is-pending", Boolean(annotation.pending));
    const button = element(
      "button",
      { type: "button", class: "card-head", "aria-expanded": String(isOpen), "data-card": String(id) },
      element("span", { class: "sign", "aria-hidden": "true" }, SIGNS[kind]),
      element("span", { class: "card-kind" }, this.words.kind[kind]),
      element("span", { class: "card-state" }, this.#stateWords(annotation)),
      element("span", { class: "card-words" }, element("span", { class: "card-exact", lang: this.language }, annotation.exact), this.#checkWords(annotation)),
      element("span", { class: "hidden-words" }, this.place(annotation)),
    );
    card.append(element("article", {}, element("h3", { class: "card-title" }, button), isOpen && this.body(annotation)));
    return /** @type {HTMLLIElement} */ (card);
  }

  #stateWords(annotation) {
    const words = this.words.state[annotation.state];
    return annotation.state === "suggested" && annotation.band ? `${words} · ${this.words.band[annotation.band]}` : words;
  }

  /** The verdict, and how many comments. */
  #checkWords(annotation) {
    const { texts, words } = this;
    const status = annotation.verdict?.status ?? "unchecked";
    const due = annotation.verdict?.is_countersignature_due ? ` · ${texts.due_short}` : "";
    const open = annotation.open_comment_count ? ` · ${texts.comments_open.replace("{n}", String(annotation.open_comment_count))}` : "";
    const verdict = annotation.state === "accepted" ? `${VERDICT_SIGNS[status]} ${words.verdictShort[status]}${due}` : "";
    if (!verdict && !open) return "";
    return element("span", { class: `card-check verdict-${status}` }, verdict || open.slice(3), verdict && open);
  }
}

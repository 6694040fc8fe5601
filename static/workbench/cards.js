/** One card: two lines while closed; open, everything about the annotation and the buttons that decide. */

import { SIGNS } from "./gutter.js";
import { checkWords, verdictFoot } from "./verdict-card.js";

const REASONS = ["wrong_kind", "wrong_extent", "duplicate", "irrelevant", "other"];

/** @param {string} tag @param {Record<string, string>} attributes @param {(Node | string | null | false)[]} children */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null && child !== false && child !== ""));
  return made;
}

export class CardMaker {
  /** @param {object} settings @param {import("./text-map.js").TextMap} map @param {(name: string, id: number, value?: string) => void} act @param {{conflicts: Map<number, object>, editing: () => number | null, form: (annotation: object) => Node, comments: (annotation: object) => Node | null}} more */
  constructor(settings, map, act, { conflicts, editing, form, comments }) {
    this.conflicts = conflicts;
    this.editing = editing;
    this.form = form;
    this.comments = comments;
    this.settings = settings;
    this.words = settings.words;
    this.texts = settings.texts;
    this.language = settings.language;
    this.canMark = settings.canMark;
    this.map = map;
    this.act = act;
  }

  /** @param {object} annotation @param {boolean} isOpen @returns {HTMLLIElement} */
  card(annotation, isOpen) {
    const { id, kind, state } = annotation;
    const card = element("li", { class: `card card-${kind} is-${state}`, "data-id": String(id) });
    card.classList.toggle("is-open", isOpen);
    card.classList.toggle("is-pending", Boolean(annotation.pending));
    const button = element(
      "button",
      { type: "button", class: "card-head", "aria-expanded": String(isOpen), "data-card": String(id) },
      element("span", { class: "sign", "aria-hidden": "true" }, SIGNS[kind]),
      element("span", { class: "card-kind" }, this.words.kind[kind]),
      element("span", { class: "card-state", title: annotation.confidence?.toFixed(2) ?? "" }, this.#stateWords(annotation)),
      element("span", { class: "card-exact", lang: this.map.root.lang }, annotation.exact),
      checkWords(annotation, this.settings),
    );
    button.addEventListener("click", () => this.act("activate", id));
    card.append(element("h3", { class: "card-title" }, button));
    if (isOpen) card.append(this.#body(annotation));
    return /** @type {HTMLLIElement} */ (card);
  }

  #stateWords(annotation) {
    if (annotation.pending) return this.texts.saving;
    const words = this.words.state[annotation.state];
    return annotation.state === "suggested" && annotation.band ? `${words} · ${this.words.band[annotation.band]}` : words;
  }

  #body(annotation) {
    const facts = this.#facts(annotation).filter(([, value]) => value);
    if (annotation.id === this.editing()) return element("div", { class: "card-body" }, this.form(annotation));
    return element(
      "div",
      { class: "card-body" },
      this.#conflict(annotation),
      element("dl", { class: "facts" }, ...facts.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])),
      this.#reasons(annotation),
      annotation.state === "accepted" && verdictFoot(annotation, this.settings, this.act),
      this.comments(annotation),
      this.canMark && this.#buttons(annotation),
    );
  }

  #facts(annotation) {
    const { quote, claim, figure, parts } = annotation;
    const said = (role) => parts.filter((p) => p.role === role).map((p) => p.exact).join(" … ");
    const origin = annotation.creator ? annotation.creator.name : annotation.generator;
    const common = [
      [this.texts.why, annotation.rule_words],
      [this.texts.evidence, this.#evidence(annotation)],
      [this.texts.by, origin],
      [this.texts.rejected, annotation.reject_reason && this.words.reason[annotation.reject_reason]],
    ];
    if (quote) {
      return [
        [this.texts.type, this.words.quoteType[quote.type]],
        [this.texts.speaker, quote.speaker?.name || said("speaker")],
        [this.texts.cue, said("cue")],
        [this.texts.addressee, said("addressee")],
        ...common,
      ];
    }
    if (claim) {
      return [
        [this.texts.worthiness, this.words.worthiness[claim.worthiness]],
        [this.texts.type, this.words.claimType[claim.type]],
        [this.texts.claimant, claim.claimant?.name || said("speaker") || this.texts.article_itself],
        ...common,
      ];
    }
    if (!figure) return common;
    return [
      [this.texts.reading, this.#reading(figure)],
      [this.texts.type, this.words.figureKind[figure.kind]],
      [this.texts.value, this.#value(figure)],
      [this.texts.approximation, figure.approximation && this.words.approximation[figure.approximation]],
      [this.texts.counted, said("counted")],
      ...common,
    ];
  }

  /** The words that triggered the rule, where they are others than the mark itself. */
  #evidence(annotation) {
    const said = annotation.evidence.map(([start, end]) => this.#wordsAt(start, end));
    return said.filter((words) => words !== annotation.exact).join(" … ");
  }

  /** @param {number} start @param {number} end in code points */
  #wordsAt(start, end) {
    const span = this.map.fromCodePoints({ start, end });
    return this.map.text.slice(span.start, span.end);
  }

  #reading(figure) {
    return figure.reading?.[this.language.startsWith("en") ? "en" : "de"] ?? "";
  }

  #value(figure) {
    const number = (n) => n.toLocaleString(this.language, { maximumSignificantDigits: 15 });
    // Resolved against the article's date where that is known; the reading above says what the text itself says.
    if (figure.timex) return figure.resolved || figure.timex;
    const value =
      figure.value !== null
        ? number(figure.value)
        : [figure.minimum, figure.maximum].map((n) => (n === null ? "…" : number(n))).join(" – ");
    return figure.value === null && figure.minimum === null && figure.maximum === null ? "" : `${value} ${figure.unit}`.trim();
  }

  #conflict(annotation) {
    const conflict = this.conflicts.get(annotation.id);
    if (!conflict) return null;
    const time = new Date(annotation.updated_at).toLocaleTimeString(this.language, { hour: "2-digit", minute: "2-digit" });
    const sentence = this.texts.conflict.replace("{t}", time).replace("{s}", this.words.state[annotation.state]);
    const { verdict } = conflict.mine;
    const mine = verdict ? this.words.verdict[verdict.status] : conflict.mine.state ? this.words.state[conflict.mine.state] : this.texts.changed_fields;
    const row = element("div", { class: "card-actions" });
    for (const [name, label] of [["takeMine", this.texts.take_mine], ["keepTheirs", this.texts.keep_theirs]]) {
      const button = element("button", { type: "button", class: "button button-plain" }, label);
      button.addEventListener("click", () => conflict[name]());
      row.append(button);
    }
    const compare = element(
      "details",
      {},
      element("summary", {}, this.texts.compare),
      element("dl", { class: "facts" }, element("dt", {}, this.texts.mine), element("dd", {}, mine), element("dt", {}, this.texts.theirs), element("dd", {}, `${this.words.state[annotation.state]}: ${annotation.exact}`)),
    );
    return element("div", { class: "conflict", role: "alert" }, element("p", {}, sentence), row, compare);
  }

  #reasons(annotation) {
    const reasons = annotation.claim?.reasons ?? [];
    if (!reasons.length) return null;
    const rows = reasons.map((reason) => {
      return element("li", {}, reason.words, " ", element("q", {}, this.#wordsAt(...reason.evidence)));
    });
    return element("div", {}, element("p", { class: "facts-title" }, this.texts.reasons), element("ul", { class: "reasons" }, ...rows));
  }

  #buttons(annotation) {
    const { id, state } = annotation;
    const row = element("div", { class: "card-actions" });
    if (state !== "accepted") row.append(this.#button("accept", id, this.texts.accept, "A", "button-accept"));
    if (state !== "rejected") row.append(this.#button("reject", id, this.texts.reject, "X", "button-reject"));
    row.append(this.#button("edit", id, this.texts.edit, "E", "button-plain"));
    row.append(this.#button("extent", id, this.texts.extent, "B", "button-plain"));
    row.append(this.#button("remove", id, this.texts.remove, "⌫", "button-plain"));
    if (state !== "rejected") return row;
    const reasons = REASONS.map((reason, index) => {
      const button = this.#button("reason", id, this.words.reason[reason], String(index + 1), "button-plain", reason);
      button.setAttribute("aria-pressed", String(annotation.reject_reason === reason));
      return button;
    });
    return element("div", {}, row, element("p", { class: "facts-title" }, this.texts.reason_question), element("div", { class: "card-actions" }, ...reasons));
  }

  #button(name, id, label, key, style, value) {
    const button = element("button", { type: "button", class: `button ${style}` }, label, element("kbd", { "aria-hidden": "true" }, key));
    button.addEventListener("click", () => this.act(name, id, value));
    return button;
  }
}

export { REASONS };

/** What an open card shows and does: facts, reasons, verdict, comments, a conflict, and the buttons that decide. */

import { element } from "./element.js";
import { REASONS, valueInWords } from "./states.js";
import { checkOf } from "./verdict-card.js";

const TWO_LINES = 72; // characters that fit for certain

export class CardBody {
  /**
   * @param {object} settings @param {import("./text-map.js").TextMap} map
   * @param {{act: (name: string, id: number, value?: string) => void, conflicts: Map<number, object>, editing: () => number | null,
   *   form: (annotation: object) => Node, comments: (annotation: object) => Node | null, history: (annotation: object) => Node | null,
   *   compare: (mine: object, theirs: object, facts: (annotation: object) => [string, any][]) => Node,
   *   inside: (annotation: object) => object[], place: (annotation: object) => string, jump: (span: {start: number, end: number}) => void}} parts
   */
  constructor(settings, map, parts) {
    Object.assign(this, parts);
    this.settings = settings;
    this.words = settings.words;
    this.texts = settings.texts;
    this.language = settings.language;
    this.map = map;
  }

  /** @param {object} annotation @returns {Node} */
  body(annotation) {
    if (annotation.id < 0) return element("p", { class: "card-body muted" }, this.texts.not_yet_saved);
    if (annotation.id === this.editing()) return element("div", { class: "card-body" }, this.form(annotation));
    const facts = this.#facts(annotation).filter(([, value]) => value);
    return element(
      "div",
      { class: "card-body" },
      annotation.exact.length > TWO_LINES && this.#more(),
      this.#conflict(annotation),
      element("dl", { class: "facts" }, ...facts.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])),
      this.#reasons(annotation),
      checkOf(annotation, this.settings, this.act),
      annotation.state === "accepted" && this.history(annotation),
      this.comments(annotation),
      this.settings.canMark && this.#buttons(annotation),
    );
  }

  /** The head shows two lines of the words. */
  #more() {
    const button = element("button", { type: "button", class: "link", "aria-expanded": "false" }, this.texts.more);
    button.addEventListener("click", () => {
      const isWhole = button.closest(".card")?.classList.toggle("is-whole");
      button.ariaExpanded = String(isWhole);
      button.textContent = isWhole ? this.texts.less : this.texts.more;
    });
    return button;
  }

  #facts(annotation) {
    const { quote, claim, figure, parts } = annotation;
    const said = (role) => this.#chips(parts.filter((p) => p.role === role));
    const content = parts.filter((p) => p.role === "content");
    const origin = annotation.creator ? annotation.creator.name : annotation.generator;
    const who = [
      [this.texts.by, origin],
      [this.texts.why, annotation.rule_words],
      [this.texts.evidence, this.#evidence(annotation)],
    ];
    const common = [
      [this.texts.contents, content.length > 1 && this.#chips(content)],
      [this.texts.place_in_text, this.place(annotation)],
      [this.texts.number, annotation.confidence !== null && this.#confidence(annotation.confidence)],
      [this.texts.rejected, annotation.reject_reason && this.words.reason[annotation.reject_reason]],
    ];
    if (quote) {
      return [
        ...who,
        [this.texts.type, this.words.quoteType[quote.type]],
        [this.texts.speaker, quote.speaker ? this.#person(quote.speaker) : said("speaker")],
        [this.texts.cue, said("cue")],
        [this.texts.addressee, said("addressee")],
        ...common,
      ];
    }
    if (claim) {
      return [
        ...who,
        [this.texts.worthiness, this.words.worthiness[claim.worthiness]],
        [this.texts.type, this.words.claimType[claim.type]],
        [this.texts.figures_inside, this.#chips(this.inside(annotation))],
        [this.texts.claimant, claim.claimant ? this.#person(claim.claimant) : said("speaker") || this.texts.article_itself],
        ...common,
      ];
    }
    if (!figure) return [...who, ...common];
    return [
      ...who,
      [this.texts.reading, this.#reading(figure)],
      [this.texts.type, this.words.figureKind[figure.kind]],
      [this.texts.value, valueInWords(figure, this)],
      [this.texts.approximation, figure.approximation && this.words.approximation[figure.approximation]],
      [this.texts.counted, said("counted")],
      ...common,
    ];
  }

  /** Parts of the mark, each leading to its words. @param {{exact: string, start: number, end: number}[]} parts */
  #chips(parts) {
    if (!parts.length) return "";
    const chips = parts.map((part) => {
      const chip = element("button", { type: "button", class: "part-chip" }, part.exact);
      chip.addEventListener("click", () => this.jump(part));
      return chip;
    });
    return element("span", { class: "part-chips" }, ...chips);
  }

  /** To all the register knows of a speaker; her other names are there. */
  #person({ id, name }) {
    return id ? element("a", { href: `/speakers/${id}/` }, name) : name;
  }

  /** On request only: a number pretends precision. @param {number} confidence */
  #confidence(confidence) {
    const number = confidence.toLocaleString(this.language, { maximumFractionDigits: 2 });
    return element("details", {}, element("summary", {}, this.texts.show_number), number);
  }

  /** The words that triggered the rule, where they are others than the mark itself. */
  #evidence(annotation) {
    const said = annotation.evidence.map(([start, end]) => this.map.wordsAt({ start, end }));
    return said.filter((words) => words !== annotation.exact).join(" … ");
  }

  #reading(figure) {
    return figure.reading?.[this.language.startsWith("en") ? "en" : "de"] ?? "";
  }

  #conflict(annotation) {
    const conflict = this.conflicts.get(annotation.id);
    if (!conflict) return null;
    const time = new Date(annotation.updated_at).toLocaleTimeString(this.language, { timeStyle: "short" });
    const sentence = this.texts.conflict.replace("{p}", conflict.by).replace("{t}", time).replace("{s}", this.words.state[annotation.state]);
    const buttons = [["takeMine", this.texts.take_mine], ["keepTheirs", this.texts.keep_theirs]].map(([name, label]) => {
      const button = element("button", { type: "button", class: "button button-plain" }, label);
      button.addEventListener("click", () => conflict[name]());
      return button;
    });
    const row = element("div", { class: "card-actions" }, ...buttons);
    const compare = this.compare({ ...annotation, ...conflict.mine }, annotation, (one) => this.#facts(one));
    return element("div", { class: "conflict", role: "alert" }, element("p", {}, sentence), row, compare);
  }

  #reasons(annotation) {
    const reasons = annotation.claim?.reasons ?? [];
    if (!reasons.length) return null;
    const rows = reasons.map((reason) => {
      return element("li", {}, reason.words, " ", element("q", {}, this.map.wordsAt({ start: reason.evidence[0], end: reason.evidence[1] })));
    });
    return element("div", {}, element("p", { class: "facts-title" }, this.texts.reasons), element("ul", { class: "reasons" }, ...rows));
  }

  #buttons(annotation) {
    const { id, state } = annotation;
    const key = (action) => this.settings.keys.labels[action];
    const row = element("div", { class: "card-actions card-deciding" });
    if (state !== "accepted") row.append(this.#button("accept", id, this.texts.accept, key("accept"), "button-accept"));
    if (state !== "rejected") row.append(this.#button("reject", id, this.texts.reject, key("reject"), "button-reject"));
    row.append(this.#button("edit", id, this.texts.edit, key("edit"), "button-plain"));
    row.append(this.#button("extent", id, this.texts.extent, key("extent"), "button-plain"));
    row.append(this.#button("part", id, this.texts.part, key("part"), "button-plain"));
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
    const button = element("button", { type: "button", class: `button ${style}`, title: key }, label, element("kbd", { "aria-hidden": "true" }, key));
    button.addEventListener("click", () => this.act(name, id, value));
    // The press must not take the selection away from the text.
    if (name === "part") button.addEventListener("pointerdown", (event) => event.preventDefault());
    return button;
  }
}

/** One card: two lines while closed; open, it shows facts, reasons, verdict, comments, a conflict, and the buttons that decide. */

import { element, fromTemplate, SIGNS, valueInWords, verdictSlots } from "./element.js";

const TWO_LINES = 72; // characters that fit for certain

export class CardMaker {
  /** @param {object} settings @param {import("./text-map.js").TextMap} map @param {import("./store.js").Store} store */
  constructor(settings, map, store) {
    const { words, texts, language } = settings;
    Object.assign(this, { settings, words, texts, language, map, store });
    /** What makes open cards; there once something can be done. @type {{editing: import("./editing.js").Editing, comments: import("./comments.js").Comments} | null} */
    this.hands = null;
    /** Where a mark stands, in words. @type {(annotation: object) => string} */
    this.place = () => "";
  }

  /** @param {object} annotation @param {boolean} isOpen @param {{at: number, of: number}} order its place in the whole list @returns {HTMLLIElement} */
  card(annotation, isOpen, { at, of }) {
    const { id, kind, state, exact, pending } = annotation;
    const { words } = this;
    const card = fromTemplate("card", {
      sign: SIGNS[kind], kind: words.kind[kind], state: this.#stateWords(annotation), exact, found: this.#found(annotation), place: this.place(annotation),
    });
    card.className = `card card-${kind} is-${state}`;
    card.classList.toggle("is-open", isOpen);
    card.classList.toggle("is-pending", Boolean(pending));
    Object.assign(card, { ariaPosInSet: at, ariaSetSize: of }).dataset.id = id;
    card.querySelector(".card-check")?.classList.add(`verdict-${annotation.verdict?.status}`);
    card.querySelector("button").ariaExpanded = isOpen;
    if (isOpen) card.firstElementChild.append(this.#body(annotation));
    return card;
  }

  #stateWords({ state, band }) {
    const words = this.words.state[state];
    return state === "suggested" && band ? `${words} · ${this.words.band[band]}` : words;
  }

  /** The verdict, and how many comments. */
  #found({ state, verdict, open_comment_count: open }) {
    const { texts, words } = this;
    const status = verdict?.status ?? "unchecked";
    const said = [
      state === "accepted" && `${words.verdictSign[status]} ${words.verdictShort[status]}`,
      state === "accepted" && verdict?.is_countersignature_due && texts.due_short,
      open > 0 && texts.comments_open.replace("{n}", open),
    ];
    return said.filter(Boolean).join(" · ");
  }

  /** @param {object} annotation @returns {Node | string} */
  #body(annotation) {
    const { id, state, exact, claim } = annotation;
    if (!this.hands) return "";
    if (id < 0) return element("p", { class: "card-body muted" }, this.texts.not_yet_saved);
    if (id === this.store.editingId) return element("div", { class: "card-body" }, this.hands.editing.form);
    const body = fromTemplate("body", {
      more: exact.length > TWO_LINES,
      ...this.#conflict(annotation),
      facts: this.#facts(annotation),
      reasons: claim?.reasons.length > 0,
      "reason-rows": claim?.reasons.map(({ words, evidence: [start, end] }) => element("li", {}, words, " ", element("q", {}, this.map.wordsAt({ start, end })))),
      ...verdictSlots(annotation, this.settings),
      comments: this.hands.comments.section(annotation),
      accept: state !== "accepted",
      reject: state !== "rejected",
      "reject-why": state === "rejected",
    });
    const said = [annotation.reject_reason, annotation.verdict?.status ?? (state === "accepted" && "unchecked")];
    for (const button of body.querySelectorAll("button[data-value]:not([data-act=jump])")) button.ariaPressed = said.includes(button.dataset.value);
    return body;
  }

  #facts(annotation) {
    const { quote, claim, figure, parts, creator, generator, confidence } = annotation;
    const { texts, words } = this;
    const said = (role) => this.#chips(parts.filter((p) => p.role === role));
    const content = parts.filter((p) => p.role === "content");
    const facts = fromTemplate("facts", {
      by: creator?.name ?? generator,
      why: annotation.rule_words,
      evidence: this.#evidence(annotation),
      reading: figure?.reading?.[this.language.startsWith("en") ? "en" : "de"],
      worthiness: claim && words.worthiness[claim.worthiness],
      type: quote ? words.quoteType[quote.type] : claim ? words.claimType[claim.type] : figure && words.figureKind[figure.kind],
      speaker: quote && (quote.speaker ? this.#person(quote.speaker) : said("speaker")),
      cue: said("cue"),
      addressee: said("addressee"),
      figures: this.#chips(this.#inside(annotation)),
      claimant: claim && (claim.claimant ? this.#person(claim.claimant) : said("speaker") || texts.article_itself),
      value: figure && valueInWords(figure, this),
      approximation: figure && words.approximation[figure.approximation],
      counted: said("counted"),
      contents: content.length > 1 && this.#chips(content),
      place: element("button", { type: "button", class: "link", "data-act": "jump", "data-value": `${annotation.start} ${annotation.end}` }, this.place(annotation)),
      confidence: confidence !== null,
      rejected: words.reason[annotation.reject_reason],
    });
    const number = facts.querySelector("details span"); // on request only: it pretends precision
    if (number) number.textContent = confidence.toLocaleString(this.language, { maximumFractionDigits: 2 });
    return [...facts.children];
  }

  /** The figures inside a claim. */
  #inside({ start, end, kind }) {
    return this.store.marks().filter((a) => kind === "claim" && a.kind === "figure" && a.start >= start && a.end <= end);
  }

  /** Parts of the mark, each leading to its words. @param {{exact: string, start: number, end: number}[]} parts */
  #chips(parts) {
    const chips = parts.map(({ exact, start, end }) => element("button", { type: "button", class: "part-chip", "data-act": "jump", "data-value": `${start} ${end}` }, exact));
    return chips.length > 0 && element("span", { class: "part-chips" }, ...chips);
  }

  /** With a link to all the register knows of a speaker. @param {{id: number | null, name: string, function?: string, aliases?: string[]}} person */
  #person({ id, name, function: office, aliases = [] }) {
    const others = aliases.length > 0 && this.texts.aliases.replace("{n}", aliases.join(", "));
    const more = [office, others].filter(Boolean).map((words) => ` · ${words}`);
    return id ? [element("a", { href: `/speakers/${id}/` }, name), more.length > 0 && element("span", { class: "muted" }, ...more)].filter(Boolean) : name;
  }

  /** The words that triggered the rule, where they are others than the mark itself. */
  #evidence({ evidence, exact }) {
    const said = evidence.map(([start, end]) => this.map.wordsAt({ start, end }));
    return said.filter((words) => words !== exact).join(" … ");
  }

  /** Somebody was faster: what it is now, and what would be other. */
  #conflict(annotation) {
    const conflict = this.store.conflicts.get(annotation.id);
    if (!conflict) return { conflict: false };
    const time = new Date(annotation.updated_at).toLocaleTimeString(this.language, { timeStyle: "short" });
    const sentence = this.texts.conflict.replace("{p}", conflict.by).replace("{t}", time).replace("{s}", this.words.state[annotation.state]);
    const [mine, theirs] = [{ ...annotation, ...conflict.mine }, annotation].map((one) => this.#fields(one));
    const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((name) => mine[name] !== theirs[name]);
    const rows = names.map((name) => element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, mine[name] ?? "–"), element("td", {}, theirs[name] ?? "–")));
    return { "conflict-words": sentence, differences: rows };
  }

  /** All that can differ, in words. @returns {Record<string, string>} */
  #fields(annotation) {
    const { words } = this;
    const { exact, kind, state, verdict } = annotation;
    const compared = fromTemplate("compared", {
      words: exact,
      kind: words.kind[kind],
      state: words.state[state],
      verdict: words.verdict[verdict?.status ?? "unchecked"],
      note: verdict?.note,
      correction: verdict?.correction,
      question: verdict?.question,
    });
    return Object.fromEntries([...compared.children, ...this.#facts(annotation)].map(({ children: [name, value] }) => [name.textContent, value.textContent]));
  }
}

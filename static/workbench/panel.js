/** The list of cards in text order: the accessible view of all marks. Of a long list only what is near is made. */

import { byId } from "./element.js";
import { byPlace } from "./store.js";

const SLICE = 60; // cards made at once; more than a screen holds

export class Panel {
  /** @param {import("./store.js").Store} store @param {import("./cards.js").CardMaker} maker @param {object} texts */
  constructor(store, maker, texts) {
    Object.assign(this, { store, maker, texts });
    [this.list, this.empty, this.above] = ["cards", "empty", "arrived-above"].map(byId);
    /** @type {Set<number>} arrivals above the active card, shown when asked for */
    this.held = new Set();
    this.isDrawn = false; // until all marks are there, cards would only be moved about
    /** Sentences nobody has looked at: said where all suggestions are decided. */
    this.unlooked = 0;
    this.list.addEventListener("scroll", () => this.#extend(), { passive: true });
  }

  /** Everything anew, from the active card on or from the first: at the beginning and when the filter changes. */
  drawAll() {
    this.isDrawn = true;
    this.held.clear();
    this.#drawAround(this.store.activeId);
    this.#drawEdges();
  }

  /** @param {number | null} id */
  #drawAround(id) {
    this.#order();
    this.from = Math.max(0, this.order.findIndex((a) => a.id === id) - SLICE / 2);
    this.to = this.from + SLICE;
    this.list.replaceChildren();
    this.#fill();
  }

  /** What the list shows, made or not; what is held back is not in it. */
  #order() {
    this.order = this.store.listed().filter((a) => !this.held.has(a.id));
    this.places = new Map(this.order.map((a, index) => [a.id, index + 1]));
  }

  /** More cards where the list is scrolled near the end of what is made, above it without moving what is seen. */
  #extend() {
    const { scrollTop, scrollHeight, clientHeight } = this.list;
    if (scrollTop < clientHeight && this.from > 0) {
      this.from = Math.max(0, this.from - SLICE);
      this.#fill();
      this.list.scrollTop = scrollTop + this.list.scrollHeight - scrollHeight;
    } else if (scrollHeight - scrollTop < 2 * clientHeight && this.to < this.order.length) {
      this.to += SLICE;
      this.#fill();
    }
  }

  /** Only the cards of what changed. New ones go in below the active card; above it they wait. @param {object[]} annotations */
  draw(annotations) {
    if (!this.isDrawn) return;
    const active = this.store.active;
    for (const annotation of annotations) {
      const isKnown = this.places.has(annotation.id);
      if (!this.store.isListed(annotation)) this.held.delete(annotation.id);
      else if (!isKnown && active && byPlace(annotation, active) < 0 && annotation.state === "suggested") this.held.add(annotation.id);
    }
    this.#reconcile(annotations);
    this.#drawEdges();
  }

  /** Brings the cards in line with what is listed now; those of `changed` are made anew. @param {object[]} changed */
  #reconcile(changed) {
    const isWhole = this.to >= this.order.length;
    const first = this.order[this.from];
    this.#order();
    // The same stretch of the list as before: from the card that was its first on, with what came in between.
    this.from = first && this.from ? Math.max(0, this.order.findIndex((a) => byPlace(a, first) >= 0)) : 0;
    const shown = Math.max(this.list.children.length + Math.min(changed.length, SLICE), SLICE);
    this.to = isWhole && this.order.length - this.from <= 2 * shown ? this.order.length : Math.min(this.order.length, this.from + shown);
    this.#fill(new Set(changed.map((a) => a.id)));
  }

  /** Makes what is to be there of the list and is not, and those of `anew` again. @param {Set<number>} anew */
  #fill(anew = new Set()) {
    const wanted = this.order.slice(this.from, this.to);
    const ids = new Set(wanted.map((a) => a.id));
    const hadFocus = this.list.contains(document.activeElement);
    for (const card of this.#cards()) if (!ids.has(Number(card.dataset.id))) card.remove();
    let card = /** @type {HTMLElement | null} */ (this.list.firstElementChild);
    for (const annotation of wanted) {
      if (Number(card?.dataset.id) !== annotation.id) this.list.insertBefore(this.#make(annotation), card);
      else {
        const next = card.nextElementSibling;
        Object.assign(card, { ariaPosInSet: this.places.get(annotation.id), ariaSetSize: this.order.length });
        if (anew.has(annotation.id)) this.#replace(card, annotation);
        card = next;
      }
    }
    // The card that had it has left the list: hands that go nowhere themselves are in the text again.
    if (hadFocus && !this.list.contains(document.activeElement)) this.maker.map.root.focus({ preventScroll: true });
  }

  /** @param {number | null} before @param {number | null} now */
  drawActive(before, now) {
    if (!this.isDrawn) return;
    if (now !== null) this.held.delete(now);
    const changed = [before, now].map((id) => id !== null && this.store.byId.get(id)).filter(Boolean);
    this.#reconcile(/** @type {object[]} */ (changed));
    if (now !== null && !this.#card(now)) this.#drawAround(now);
    this.#drawEdges();
    if (now !== null) this.reveal(now);
  }

  /** The card as it is now, even if it was being edited. @param {object} annotation */
  redraw(annotation) {
    this.#card(annotation.id)?.replaceWith(this.#make(annotation));
  }

  /** @param {number} id @param {number} [level] see `reveal` */
  focus(id, level) {
    /** @type {HTMLElement | null | undefined} */ (this.#card(id)?.querySelector(".card-head"))?.focus({ preventScroll: true });
    this.reveal(id, level);
  }

  /**
   * Scrolls the list alone: the reader's place in the text is sacred.
   * @param {number} id @param {number} [level] in the window: the card stands there as far as the list allows, else it stays where it is
   */
  reveal(id, level) {
    const card = this.#card(id);
    if (!card) return;
    const top = card.offsetTop - this.list.offsetTop;
    const wanted = level === undefined ? top - this.list.scrollTop : level - this.list.getBoundingClientRect().top;
    this.list.scrollTop = top - Math.max(0, Math.min(wanted, this.list.clientHeight - card.offsetHeight));
  }

  /** @param {number} number of sentences nobody has looked at */
  countUnlooked(number) {
    this.unlooked = number;
    if (this.isDrawn) this.#drawEdges();
  }

  focusSummary() {
    this.empty.focus();
  }

  release() {
    this.held.clear();
    this.#reconcile([]);
    this.#drawEdges();
  }

  #make(annotation) {
    return this.maker.card(annotation, annotation.id === this.store.activeId, { at: this.places.get(annotation.id) ?? 0, of: this.order.length });
  }

  #cards() {
    return /** @type {HTMLElement[]} */ ([...this.list.children]);
  }

  #card(id) {
    return /** @type {HTMLElement | null} */ (this.list.querySelector(`[data-id="${id}"]`));
  }

  #replace(card, annotation) {
    if (annotation.id === this.store.editingId && card.querySelector("form")) return;
    const focused = card.contains(document.activeElement);
    card.replaceWith(this.#make(annotation));
    if (focused) this.focus(annotation.id);
  }

  #drawEdges() {
    this.above.hidden = this.held.size === 0;
    this.above.textContent = this.held.size === 1 ? this.texts.arrived_one_above : this.texts.arrived_above.replace("{n}", this.held.size);
    const isEmpty = this.list.children.length === 0;
    this.empty.hidden = !isEmpty;
    if (isEmpty) this.#drawEmpty();
  }

  /** What an empty list says: what the filter left out, or that all is done and what comes next. */
  #drawEmpty() {
    const counts = this.store.counts();
    const none = !(counts.accepted + counts.open + counts.rejected);
    const { state, kind, band, mine } = this.store.filter;
    const is = (wanted) => !none && state === wanted && !kind && !band && !mine;
    const done = is("open") && !counts.open;
    const checked = is("unchecked") && counts.accepted > 0 && !counts.unchecked;
    const over = done || checked;
    const said = { none, done, checked, over, some: !none, filtered: !none && !over, left: over && this.unlooked > 0, due: done && counts.unchecked > 0 };
    for (const part of /** @type {HTMLCollectionOf<HTMLElement>} */ (this.empty.children)) part.hidden = !said[part.dataset.if];
    byId("minutes").textContent = Math.max(1, Math.round(performance.now() / 60_000));
    byId("filter-words").textContent = filterWords();
  }
}

/** What narrows the list, as its fields say it. */
function filterWords() {
  const [mine, ...fields] = [...byId("filters").elements].reverse();
  const words = fields.filter(({ value }) => value && value !== "all").map((field) => field.selectedOptions[0].text).reverse();
  return [...words, ...(mine.checked ? [mine.parentElement.textContent.trim()] : [])].join(", ");
}

/** The list of cards in text order: the accessible view of all marks. */

import { element } from "./cards.js";
import { byPlace } from "./store.js";

export class Panel {
  /** @param {HTMLElement} root @param {import("./store.js").Store} store @param {import("./cards.js").CardMaker} maker @param {object} texts */
  constructor(root, store, maker, texts) {
    this.list = /** @type {HTMLElement} */ (root.querySelector("#cards"));
    this.empty = /** @type {HTMLElement} */ (root.querySelector("#empty"));
    this.above = /** @type {HTMLButtonElement} */ (root.querySelector("#arrived-above"));
    this.store = store;
    this.maker = maker;
    this.texts = texts;
    /** @type {Set<number>} arrivals above the active card, shown when asked for */
    this.held = new Set();
    /** Until all marks are there, cards would only be moved about. */
    this.isDrawn = false;
    /** Sentences nobody has looked at: said where all suggestions are decided. */
    this.unlooked = 0;
    this.above.addEventListener("click", () => this.release());
    this.empty.addEventListener("click", (event) => {
      const { show } = /** @type {HTMLElement} */ (event.target).dataset;
      if (!show) return;
      store.setFilter(show, "");
      if (show === "unchecked") this.list.querySelector("button")?.click();
    });
  }

  /** Everything anew: at the beginning and when the filter changes. */
  drawAll() {
    this.isDrawn = true;
    this.held.clear();
    this.list.replaceChildren(...this.store.listed().map((a) => this.#make(a)));
    this.#drawEdges();
  }

  /** Only the cards of what changed. New ones go in below the active card; above it they wait. @param {object[]} annotations */
  draw(annotations) {
    if (!this.isDrawn) return;
    const active = this.store.active;
    for (const annotation of annotations) {
      const card = this.#card(annotation.id);
      if (!this.store.isListed(annotation)) {
        card?.remove();
        this.held.delete(annotation.id);
      } else if (card) this.#replace(card, annotation);
      else if (active && byPlace(annotation, active) < 0 && !annotation.creator) this.held.add(annotation.id);
      else this.#insert(annotation);
    }
    this.#drawEdges();
  }

  /** @param {number | null} before @param {number | null} now */
  drawActive(before, now) {
    for (const id of [before, now]) {
      const annotation = id !== null && this.store.byId.get(id);
      const card = id !== null && this.#card(id);
      if (!annotation) continue;
      const isListed = this.store.isListed(annotation);
      if (card && isListed) this.#replace(card, annotation);
      else if (card) card.remove();
      else if (isListed) this.#insert(annotation);
    }
    this.#drawEdges();
    if (now !== null) this.#reveal(now);
  }

  /** The card as it is now, even if it was being edited. @param {object} annotation */
  redraw(annotation) {
    this.#card(annotation.id)?.replaceWith(this.#make(annotation));
  }

  /** The first field of a card that is being edited. @param {number} id */
  focusField(id) {
    /** @type {HTMLElement | null | undefined} */ (this.#card(id)?.querySelector("form [data-first], form select, form input, form textarea"))?.focus();
  }

  /** @param {number} id */
  focus(id) {
    /** @type {HTMLElement | null} */ (this.list.querySelector(`[data-card="${id}"]`))?.focus({ preventScroll: true });
    this.#reveal(id);
  }

  /** Scrolls the list alone: the reader's place in the text is sacred. @param {number} id */
  #reveal(id) {
    const card = this.#card(id);
    if (!card) return;
    const [top, bottom] = [card.offsetTop - this.list.offsetTop, card.offsetTop - this.list.offsetTop + card.offsetHeight];
    if (top < this.list.scrollTop || card.offsetHeight > this.list.clientHeight) this.list.scrollTop = top;
    else if (bottom > this.list.scrollTop + this.list.clientHeight) this.list.scrollTop = bottom - this.list.clientHeight;
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
    const ids = [...this.held];
    this.held.clear();
    for (const id of ids) this.#insert(this.store.byId.get(id));
    this.#drawEdges();
  }

  #make(annotation) {
    return this.maker.card(annotation, annotation.id === this.store.activeId);
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

  #insert(annotation) {
    const next = [...this.list.children].find((card) => {
      const other = this.store.byId.get(Number(/** @type {HTMLElement} */ (card).dataset.id));
      return other && byPlace(annotation, other) < 0;
    });
    this.list.insertBefore(this.#make(annotation), next ?? null);
  }

  #drawEdges() {
    this.above.hidden = this.held.size === 0;
    this.above.textContent = this.texts.arrived_above.replace("{n}", String(this.held.size));
    const isEmpty = this.list.children.length === 0;
    this.empty.hidden = !isEmpty;
    if (!isEmpty) return;
    const counts = this.store.counts();
    const none = counts.accepted + counts.open + counts.rejected === 0;
    const done = !none && counts.open === 0 && this.store.filter === "open" && !this.store.kind;
    const checked = counts.accepted > 0 && counts.unchecked === 0 && this.store.filter === "unchecked" && !this.store.kind;
    const words = none ? this.texts.no_marks : done ? this.texts.all_done : checked ? this.texts.all_checked : this.texts.filter_empty;
    const left = (done || checked) && this.unlooked > 0 && this.texts.unlooked_left.replace("{n}", String(this.unlooked));
    const next = done && counts.unchecked > 0 && element("button", { type: "button", class: "button button-main", "data-show": "unchecked" }, this.texts.check_now.replace("{n}", String(counts.unchecked)));
    const summary = words.replace("{a}", String(counts.accepted)).replace("{r}", String(counts.rejected));
    const showAll = element("button", { type: "button", class: "button button-plain", "data-show": "all" }, this.texts.show_all);
    this.empty.replaceChildren(element("p", {}, summary), left ? element("p", {}, left) : "", next || "", none ? "" : showAll);
  }
}

/** One chip per line that has marks: the sign of each kind, hollow while undecided, and how many. Only near the view. */

import { SIGNS } from "./states.js";

const MARGIN = "100% 0px"; // a screen above and below: drawn before it is scrolled to
const BLOCKS_A_FRAME = 2;
/** Stands for the chips of a block that has none yet. @type {HTMLElement[]} */
const WAITING = [];

export class Gutter {
  /**
   * @param {HTMLElement} element @param {import("./highlights.js").Highlights} highlights
   * @param {{marks: () => object[], activeId: () => number | null, pick: (id: number) => void, label: (n: number) => string}} parts
   */
  constructor(element, highlights, { marks, activeId, pick, label }) {
    this.element = element;
    this.highlights = highlights;
    this.map = highlights.map;
    this.marks = marks;
    this.activeId = activeId;
    this.pick = pick;
    this.label = label;
    this.scheduled = false;
    this.isDrawing = false;
    /** Where each mark's line is; known until the text is laid out anew. @type {Map<string, number>} */
    this.lines = new Map();
    /** The marks that begin in each block; found again when marks change. @type {Map<Element, object[]> | null} */
    this.byBlock = null;
    /** Blocks of the text near the view, with their chips. @type {Map<Element, HTMLElement[]>} */
    this.near = new Map();
    this.observer = new IntersectionObserver((entries) => this.#move(entries), { rootMargin: MARGIN });
    for (const { element: block } of this.map.blocks) this.observer.observe(block);
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #move(entries) {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting && !this.near.has(target)) this.near.set(target, WAITING);
      else if (!isIntersecting) this.#clear(target);
    }
    this.#drawSome();
  }

  /** Blocks that came near, a few a frame: scrolling must not wait for them. */
  #drawSome() {
    if (this.isDrawing) return;
    const waiting = [...this.near].filter(([, chips]) => chips === WAITING).map(([block]) => block);
    this.#draw(waiting.slice(0, BLOCKS_A_FRAME));
    this.isDrawing = waiting.length > BLOCKS_A_FRAME;
    if (!this.isDrawing) return;
    requestAnimationFrame(() => {
      this.isDrawing = false;
      this.#drawSome();
    });
  }

  #clear(block) {
    for (const chip of this.near.get(block) ?? []) chip.remove();
    this.near.delete(block);
  }

  /** The text was laid out anew. */
  forget() {
    this.lines.clear();
    this.schedule();
  }

  /** Marks have changed. Draws at the next frame, however often it is asked. */
  schedule() {
    this.byBlock = null;
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      this.#draw([...this.near.keys()]);
    });
  }

  #marksOf(block) {
    if (!this.byBlock) {
      this.byBlock = new Map();
      for (const mark of this.marks()) {
        const { element } = this.map.blockAt(this.map.fromCodePoints(mark).start);
        const marks = this.byBlock.get(element);
        if (marks) marks.push(mark);
        else this.byBlock.set(element, [mark]);
      }
    }
    return this.byBlock.get(block) ?? [];
  }

  /** @param {Element[]} blocks */
  #draw(blocks) {
    let measured = null;
    const top = () => (measured ??= this.element.getBoundingClientRect().top);
    const activeId = this.activeId();
    // All reading of positions before all writing: one layout, not one per mark.
    const grouped = blocks.map((block) => {
      /** @type {Map<number, object[]>} */
      const lines = new Map();
      for (const mark of this.#marksOf(block)) {
        const y = this.#lineOf(mark, top);
        const line = lines.get(y);
        if (line) line.push(mark);
        else lines.set(y, [mark]);
      }
      return lines;
    });
    for (const [index, lines] of grouped.entries()) {
      for (const chip of this.near.get(blocks[index]) ?? []) chip.remove();
      const chips = [...lines].map(([y, group]) => this.#chip(y, group, activeId));
      this.near.set(blocks[index], chips);
      this.element.append(...chips);
    }
  }

  #lineOf(mark, top) {
    const key = `${mark.id}/${mark.start}`;
    const known = this.lines.get(key);
    if (known !== undefined) return known;
    const y = Math.round((this.highlights.firstRect(mark).top - top()) / 4) * 4;
    this.lines.set(key, y);
    return y;
  }

  #chip(y, group, activeId) {
    const chip = document.createElement("button");
    const open = group.filter((m) => m.state === "suggested");
    const first = open[0] ?? group[0];
    chip.type = "button";
    chip.className = `chip chip-${first.kind}`;
    chip.classList.toggle("is-hollow", open.length > 0);
    chip.classList.toggle("is-active", group.some((m) => m.id === activeId));
    chip.style.setProperty("--chip-top", `${y}px`);
    chip.textContent = SIGNS[first.kind] + (group.length > 1 ? group.length : "");
    chip.ariaLabel = this.label(group.length);
    chip.tabIndex = -1;
    chip.addEventListener("click", () => {
      const at = group.findIndex((m) => m.id === activeId);
      this.pick(group[(at + 1) % group.length].id);
    });
    return chip;
  }
}

/** Draws marks with the CSS Custom Highlight API, and chips beside their lines: the text's own nodes never change. */

import { element, SIGNS } from "./element.js";

const MARGIN = "200% 0px"; // two screens above and below: drawn before they are scrolled to
// Milliseconds. After any change of the page the browser goes through all highlights again (with 5 000 a frame of 50 ms),
// so chips are drawn when scrolling rests; at the latest after so long.
const REST = 100;
const LATEST = 1000;
const KINDS = ["quote", "claim", "figure"];
const STATES = ["suggested", "accepted"];

/** The stretches of an annotation: the content parts of a split quote, else the one span. @param {object} annotation */
export function stretches(annotation) {
  const content = annotation.parts.filter((p) => p.role === "content");
  return content.length ? content : [annotation];
}

export class Highlights {
  /** @param {import("./text-map.js").TextMap} map */
  constructor(map) {
    this.map = map;
    /** @type {Map<number, {name: string, ranges: AbstractRange[]}>} */
    this.drawn = new Map();
    /** @type {Record<string, Highlight>} */
    this.sets = {};
    const names = ["unlooked", ...KINDS.flatMap((kind) => STATES.map((state) => `${kind}-${state}`)), "evidence", "pending", ...KINDS.map((kind) => `active-${kind}`)];
    names.forEach((name, priority) => {
      const highlight = new Highlight();
      highlight.priority = priority;
      CSS.highlights.set(name, highlight);
      this.sets[name] = highlight;
    });
  }

  /** Draws what is new or other than before and leaves the rest alone. @param {object[]} annotations those that changed */
  update(annotations) {
    for (const annotation of annotations) {
      const before = this.drawn.get(annotation.id);
      if (before) for (const range of before.ranges) this.sets[before.name].delete(range);
      this.drawn.delete(annotation.id);
      if (annotation.deleted || !STATES.includes(annotation.state)) continue;
      const name = `${annotation.kind}-${annotation.state}`;
      const ranges = stretches(annotation).map((span) => this.#range(span));
      for (const range of ranges) this.sets[name].add(range);
      this.drawn.set(annotation.id, { name, ranges });
    }
  }

  /** @param {object | null} annotation */
  showActive(annotation) {
    for (const kind of KINDS) this.sets[`active-${kind}`].clear();
    this.sets.evidence.clear();
    if (!annotation || annotation.deleted) return;
    for (const span of stretches(annotation)) this.sets[`active-${annotation.kind}`].add(this.#range(span));
    for (const part of annotation.parts) if (part.role !== "content") this.sets.evidence.add(this.#range(part));
  }

  /** @param {{start: number, end: number} | null} span in UTF-16 units */
  showPending(span) {
    this.sets.pending.clear();
    if (span) this.sets.pending.add(this.map.staticRange(span.start, span.end));
  }

  /** @param {{start: number, end: number}[]} sentences in code points */
  showUnlooked(sentences) {
    this.sets.unlooked.clear();
    for (const sentence of sentences) this.sets.unlooked.add(this.#range(sentence));
  }

  /** Where a mark begins on the page. @param {object} annotation @returns {DOMRect} */
  firstRect(annotation) {
    const { start } = this.map.fromCodePoints(annotation);
    return this.map.range(start, start + 1).getBoundingClientRect();
  }

  /** @param {{start: number, end: number}} span in code points */
  #range(span) {
    const units = this.map.fromCodePoints(span);
    return this.map.staticRange(units.start, units.end);
  }
}

/** One chip per line where marks begin: a sign, hollow while one of them is undecided, and how many. Only near the view. */
export class Gutter {
  /**
   * @param {HTMLElement} root @param {Highlights} highlights
   * @param {{marks: () => object[], activeId: () => number | null, pick: (id: number) => void, label: (n: number) => string}} parts
   */
  constructor(root, highlights, parts) {
    Object.assign(this, { root, highlights, map: highlights.map, scheduled: false, ...parts });
    /** Where each mark's line is; known until the text is laid out anew. @type {Map<string, number>} */
    this.lines = new Map();
    /** The marks that begin in each block; found again when marks change. @type {Map<Element, object[]> | null} */
    this.byBlock = null;
    /** Blocks of the text near the view. @type {Set<Element>} */
    this.near = new Set();
    /** Blocks with the chips they have; soon those that are near. @type {Map<Element, HTMLElement[]>} */
    this.drawn = new Map();
    this.timer = 0;
    this.waitsSince = 0; // or 0 where nothing waits
    this.observer = new IntersectionObserver((entries) => this.#move(entries), { rootMargin: MARGIN });
    for (const { element: block } of this.map.blocks) this.observer.observe(block);
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #move(entries) {
    for (const { target, isIntersecting } of entries) this.near[isIntersecting ? "add" : "delete"](target);
    this.waitsSince ||= performance.now();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#follow(), Math.min(REST, this.waitsSince + LATEST - performance.now()));
  }

  /** Draws beside what has come near, and clears what has gone. */
  #follow() {
    this.waitsSince = 0;
    for (const block of this.drawn.keys()) if (!this.near.has(block)) this.#clear(block);
    this.#draw([...this.near].filter((block) => !this.drawn.has(block)));
  }

  #clear(block) {
    for (const chip of this.drawn.get(block) ?? []) chip.remove();
    this.drawn.delete(block);
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
      this.#draw([...this.drawn.keys()]);
    });
  }

  #marksOf(block) {
    this.byBlock ??= Map.groupBy(this.marks(), (mark) => this.map.blockAt(this.map.fromCodePoints(mark).start).element);
    return this.byBlock.get(block) ?? [];
  }

  /** @param {Element[]} blocks */
  #draw(blocks) {
    let measured = null;
    const top = () => (measured ??= this.root.getBoundingClientRect().top);
    const activeId = this.activeId();
    // All reading of positions before all writing: one layout, not one per mark.
    const grouped = blocks.map((block) => Map.groupBy(this.#marksOf(block), (mark) => this.#lineOf(mark, top)));
    for (const [index, lines] of grouped.entries()) {
      this.#clear(blocks[index]);
      const chips = [...lines].map(([y, group]) => this.#chip(y, group, activeId));
      this.drawn.set(blocks[index], chips);
      this.root.append(...chips);
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
    const open = group.find((m) => m.state === "suggested");
    const { kind } = open ?? group[0];
    const chip = element("button", { type: "button", class: `chip chip-${kind}`, tabindex: "-1", "aria-label": this.label(group.length) }, SIGNS[kind] + (group.length > 1 ? group.length : ""));
    chip.classList.toggle("is-hollow", Boolean(open));
    chip.classList.toggle("is-active", group.some((m) => m.id === activeId));
    chip.style.setProperty("--chip-top", `${y}px`);
    chip.addEventListener("click", () => {
      const at = group.findIndex((m) => m.id === activeId);
      this.pick(group[(at + 1) % group.length].id);
    });
    return chip;
  }
}

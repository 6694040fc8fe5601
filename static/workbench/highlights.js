/** Draws marks with the CSS Custom Highlight API: the text's own nodes never change. */

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

/**
 * Places in the article: the one conversion between code points, which are stored and sent, UTF-16 units, which
 * strings in a script count, and nodes of the page. Nobody else does arithmetic on code points.
 */

/** Converts both ways by one sorted table of the characters beyond the basic plane. */
export class CodePointTable {
  /** @param {string} text */
  constructor(text) {
    /** @type {number[]} UTF-16 places at which such characters begin */
    this.astral = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index);
  }

  /** @param {number} unit a UTF-16 place @returns {number} */
  toCodePoint(unit) {
    return unit - firstIndex(this.astral, (start) => start >= unit);
  }

  /** @param {number} point @returns {number} the UTF-16 place */
  toUnit(point) {
    return point + firstIndex(this.astral, (start, index) => start - index >= point);
  }
}

/** The first index for which the test holds, by halving. @template T @param {T[]} sorted @param {(value: T, index: number) => boolean} test */
function firstIndex(sorted, test) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(sorted[middle], middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The article's text as rendered: blocks of one or more text nodes. All places in UTF-16 units unless named otherwise. */
export class TextMap {
  /** @param {HTMLElement} root holds one element per block with `data-start` in code points */
  constructor(root) {
    this.root = root;
    /** The text nodes in order, each with the block it stands in. @type {{start: number, end: number, node: Text, element: HTMLElement}[]} */
    this.blocks = [];
    /** @type {Map<Node, {start: number, end: number, node: Text, element: HTMLElement}>} */
    this.byNode = new Map();
    let points = 0;
    let text = "";
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-start]"))) {
      text += "\n".repeat(Number(element.dataset.start) - points);
      points = Number(element.dataset.start);
      const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = /** @type {Text | null} */ (nodes.nextNode()); node; node = /** @type {Text | null} */ (nodes.nextNode())) {
        const block = { start: text.length, end: text.length + node.data.length, node, element };
        text += node.data;
        points += [...node.data].length;
        this.blocks.push(block);
        this.byNode.set(node, block);
      }
    }
    this.text = text;
    this.table = new CodePointTable(text);
  }

  /** One range per stretch; it may cross blocks. It follows changes of the page. @param {number} start @param {number} end @returns {Range} */
  range(start, end) {
    const { startContainer, startOffset, endContainer, endOffset } = this.#ends(start, end);
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range;
  }

  /** The same for drawing, without what following changes costs: the text never changes. @param {number} start @param {number} end */
  staticRange(start, end) {
    return new StaticRange(this.#ends(start, end));
  }

  #ends(start, end) {
    const first = this.blockAt(start);
    const last = this.blockAt(end, true);
    return {
      startContainer: first.node,
      startOffset: Math.max(0, Math.min(start, first.end) - first.start),
      endContainer: last.node,
      endOffset: Math.max(0, Math.min(end, last.end) - last.start),
    };
  }

  /** @param {number} place @param {boolean} closing the block that ends at a border rather than the one that begins */
  blockAt(place, closing = false) {
    const index = firstIndex(this.blocks, ({ end }) => (closing ? end >= place : end > place));
    return this.blocks[Math.min(index, this.blocks.length - 1)];
  }

  /** The place of a point of the page inside the text, or null outside it. @param {Node} node @param {number} offset */
  placeOf(node, offset) {
    if (!this.root.contains(node)) return null;
    const known = this.byNode.get(node);
    if (known) return known.start + offset;
    // A point between nodes: where the next piece of text begins, or where the last one before it ends.
    const inside = document.createRange();
    inside.setStart(node, offset);
    const next = this.blocks.find((b) => inside.comparePoint(b.node, 0) >= 0);
    if (!next) return this.text.length;
    const before = this.blocks[this.blocks.indexOf(next) - 1];
    return before && node !== this.root && node.contains(before.node) && !node.contains(next.node) ? before.end : next.start;
  }

  /** @param {{start: number, end: number}} span in code points */
  fromCodePoints(span) {
    return { start: this.table.toUnit(span.start), end: this.table.toUnit(span.end) };
  }

  /** @param {{start: number, end: number}} span @returns {{start: number, end: number, exact: string}} as the API takes it */
  toCodePoints(span) {
    return {
      start: this.table.toCodePoint(span.start),
      end: this.table.toCodePoint(span.end),
      exact: this.text.slice(span.start, span.end),
    };
  }

  /** The words at a place in code points. @param {{start: number, end: number}} span */
  wordsAt(span) {
    const { start, end } = this.fromCodePoints(span);
    return this.text.slice(start, end);
  }
}

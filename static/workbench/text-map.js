/**
 * Places in the article: the one conversion between code points, which are stored and sent, UTF-16 units, which
 * strings in a script count, and nodes of the page. Nobody else does arithmetic on code points.
 */

/** Converts both ways by one sorted table of the characters beyond the basic plane. */
export class CodePointTable {
  /** @param {string} text */
  constructor(text) {
    /** @type {number[]} UTF-16 places at which such characters begin */
    this.astral = [];
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      if (unit >= 0xd800 && unit < 0xdc00) {
        this.astral.push(i);
        i += 1;
      }
    }
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

/** The first index for which the test holds, by halving. @param {number[]} sorted @param {(value: number, index: number) => boolean} test */
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

/** The article's text as rendered: blocks, each one text node. All places in UTF-16 units unless named otherwise. */
export class TextMap {
  /** @param {HTMLElement} root holds one element per block with `data-start` in code points */
  constructor(root) {
    this.root = root;
    /** @type {{start: number, end: number, node: Text, element: HTMLElement}[]} */
    this.blocks = [];
    let points = 0;
    let text = "";
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-start]"))) {
      const gap = Number(element.dataset.start) - points;
      text += "\n".repeat(gap);
      const node = /** @type {Text} */ (element.firstChild);
      const start = text.length;
      text += node.data;
      points = Number(element.dataset.start) + [...node.data].length;
      this.blocks.push({ start, end: text.length, node, element });
    }
    this.text = text;
    this.table = new CodePointTable(text);
  }

  /** One range per stretch; it may cross blocks. @param {number} start @param {number} end @returns {Range} */
  range(start, end) {
    const range = document.createRange();
    const first = this.#block(start, false);
    const last = this.#block(end, true);
    range.setStart(first.node, Math.max(0, Math.min(start, first.end) - first.start));
    range.setEnd(last.node, Math.max(0, Math.min(end, last.end) - last.start));
    return range;
  }

  /** @param {number} place @param {boolean} closing the block that ends at a border rather than the one that begins */
  #block(place, closing) {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (closing ? this.blocks[middle].end >= place : this.blocks[middle].end > place) high = middle;
      else low = middle + 1;
    }
    return this.blocks[low];
  }

  /** The place of a point of the page inside the text, or null outside it. @param {Node} node @param {number} offset */
  placeOf(node, offset) {
    if (!this.root.contains(node)) return null;
    if (node.nodeType === Node.TEXT_NODE) {
      const block = this.blocks.find((b) => b.node === node);
      return block ? block.start + offset : null;
    }
    if (node === this.root) {
      const child = node.childNodes[offset];
      const block = child ? this.blocks.find((b) => b.element === child || child.contains(b.element)) : undefined;
      return block ? block.start : offset === 0 ? 0 : this.text.length;
    }
    const block = this.blocks.find((b) => b.element === node);
    return block ? (offset === 0 ? block.start : block.end) : null;
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
}

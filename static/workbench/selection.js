/** From what is selected in the text to the span that would be marked. */

import { normalise } from "./tokeniser.js";

const SETTLE_MILLISECONDS = 80; // touch handles send many events; the last one counts

export class TextSelection extends EventTarget {
  /** @param {import("./text-map.js").TextMap} map */
  constructor(map) {
    super();
    this.map = map;
    /** @type {{start: number, end: number} | null} as the browser has it, in UTF-16 units */
    this.rough = null;
    this.keepExact = false;
    this.timer = 0;
    document.addEventListener("selectionchange", () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.#read(), SETTLE_MILLISECONDS);
    });
    document.addEventListener("pointerup", (event) => {
      this.keepExact = event.altKey;
    });
  }

  /** The span as a mark of this kind would take it. @param {string} kind */
  span(kind = "") {
    this.#read();
    return this.rough && normalise(this.map.text, this.rough, { kind, keepExact: this.keepExact });
  }

  clear() {
    getSelection()?.removeAllRanges();
    this.rough = null;
    this.#tell();
  }

  #read() {
    const selection = getSelection();
    const before = this.rough;
    this.rough = selection && selection.rangeCount && !selection.isCollapsed ? this.#inText(selection.getRangeAt(0)) : null;
    if (before !== this.rough) this.#tell();
  }

  /** The part of a range that lies in the text. @param {Range} range */
  #inText(range) {
    const { root, text } = this.map;
    if (!range.intersectsNode(root)) return null;
    const start = this.map.placeOf(range.startContainer, range.startOffset);
    const end = this.map.placeOf(range.endContainer, range.endOffset);
    if (start === null && end === null) return null;
    const span = { start: start ?? 0, end: end ?? text.length };
    return span.start < span.end ? span : null;
  }

  #tell() {
    const span = this.rough && normalise(this.map.text, this.rough, { keepExact: this.keepExact });
    this.dispatchEvent(new CustomEvent("change", { detail: span }));
  }
}

/** The place in the text under a point, by whichever way the browser knows. @param {import("./text-map.js").TextMap} map @param {number} x @param {number} y */
export function placeAt(map, x, y) {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && map.placeOf(caret.offsetNode, caret.offset);
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? map.placeOf(range.startContainer, range.startOffset) : null;
}

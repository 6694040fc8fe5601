/** From what is selected in the text, by whichever way, to the span that would be marked. */

import { normalise } from "./tokeniser.js";

const SETTLE_MILLISECONDS = 80; // touch handles send many events; the last one counts

export class TextSelection extends EventTarget {
  /** @param {import("./text-map.js").TextMap} map */
  constructor(map) {
    super();
    this.map = map;
    /** In UTF-16 units; from the browser, or set by word cursor, tapping and finding. @type {{start: number, end: number} | null} */
    this.rough = null;
    this.isOwn = false;
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
    return this.rough && normalise(this.map.text, this.rough, { kind, keepExact: this.keepExact && !this.isOwn });
  }

  /** Selects without the browser's selection, whose place in the page it does not touch. @param {{start: number, end: number}} span */
  set(span) {
    getSelection()?.removeAllRanges();
    this.rough = span;
    this.isOwn = true;
    this.#tell();
  }

  clear() {
    getSelection()?.removeAllRanges();
    this.rough = null;
    this.isOwn = false;
    this.#tell();
  }

  #read() {
    const selection = getSelection();
    const drawn = selection && selection.rangeCount && !selection.isCollapsed ? this.#inText(selection.getRangeAt(0)) : null;
    if (!drawn && this.isOwn) return;
    const changed = drawn?.start !== this.rough?.start || drawn?.end !== this.rough?.end;
    this.rough = drawn;
    this.isOwn = false;
    if (changed) this.#tell();
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

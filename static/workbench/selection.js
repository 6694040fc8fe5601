/** What is selected in the text, by whichever way, as the span that would be marked; and the word cursor, which selects by keyboard. */

import { Teller } from "./element.js";
import { normalise, sentenceEnds, words } from "./tokeniser.js";

const SETTLE_MILLISECONDS = 80; // touch handles send many events; the last one counts

export class TextSelection extends Teller {
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
    document.addEventListener("pointerup", ({ altKey }) => {
      if (this.keepExact === altKey) return;
      this.keepExact = altKey;
      this.#tell();
    });
  }

  /** The span as a mark of this kind would take it. @param {string} kind */
  span(kind = "") {
    this.#read();
    return this.rough && normalise(this.map.text, this.rough, { kind, keepExact: this.keepExact });
  }

  /** Selects without the browser's selection, whose place in the page it does not touch. @param {{start: number, end: number}} span */
  set(span) {
    getSelection()?.removeAllRanges();
    this.rough = span;
    this.isOwn = true;
    this.keepExact = false;
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
    this.tell("change", span);
  }
}

/** Selecting by keyboard, word by word, sentence by sentence, line by line of the screen. */
export class WordCursor {
  /**
   * @param {import("./text-map.js").TextMap} map @param {TextSelection} selection
   * @param {(top: number, bottom: number) => void} bringIntoView told places in the window
   */
  constructor(map, selection, bringIntoView) {
    this.map = map;
    this.selection = selection;
    this.bringIntoView = bringIntoView;
    this.words = words(map.text);
    /** Where the selection began and where it moves, as places in the list of words. @type {{anchor: number, head: number} | null} */
    this.at = null;
  }

  /** Begins at a span: the head is its last word. @param {{start: number, end: number}} span */
  begin(span) {
    const last = this.words.findLastIndex((w) => w.start < span.end);
    const first = this.words.findIndex((w) => w.end > span.start);
    this.at = { anchor: Math.min(first, last), head: last };
    this.#show();
  }

  /** What was drawn is gone on from. */
  #takeDrawn() {
    if (!this.at && this.selection.rough) this.begin(this.selection.rough);
  }

  leave() {
    this.at = null;
  }

  /** The active end goes to the other side. */
  flip() {
    this.#takeDrawn();
    if (this.at) this.at = { anchor: this.at.head, head: this.at.anchor };
  }

  /** @param {"word" | "sentence" | "edge" | "row"} unit @param {1 | -1} step @param {boolean} extend */
  move(unit, step, extend) {
    if (!this.words.length) return;
    this.#takeDrawn();
    const head = this.at ? this.#target(unit, step, this.at.head, extend) : this.#firstVisible();
    this.at = { anchor: extend && this.at ? this.at.anchor : head, head };
    this.#show();
    const { top, bottom, height } = this.#rect(head);
    this.bringIntoView(top - height, bottom + height); // the next line is to be found by its place in the window
  }

  #target(unit, step, from, extend) {
    const last = this.words.length - 1;
    if (unit === "word") return Math.max(0, Math.min(last, from + step));
    if (unit === "sentence") return this.#sentence(step, from, extend);
    const line = this.#rect(from);
    if (unit === "edge") {
      let index = from;
      while (index + step >= 0 && index + step <= last && Math.abs(this.#rect(index + step).top - line.top) < 4) index += step;
      return index;
    }
    return this.#row(step, from, line);
  }

  /** To the first word of a sentence; who selects onwards wants its last one. */
  #sentence(step, from, extend) {
    this.sentences ??= this.#sentenceStarts();
    const places = extend && step > 0 ? this.sentences.map((index) => index - 1) : this.sentences;
    const found = step > 0 ? places.find((index) => index > from) : places.findLast((index) => index < from);
    return found ?? (step > 0 ? this.words.length - 1 : 0);
  }

  /** The first word of each sentence, as places in the list of words. */
  #sentenceStarts() {
    const firsts = sentenceEnds(this.map.text).map((end) => this.words.findIndex((w) => w.start >= end));
    return [...new Set([0, ...firsts.filter((index) => index >= 0)])];
  }

  /** The nearest word in the next visual line. */
  #row(step, from, line) {
    const x = (line.left + line.right) / 2;
    for (let y = line.top + line.height / 2 + step * line.height, tries = 0; tries < 6; tries += 1, y += step * line.height) {
      const place = placeAt(this.map, x, y);
      if (place === null) continue;
      const index = this.words.findIndex((w) => w.end >= place);
      const found = index < 0 ? this.words.length - 1 : index;
      if (found !== from && Math.sign(found - from) === step) return found;
    }
    return from;
  }

  #firstVisible() {
    const index = this.words.findIndex((w) => this.map.range(w.start, w.end).getBoundingClientRect().top > 110);
    return Math.max(0, index);
  }

  #rect(index) {
    const { start, end } = this.words[index];
    return this.map.range(start, end).getBoundingClientRect();
  }

  #show() {
    const [first, last] = [Math.min(this.at.anchor, this.at.head), Math.max(this.at.anchor, this.at.head)];
    this.selection.set({ start: this.words[first].start, end: this.words[last].end });
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

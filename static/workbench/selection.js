/** From what is selected or pointed at in the text, by whichever way, to the span that would be marked or the mark that is meant. */

import { stretches } from "./highlights.js";
import { normalise, wordAt } from "./tokeniser.js";

const LEADING = 6; // pixels between lines that belong to the words: that is where marks have their lines
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

/** The character under a point, of the two beside its place; null where it is beside the words. @param {import("./text-map.js").TextMap} map @param {number} place @param {number} x @param {number} y */
function characterAt(map, place, x, y) {
  const isUnder = ({ left, right, top, bottom }) => left <= x && x <= right && top - LEADING <= y && y <= bottom + LEADING;
  const found = [place, place - 1].find((at) => at >= 0 && at < map.text.length && [...map.range(at, at + 1).getClientRects()].some(isUnder));
  return found ?? null;
}

/**
 * Picking marks, tapping a word and a second one, and the buttons that mark.
 * @param {{map: import("./text-map.js").TextMap, store: import("./store.js").Store, selection: import("./selection.js").TextSelection,
 *   cursor: import("./cursor.js").WordCursor, marking: import("./marking.js").Marking, isEditing: () => boolean,
 *   activate: (id: number | null, options?: object) => void, say: (message: string) => void, texts: Record<string, string>}} bench
 */
export function listenToPointer({ map, store, selection, cursor, marking, isEditing, activate, say, texts }) {
  const toHere = document.getElementById("to-here");
  let isExtending = false;

  function setExtending(value) {
    isExtending = value;
    toHere?.setAttribute("aria-pressed", String(value));
  }

  /** Two words and all between them. @param {number} place */
  function extendTo(place) {
    const word = wordAt(map.text, place);
    if (word && selection.rough) {
      const { start, end } = selection.rough;
      selection.set({ start: Math.min(start, word.start), end: Math.max(end, word.end) });
    }
    setExtending(false);
  }

  /** The shortest mark first; pointing again goes to the next one around it. @param {number | null} place of the character pointed at @returns {boolean} whether there is one */
  function pick(place) {
    if (place === null) return false;
    const around = store
      .marks()
      .filter((a) => stretches(a).some((s) => {
        const span = map.fromCodePoints(s);
        return span.start <= place && place < span.end;
      }))
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    if (!around.length) return false;
    const picked = (around.findIndex((a) => a.id === store.activeId) + 1) % around.length;
    activate(around[picked].id, { inPlace: true });
    if (around.length > 1) say(texts.one_of.replace("{i}", String(picked + 1)).replace("{n}", String(around.length)));
    return true;
  }

  map.root.addEventListener("click", (event) => {
    if (!getSelection()?.isCollapsed) return;
    const place = placeAt(map, event.clientX, event.clientY);
    if (place === null) return;
    if (isExtending) return extendTo(place);
    if (!isEditing()) {
      if (pick(characterAt(map, place, event.clientX, event.clientY))) return selection.isOwn ? selection.clear() : undefined;
      activate(null);
    }
    const word = wordAt(map.text, place);
    if (word) cursor.begin(word);
    else selection.clear();
  });

  toHere?.addEventListener("click", () => setExtending(!isExtending));
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-mark], [data-part], #to-here"))) {
    // The press must not take the selection away from the text.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      if (button.dataset.mark) marking.mark(button.dataset.mark);
      if (button.dataset.part) marking.addPart(button.dataset.part);
    });
  }
}

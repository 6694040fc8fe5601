/** From the selection to a mark, or to a part of one; and from a point, or from words that are typed, to what is meant. */

import { byId, element } from "./element.js";
import { stretches } from "./highlights.js";
import { placeAt } from "./selection.js";
import { ApiError } from "./sync.js";
import { wordAt } from "./tokeniser.js";

const HITS_SHOWN = 50;
const CONTEXT = 30; // UTF-16 units before and after a hit
const LEADING = 6; // pixels between lines that belong to the words: that is where marks have their lines

/** A mark is shown at once; its number is the server's to give. */
export class Marking {
  /**
   * @param {{api: import("./sync.js").Api, store: import("./store.js").Store, sync: import("./sync.js").Sync,
   *   selection: import("./selection.js").TextSelection, map: import("./text-map.js").TextMap, settings: object,
   *   actions: import("./actions.js").Actions, say: (message: string, tone?: string) => void,
   *   activate: (id: number | null, options?: object) => void}} parts
   */
  constructor(parts) {
    Object.assign(this, parts);
    /** Marks that were made here, the ones still on their way under this number below zero. */
    this.made = 0;
  }

  /** Marks the selection, or changes the kind of the active mark where nothing is selected. @param {string} kind */
  mark(kind) {
    if (!this.settings.canMark) return this.say(this.texts.read_only, "error");
    const span = this.selection.span(kind);
    if (!span) {
      const active = this.store.active;
      if (active && active.kind !== kind && this.actions.isSaved(active.id)) this.actions.change(active.id, { kind });
      else if (!active) this.say(this.texts.select_first);
      return;
    }
    const place = this.map.toCodePoints(span);
    this.selection.clear();
    this.made += 1;
    const id = -this.made;
    this.store.settle({ ...place, id, kind, creator: this.settings.me, state: "accepted", pending: true, revision: 0, parts: [], evidence: [] });
    this.activate(id);
    this.sync.enqueue((key) => this.#send(id, kind, place, key));
  }

  async #send(id, kind, place, key) {
    const body = { version: this.settings.version.id, kind, ...place };
    try {
      const answer = await this.api.request("annotations/", { method: "POST", body, key });
      this.actions.noteForUndo(answer);
      const isActive = this.store.activeId === id;
      this.store.settle(answer.annotation);
      if (isActive) this.activate(answer.annotation.id);
      this.store.drop(id);
      this.say(this.texts.marked.replace("{k}", this.settings.words.kind[kind]));
    } catch (error) {
      if (error instanceof ApiError && !error.isSignedOut) this.store.drop(id);
      throw error;
    }
  }

  /** The selection becomes a part of the active mark. @param {string} role */
  addPart(role) {
    const { active } = this.store;
    const span = this.selection.span();
    if (!active || !span) return this.say(this.texts.part_needs);
    if (!this.actions.isSaved(active.id)) return;
    this.selection.clear();
    const parts = [...active.parts, { role, ...this.map.toCodePoints(span) }];
    this.actions.change(active.id, { parts }, { parts });
  }
}

/** The character under a point, of the two beside its place; null where it is beside the words. @param {import("./text-map.js").TextMap} map @param {number} place @param {number} x @param {number} y */
function characterAt(map, place, x, y) {
  const isUnder = ({ left, right, top, bottom }) => left <= x && x <= right && top - LEADING <= y && y <= bottom + LEADING;
  return [place, place - 1].find((at) => map.text[at] && [...map.range(at, at + 1).getClientRects()].some(isUnder)) ?? null;
}

/** The shortest first. @param {object[]} marks @param {number} at a code point */
export function marksAround(marks, at) {
  return marks.filter((mark) => stretches(mark).some(({ start, end }) => start <= at && at < end)).sort((a, b) => a.end - a.start - (b.end - b.start));
}

/**
 * Picking marks, tapping a word and a second one.
 * @param {{map: import("./text-map.js").TextMap, store: import("./store.js").Store, selection: import("./selection.js").TextSelection,
 *   cursor: import("./selection.js").WordCursor, isEditing: () => boolean,
 *   activate: (id: number | null, options?: object) => void, say: (message: string) => void, texts: Record<string, string>}} bench
 * @returns {() => void} for the button after which the next word ends the selection
 */
export function listenToPointer({ map, store, selection, cursor, isEditing, activate, say, texts }) {
  let isExtending = false;

  function setExtending(value) {
    isExtending = value;
    if (byId("to-here")) byId("to-here").ariaPressed = value;
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
    const around = marksAround(store.marks(), map.toCodePoints({ start: place, end: place + 1 }).start);
    if (!around.length) return false;
    const picked = (around.findIndex((a) => a.id === store.activeId) + 1) % around.length;
    activate(around[picked].id, { inPlace: true });
    if (around.length > 1) say(texts.one_of.replace("{i}", picked + 1).replace("{n}", around.length));
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

  return () => setExtending(!isExtending);
}

/** Type or paste words, pick the occurrence. @param {HTMLDialogElement} dialog @param {import("./text-map.js").TextMap} map @param {Record<string, string>} texts @param {(span: {start: number, end: number}) => void} pick */
export function findDialog(dialog, map, texts, pick) {
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const list = /** @type {HTMLElement} */ (dialog.querySelector("ol"));
  const count = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
  const haystack = map.text.toLowerCase();
  // Lower case may change the length of a text (İ); then only the exact spelling is found.
  const source = haystack.length === map.text.length ? haystack : map.text;

  function draw() {
    const wanted = source === haystack ? input.value.toLowerCase() : input.value;
    const hits = [];
    for (let at = wanted ? source.indexOf(wanted) : -1; at >= 0; at = source.indexOf(wanted, at + 1)) hits.push(at);
    count.textContent = wanted ? texts.hits.replace("{n}", hits.length) : "";
    list.replaceChildren(...hits.slice(0, HITS_SHOWN).map((at) => row(at, wanted.length)));
  }

  function row(at, length) {
    const [before, hit, after] = [map.text.slice(Math.max(0, at - CONTEXT), at), map.text.slice(at, at + length), map.text.slice(at + length, at + length + CONTEXT)];
    const button = element("button", { type: "button", class: "hit" }, `…${before}`, element("b", {}, hit), `${after}…`);
    button.addEventListener("click", () => {
      dialog.close();
      pick({ start: at, end: at + length });
    });
    return element("li", {}, button);
  }

  input.addEventListener("input", draw);
  dialog.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    /** @type {HTMLElement | null} */ (list.querySelector("button"))?.click();
  });
  return () => {
    dialog.showModal();
    input.select();
    draw();
  };
}

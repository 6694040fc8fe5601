/** Pointing into the text: picking marks, tapping a word and a second one, and the buttons that mark. */

import { stretches } from "./highlights.js";
import { placeAt } from "./selection.js";
import { wordAt } from "./tokeniser.js";

/**
 * @param {{map: import("./text-map.js").TextMap, store: import("./store.js").Store, selection: import("./selection.js").TextSelection,
 *   cursor: import("./cursor.js").WordCursor, marking: import("./marking.js").Marking,
 *   activate: (id: number | null, options?: object) => void, say: (message: string) => void, texts: Record<string, string>}} bench
 */
export function listenToPointer({ map, store, selection, cursor, marking, activate, say, texts }) {
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

  /** The shortest mark first; pointing again goes to the next one around it. @param {number} place @returns {boolean} whether there is one */
  function pick(place) {
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
    if (pick(place)) return selection.isOwn ? selection.clear() : undefined;
    activate(null);
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

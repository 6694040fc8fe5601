/** Finding words to mark: the way that needs neither sight nor pointer. */

import { element } from "./element.js";

const HITS_SHOWN = 50;
const CONTEXT = 30; // UTF-16 units before and after a hit

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
    count.textContent = wanted ? texts.hits.replace("{n}", String(hits.length)) : "";
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
  dialog.querySelector("[data-close]")?.addEventListener("click", () => dialog.close());
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

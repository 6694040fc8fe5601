/** Sources of a verdict: found while typing, or entered anew; each with the place in it. */

import { element } from "./element.js";
import { newSource } from "./new-source.js";
import { sourceWords } from "./verdict-card.js";

const WAIT_MILLISECONDS = 150; // after the last key, so that a word is one question
const SHOWN = 6;

export class SourcePicker {
  /** @param {import("./api.js").Api} api @param {object} settings @param {{source: object, place: string, note: string}[]} citations @param {{node: HTMLElement, input: HTMLInputElement}} field where it is typed */
  constructor(api, settings, citations, { node, input }) {
    this.api = api;
    this.settings = settings;
    this.texts = settings.texts;
    /** @type {object[]} */
    this.found = [];
    this.at = 0;
    this.timer = 0;
    this.asked = 0;
    this.rows = element("div", { class: "citations" });
    this.input = input;
    this.list = element("ul", { id: "source-hits", class: "source-hits", role: "listbox", hidden: "" });
    this.entry = element("div", {});
    node.prepend(this.rows);
    node.append(this.list, this.entry);
    for (const citation of citations) this.#add(citation);
    this.input.addEventListener("input", () => {
      this.input.setCustomValidity("");
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.#search(), WAIT_MILLISECONDS);
    });
    this.input.addEventListener("keydown", (event) => this.#key(event));
    if (this.input.value) this.#search();
  }

  /** As the API takes them, and with the whole source for showing. */
  citations() {
    return [.../** @type {HTMLCollectionOf<any>} */ (this.rows.children)].map((row) => row.citation());
  }

  /** Whether all that was typed has become a source; if not, the field says so. */
  isSettled() {
    const isOpen = this.input.value.trim() || this.entry.children.length;
    this.input.setCustomValidity(isOpen ? this.texts.source_unpicked : "");
    return this.input.reportValidity();
  }

  async #search() {
    const words = this.input.value.trim();
    const turn = (this.asked += 1);
    if (!words) return this.#show(null);
    try {
      const page = await this.api.request(`sources/?page_size=${SHOWN}&search=${encodeURIComponent(words)}`);
      if (turn === this.asked) this.#show(page.results.slice(0, SHOWN));
    } catch {
      if (turn === this.asked) this.#show([]);
    }
  }

  /** @param {object[] | null} found null: nothing was asked */
  #show(found) {
    this.found = found ?? [];
    this.at = 0;
    this.list.hidden = found === null;
    this.input.ariaExpanded = String(found !== null);
    if (found === null) return this.list.replaceChildren();
    const options = this.found.map((source) => this.#option(sourceWords(source, this.settings), () => this.#pick(source)));
    if (this.settings.canAddSource) {
      options.push(this.#option(this.texts.source_new.replace("{s}", this.input.value.trim()), () => this.#enterNew()));
    }
    this.list.replaceChildren(...options);
    this.#point(0);
  }

  #option(words, choose) {
    const option = element("li", { role: "option" }, words);
    // Not "click": the field would lose the focus before.
    option.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      choose();
    });
    return Object.assign(option, { choose });
  }

  #point(at) {
    const options = /** @type {any[]} */ ([...this.list.children]);
    this.at = (at + options.length) % Math.max(options.length, 1);
    options.forEach((option, index) => {
      option.id = `source-hit-${index}`;
      option.ariaSelected = String(index === this.at);
    });
    options[this.at]?.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", `source-hit-${this.at}`);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const isOpen = !this.list.hidden;
    if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.#point(this.at + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && !event.ctrlKey && this.input.value.trim()) {
      event.preventDefault(); // words that are no source yet must not be lost by saving
      if (isOpen) /** @type {any} */ (this.list.children[this.at])?.choose();
    } else if (isOpen && event.key === "Escape") {
      event.stopPropagation();
      this.#show(null);
    }
  }

  #pick(source) {
    this.input.value = "";
    this.input.setCustomValidity("");
    this.asked += 1;
    this.#show(null);
    this.#add({ source, place: "", note: "" });
    /** @type {HTMLElement | null | undefined} */ (this.rows.lastElementChild?.querySelector("input"))?.focus();
  }

  #enterNew() {
    const title = this.input.value.trim();
    this.#show(null);
    const back = () => {
      this.entry.replaceChildren();
      this.input.focus();
    };
    const picked = (source) => {
      this.entry.replaceChildren();
      this.#pick(source);
    };
    this.entry.replaceChildren(newSource(title, this.api, this.settings, { picked, back }));
    this.entry.querySelector("input")?.focus();
  }

  #add({ source, place, note }) {
    const at = /** @type {HTMLInputElement} */ (element("input", { type: "text", maxlength: "200", value: place, placeholder: this.texts.place_hint }));
    const said = /** @type {HTMLInputElement} */ (element("input", { type: "text", maxlength: "500", value: note }));
    const away = element("button", { type: "button", class: "button button-plain", "aria-label": `${this.texts.source_away} ${source.title}` }, "✕");
    const row = element(
      "div",
      { class: "citation" },
      element("p", { class: "citation-title" }, element("span", {}, sourceWords(source, this.settings)), away),
      element("label", {}, this.texts.place, at),
      element("label", {}, this.texts.source_note, said),
    );
    away.addEventListener("click", () => {
      row.remove();
      this.input.focus();
    });
    this.rows.append(Object.assign(row, { citation: () => ({ source, place: at.value.trim(), note: said.value.trim() }) }));
  }
}

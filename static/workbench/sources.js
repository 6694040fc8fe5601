/** Sources of a verdict: found while typing, or entered anew; each with the place in it. */

import { element, fromTemplate, sourceWords } from "./element.js";
import { newKey } from "./sync.js";

const WAIT_MILLISECONDS = 150; // after the last key, so that a word is one question
const SHOWN = 6;

export class SourcePicker {
  /** @param {import("./sync.js").Api} api @param {object} settings @param {{source: object, place: string, note: string}[]} citations @param {HTMLFormElement} form of the verdict, with a field for sources */
  constructor(api, settings, citations, form) {
    Object.assign(this, { api, settings, texts: settings.texts, at: 0, timer: 0, asked: 0 });
    [this.rows, this.input, this.list, this.entry] = [".citations", "[role=combobox]", ".source-hits", ".source-entry"].map((place) => /** @type {any} */ (form.querySelector(place)));
    for (const citation of citations) this.#add(citation);
    this.input.addEventListener("input", () => {
      this.#check();
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.#search(), WAIT_MILLISECONDS);
    });
    this.input.addEventListener("keydown", (event) => this.#key(event));
  }

  /** As the API takes them, and with the whole source for showing. */
  citations() {
    return [...this.rows.children].map((row) => row.citation());
  }

  /** What is typed must become a source before it is saved; until then the field says so. */
  #check() {
    this.input.setCustomValidity(this.input.value.trim() || this.entry.children.length ? this.texts.source_unpicked : "");
  }

  async #search() {
    const words = this.input.value.trim();
    const turn = (this.asked += 1);
    if (!words) return this.#show(null);
    const page = await this.api.request(`sources/?page_size=${SHOWN}&search=${encodeURIComponent(words)}`).catch(() => ({ results: [] }));
    if (turn === this.asked) this.#show(page.results);
  }

  /** @param {object[] | null} found null: nothing was asked */
  #show(found) {
    this.list.hidden = found === null;
    this.input.ariaExpanded = String(found !== null);
    const options = (found ?? []).map((source) => this.#option(sourceWords(source, this.settings), () => this.#pick(source)));
    if (this.settings.canAddSource && found) {
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
    const options = [...this.list.children];
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
      event.preventDefault();
      if (isOpen) this.list.children[this.at]?.choose();
    } else if (isOpen && event.key === "Escape") {
      event.stopPropagation();
      this.#show(null);
    }
  }

  #pick(source) {
    this.input.value = "";
    this.entry.replaceChildren();
    this.#check();
    this.asked += 1;
    this.#show(null);
    this.#add({ source, place: "", note: "" });
    this.rows.lastElementChild.querySelector("input").focus();
  }

  /** A source the register does not know yet. Part of the verdict's form, so no form of its own. */
  #enterNew() {
    const box = fromTemplate("source");
    const [title, url] = box.querySelectorAll("input");
    const enter = box.querySelector("button");
    title.value = this.input.value.trim();
    this.#show(null);
    let key = newKey(); // the same source entered again, because no answer came, is one source
    box.addEventListener("input", () => { key = newKey(); });
    const send = async () => {
      const body = { title: title.value, kind: box.querySelector("select").value, url: url.value };
      try {
        this.#pick(await this.api.request("sources/", { method: "POST", body, key }));
      } catch (error) {
        box.querySelector("[role=alert]").textContent = error.message;
      }
    };
    enter.addEventListener("click", send);
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        this.entry.replaceChildren();
        this.#check();
        this.input.focus();
      } else if (event.key === "Enter" && event.target !== enter) {
        event.preventDefault();
        event.stopPropagation();
        send();
      }
    });
    this.entry.replaceChildren(box);
    title.focus();
  }

  #add({ source, place, note }) {
    const row = fromTemplate("citation", { source: sourceWords(source, this.settings) });
    const [at, said] = row.querySelectorAll("input");
    const away = row.querySelector("button");
    [at.value, said.value, away.ariaLabel] = [place, note, `${this.texts.source_away} ${source.title}`];
    away.addEventListener("click", () => {
      row.remove();
      this.input.focus();
    });
    this.rows.append(Object.assign(row, { citation: () => ({ source, place: at.value.trim(), note: said.value.trim() }) }));
  }
}

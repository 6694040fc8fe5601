/** One chip per line that has marks: the sign of each kind, hollow while undecided, and how many. */

const SIGNS = { quote: "„", claim: "!", figure: "#" };

export class Gutter {
  /** @param {HTMLElement} element @param {import("./highlights.js").Highlights} highlights @param {(id: number) => void} onPick @param {(n: number) => string} label */
  constructor(element, highlights, onPick, label) {
    this.element = element;
    this.highlights = highlights;
    this.onPick = onPick;
    this.label = label;
    this.scheduled = false;
    /** Where each mark's line is; known until the text is laid out anew. @type {Map<string, number>} */
    this.lines = new Map();
  }

  /** The text was laid out anew. */
  forget() {
    this.lines.clear();
  }

  #lineOf(mark, top) {
    const key = `${mark.id}/${mark.start}`;
    const known = this.lines.get(key);
    if (known !== undefined) return known;
    const y = Math.round((this.highlights.firstRect(mark).top - top()) / 4) * 4;
    this.lines.set(key, y);
    return y;
  }

  /** Draws at the next frame, however often it is asked. @param {() => object[]} marks @param {() => number | null} activeId */
  schedule(marks, activeId) {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      this.#draw(marks(), activeId());
    });
  }

  #draw(marks, activeId) {
    let measured = null;
    const top = () => (measured ??= this.element.getBoundingClientRect().top);
    /** @type {Map<number, object[]>} */
    const lines = new Map();
    // All reading of positions before all writing: one layout, not one per mark.
    for (const mark of marks) {
      const y = this.#lineOf(mark, top);
      const line = lines.get(y);
      if (line) line.push(mark);
      else lines.set(y, [mark]);
    }
    this.element.replaceChildren(...[...lines].map(([y, group]) => this.#chip(y, group, activeId)));
  }

  #chip(y, group, activeId) {
    const chip = document.createElement("button");
    const open = group.filter((m) => m.state === "suggested");
    const first = open[0] ?? group[0];
    chip.type = "button";
    chip.className = `chip chip-${first.kind}`;
    chip.classList.toggle("is-hollow", open.length > 0);
    chip.classList.toggle("is-active", group.some((m) => m.id === activeId));
    chip.style.setProperty("--chip-top", `${y + 2}px`);
    chip.textContent = SIGNS[first.kind] + (group.length > 1 ? group.length : "");
    chip.ariaLabel = this.label(group.length);
    chip.tabIndex = -1;
    chip.addEventListener("click", () => {
      const at = group.findIndex((m) => m.id === activeId);
      this.onPick(group[(at + 1) % group.length].id);
    });
    return chip;
  }
}

export { SIGNS };

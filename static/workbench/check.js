/** Checking facts: verdicts, countersignatures, answers. Shown at once, sent in line, undone in one step. */

import { filled } from "./editing.js";
import { sourceWords } from "./element.js";
import { SourcePicker } from "./sources.js";
import { passes } from "./store.js";

/** The verdicts that ask for something; the others are saved at once. */
const ASKING = ["confirmed", "wrong", "query"];

export class Check {
  /**
   * @param {{api: import("./sync.js").Api, store: import("./store.js").Store, actions: import("./actions.js").Actions,
   *   editing: import("./editing.js").Editing, panel: import("./panel.js").Panel, settings: object,
   *   say: (message: string, tone?: string) => void, activate: (id: number | null, options?: object) => void}} parts
   */
  constructor(parts) {
    Object.assign(this, parts);
    /** The source and place last named: most facts of a paragraph stand in the same document. @type {object | null} */
    this.last = null;
  }

  /** @param {number} id @param {string} status */
  verdict(id, status) {
    const { state, verdict } = this.store.byId.get(id);
    if (!this.settings.canCheck) return this.say(this.texts.may_not_check, "error");
    if (state !== "accepted" && state !== "suggested") return this.say(this.texts.no_fact, "error");
    if (!ASKING.includes(status)) return this.#save(id, { status, citations: [] });
    const known = verdict?.citations ?? [];
    const form = filled(status, verdict ?? {});
    const picker = form.querySelector(".sources") && new SourcePicker(this.api, this.settings, known, form);
    this.#offerSame(form, known, () => {
      this.editing.close();
      this.#save(id, { status, note: "", citations: [this.last] });
    });
    this.editing.open(id, form, (values) => this.#save(id, { status, ...values, citations: picker ? picker.citations() : known }));
  }

  /** The source of the fact before, as one press of a key. */
  #offerSame(form, known, choose) {
    const button = form.querySelector(".same-source");
    if (!button) return;
    if (!this.last || known.length) return button.remove();
    button.querySelector('[data-slot="same"]').textContent = [sourceWords(this.last.source, this.settings), this.last.place].filter(Boolean).join(", ");
    button.addEventListener("click", choose);
  }

  /** @param {number} id @param {any} values status, what belongs to it, and citations with their whole source */
  #save(id, { citations, ...values }) {
    const isNew = this.store.byId.get(id).state === "suggested";
    if (citations.length) this.last = { ...citations.at(-1), note: "" };
    const verdict = values.status === "unchecked" ? null : { risks: [], ...values, citations, by: this.settings.me, at: new Date().toISOString() };
    const body = { ...values, citations: citations.map((c) => ({ ...c, source: c.source.id })) };
    const path = `annotations/${id}/`;
    /** The event of accepting, kept should the verdict have to be sent again. @type {number | null} */
    let earlier = null;
    const request = async (etag, key) => {
      if (isNew && earlier === null) {
        const answer = await this.api.request(`${path}accept/`, { method: "POST", etag, key: `${key}/accept` });
        earlier = answer.event;
        this.store.byId.get(id).etag = answer.annotation.etag;
      }
      const answer = await this.api.request(`${path}verdict/`, { method: "POST", body, etag: this.store.byId.get(id).etag, key });
      return { ...answer, earlier };
    };
    this.#decide(id, { verdict, ...(isNew ? { state: "accepted", reject_reason: "" } : {}) }, request, values.status !== "unchecked");
    this.say(this.texts.verdict_set.replace("{v}", this.settings.words.verdict[values.status]));
  }

  /** @param {number} id */
  countersign(id) {
    const expected = { countersigned_by: this.settings.me, countersigned_at: new Date().toISOString(), is_countersignature_due: false };
    this.#add(id, "countersign", expected, undefined, true);
    this.say(this.texts.countersigned_now);
  }

  /** @param {number} id */
  answer(id) {
    const form = filled("answer", this.store.byId.get(id).verdict);
    this.editing.open(id, form, (body) => this.#add(id, "answer", { ...body, answered_by: this.settings.me }, body));
  }

  /** A note on the present verdict: the same one, said again with it. @param {number} id */
  note(id) {
    const { status, correction, question, due_on, note, citations } = this.store.byId.get(id).verdict;
    this.editing.open(id, filled("note", { note }), (values) => this.#save(id, { status, correction, question, due_on, citations, ...values }));
  }

  /** What is added to the present verdict. @param {number} id @param {string} what @param {object} values @param {object} [body] @param {boolean} moves */
  #add(id, what, values, body, moves = false) {
    const verdict = { ...this.store.byId.get(id).verdict, ...values };
    this.#decide(id, { verdict }, (etag, key) => this.api.request(`annotations/${id}/${what}/`, { method: "POST", body, etag, key }), moves);
  }

  /** @param {number} id @param {object} expected @param {import("./actions.js").Request} request @param {boolean} moves on to the next fact of the filter */
  #decide(id, expected, request, moves) {
    const next = moves ? this.#next(id) : null;
    this.actions.decide(id, expected, request);
    if (next) this.activate(next.id, { focus: true });
    else if (moves && this.store.isWork) {
      this.activate(null);
      this.actions.onListEnd();
    } else this.panel.focus(id);
  }

  #next(id) {
    const { state } = this.store.filter;
    const rest = () => this.store.listed().find((a) => a.id !== id && passes(a, state));
    return this.store.neighbour(1, state === "open") ?? (this.store.isWork ? rest() : null);
  }
}

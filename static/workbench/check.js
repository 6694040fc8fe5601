/** Checking facts: verdicts, countersignatures, answers. Shown at once, sent in line, undone in one step. */

import { CHECK_FILTERS, FILTERS } from "./states.js";

export class Check {
  /**
   * @param {{api: import("./api.js").Api, store: import("./store.js").Store, actions: import("./actions.js").Actions,
   *   editing: import("./editing.js").Editing, panel: import("./panel.js").Panel, settings: object,
   *   say: (message: string, tone?: string) => void, activate: (id: number | null, options?: object) => void, forms: typeof import("./forms.js") & typeof import("./verdict-form.js"),
   *   sources: (() => Promise<typeof import("./source-picker.js")>) & {made: any}}} parts
   */
  constructor(parts) {
    Object.assign(this, parts);
    this.texts = parts.settings.texts;
    /** The source and place last named: most facts of a paragraph stand in the same document. @type {object | null} */
    this.last = null;
    /** What the buttons of the card's foot do. @type {Record<string, (id: number, value?: string) => void>} */
    this.acts = {
      verdict: (id, status) => this.verdict(id, status),
      countersign: (id) => this.countersign(id),
      answer: (id) => this.answer(id),
      note: (id) => this.note(id),
    };
  }

  /** @param {number} id @param {string} status */
  verdict(id, status) {
    const { state } = this.store.byId.get(id);
    if (!this.settings.canCheck) return this.say(this.texts.may_not_check, "error");
    if (state !== "accepted" && state !== "suggested") return this.say(this.texts.no_fact, "error");
    if (!this.forms.ASKING.includes(status)) return this.#save(id, { status, citations: [] });
    this.editing.open(id, (annotation, { done, drop }) => {
      const save = (values) => {
        done();
        this.#save(id, values);
      };
      return this.forms.verdictForm(status, annotation, this.settings, { api: this.api, last: this.last, sources: this.sources, save, drop });
    });
  }

  /** @param {number} id @param {any} values status, what belongs to it, and citations with their whole source */
  #save(id, { citations, ...values }) {
    const before = this.store.byId.get(id);
    const isNew = before.state === "suggested";
    if (citations.length) this.last = { ...citations.at(-1), note: "" };
    const verdict = values.status === "unchecked" ? null : { ...EMPTY, ...values, citations, by: this.#me(), at: new Date().toISOString() };
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
    const { verdict } = this.store.byId.get(id);
    const expected = { ...verdict, countersigned_by: this.#me(), countersigned_at: new Date().toISOString(), is_countersignature_due: false };
    this.#decide(id, { verdict: expected }, (etag, key) => this.api.request(`annotations/${id}/countersign/`, { method: "POST", etag, key }), true);
    this.say(this.texts.countersigned_now);
  }

  /** @param {number} id */
  answer(id) {
    this.#ask(id, this.texts.answer, "answer", true, (annotation, answer) => {
      const expected = { ...annotation.verdict, answer, answered_by: this.#me() };
      this.#decide(id, { verdict: expected }, (etag, key) => this.api.request(`annotations/${id}/answer/`, { method: "POST", body: { answer }, etag, key }));
    });
  }

  /** A note on the present verdict: the same one, said again with it. @param {number} id */
  note(id) {
    this.#ask(id, this.texts.note, "note", false, ({ verdict }, note) => {
      const { status, correction, question, due_on, citations } = verdict;
      this.#save(id, { status, correction, question, due_on, note, citations });
    });
  }

  /** One text. */
  #ask(id, label, name, required, use) {
    const { entered, formFrame, longField } = this.forms;
    this.editing.open(id, (annotation, { done, drop }) => {
      const save = (form) => {
        const text = entered(form, name);
        done();
        use(this.store.byId.get(id), text);
      };
      return formFrame(this.texts, [longField(label, name, annotation.verdict?.[name], required ? { required: "" } : {})], { save, drop });
    });
  }

  /** @param {number} id @param {object} expected @param {import("./actions.js").Request} request @param {boolean} moves on to the next fact of the filter */
  #decide(id, expected, request, moves = false) {
    const next = moves ? this.#next(id) : null;
    this.actions.decide(id, expected, request);
    if (next) this.activate(next.id, { focus: true });
    else if (moves && this.#isWork) {
      this.activate(null);
      this.actions.onListEnd();
    } else this.panel.focus(id);
  }

  /** A filter whose list gets shorter with each decision. */
  get #isWork() {
    return this.store.filter.state === "open" || CHECK_FILTERS.includes(this.store.filter.state);
  }

  #next(id) {
    const isOpen = this.store.filter.state === "open";
    const rest = () => this.store.listed().find((a) => a.id !== id && FILTERS[this.store.filter.state](a));
    return this.store.neighbour(1, isOpen) ?? (this.#isWork ? rest() : null);
  }

  #me() {
    return { id: this.settings.user, name: this.settings.userName };
  }
}

/** What the server has yet to say of a verdict. */
const EMPTY = {
  note: "", correction: "", question: "", due_on: null, answer: "", answered_by: null, risks: [], is_countersignature_due: false,
  is_too_vague: false, countersigned_by: null, countersigned_at: null,
};

/** The annotations as this page knows them, in text order, and which of them is active. Pure but for its listeners. */

import { Teller } from "./element.js";

const KIND_ORDER = { quote: 0, claim: 1, figure: 2 };
/** Only what the page shows is kept: a long article has thousands of marks. */
const KEPT = [
  "id", "kind", "start", "end", "state", "reject_reason", "quote", "claim", "figure", "confidence", "band", "verdict", "revision", "etag", "deleted",
  "updated_at", "comment_count", "open_comment_count", "parts", "evidence", "creator", "generator", "rule_words", "pending",
];

/** Filters of the list that go by more than the name of a state or of a verdict. @type {Record<string, (a: any) => boolean>} */
const FILTERS = {
  all: (a) => a.state !== "superseded",
  open: (a) => a.state === "suggested",
  unchecked: (a) => a.state === "accepted" && !a.verdict,
  due: (a) => Boolean(a.verdict?.is_countersignature_due),
};

/** @param {object} a @param {string} filter */
export const passes = (a, filter) => FILTERS[filter]?.(a) ?? (a.state === filter || a.verdict?.status === filter);

/** @param {object} a @param {string} kind a kind, "high" for claims highly worth checking, or "" for all */
export function isOfKind(a, kind) {
  return !kind || (kind === "high" ? a.claim?.worthiness === "high" : a.kind === kind);
}

/** Text order: by beginning, the longer one first, then by kind and number. @param {object} a @param {object} b */
export function byPlace(a, b) {
  return a.start - b.start || b.end - a.end || KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || a.id - b.id;
}

/** What changes without a new revision: comments, and a mark that is shown again. @param {object} known @param {object} said */
function hasNews(known, said) {
  return known.comment_count !== said.comment_count || known.open_comment_count !== said.open_comment_count || known.deleted !== said.deleted;
}

export class Store extends Teller {
  /**
   * @param {number | null} user whose marks and verdicts are hers
   * @param {(span: {start: number, end: number}) => string} wordsAt the text at a place in code points
   */
  constructor(user, wordsAt) {
    super();
    Object.assign(this, { user, wordsAt });
    /** @type {Map<number, object>} */
    this.byId = new Map();
    /** Decisions that were not saved because somebody else was faster. @type {Map<number, object>} */
    this.conflicts = new Map();
    /** The card whose fields are being changed: nothing may redraw it. @type {number | null} */
    this.editingId = null;
    this.filter = { state: "open", kind: "", band: "", mine: false };
    /** @type {number | null} */
    this.activeId = null;
    /** Keeps a card that was just decided in the list until the next one is active. @type {Set<number>} */
    this.lingering = new Set();
  }

  /** Takes states from the server; an older revision than the known one is left out. @param {object[]} annotations */
  put(annotations) {
    const changed = [];
    for (const annotation of annotations) {
      const known = this.byId.get(annotation.id);
      if (known && known.revision > annotation.revision) continue;
      if (known && known.revision === annotation.revision && !known.pending === !annotation.pending && !hasNews(known, annotation)) continue;
      changed.push(this.#keep(annotation));
    }
    if (changed.length) this.tell("changed", changed);
  }

  /** @param {any} said @returns {object} */
  #keep(said) {
    const kept = { ...Object.fromEntries(KEPT.map((name) => [name, said[name]])), exact: this.wordsAt(said) };
    this.byId.set(said.id, kept);
    return kept;
  }

  /** Shows a decision before the server has confirmed it. @param {number} id @param {object} values */
  expect(id, values) {
    const annotation = { ...this.byId.get(id), ...values, pending: true };
    this.byId.set(id, annotation);
    this.tell("changed", [annotation]);
  }

  /** The server's state replaces whatever was shown. @param {object} annotation */
  settle(annotation) {
    this.tell("changed", [this.#keep(annotation)]);
  }

  /** Forgets a mark that was shown before the server knew it. @param {number} id */
  drop(id) {
    const known = this.byId.get(id);
    if (id === this.activeId) this.activate(null);
    this.byId.delete(id);
    if (known) this.tell("changed", [{ ...known, deleted: true }]);
  }

  /** Takes out of sight what a moderator has hidden. @param {number[]} ids */
  hide(ids) {
    const known = ids.map((id) => this.byId.get(id)).filter((a) => a && !a.deleted);
    for (const annotation of known) {
      if (annotation.id === this.activeId) this.activate(null);
      this.settle({ ...annotation, deleted: true });
    }
  }

  #all() {
    return [...this.byId.values()];
  }

  /** In the text: neither in the bin nor rejected or superseded. */
  marks() {
    return this.#all().filter((a) => !a.deleted && (a.state === "suggested" || a.state === "accepted"));
  }

  /** Whether the filter lets it into the list; what was just decided stays until the next one is active. @param {object} a */
  isListed(a) {
    const { state, kind, band, mine } = this.filter;
    if (a.deleted || !isOfKind(a, kind) || (band && a.band !== band) || (mine && !this.isMine(a))) return false;
    return passes(a, state) || this.lingering.has(a.id) || a.id === this.activeId;
  }

  /** Marked or checked by whoever works here. @param {object} a */
  isMine(a) {
    return a.creator?.id === this.user || a.verdict?.by.id === this.user;
  }

  /** In the list, in text order. */
  listed() {
    return this.#all().filter((a) => this.isListed(a)).sort(byPlace);
  }

  /** What the list shows and nobody has decided on. */
  open() {
    return this.listed().filter((a) => a.state === "suggested");
  }

  /** Undecided suggestions the engine calls sure, whatever the list shows. */
  sure() {
    return this.#all().filter((a) => a.state === "suggested" && !a.deleted && a.band === "sure").sort(byPlace);
  }

  counts() {
    const counts = { quote: 0, claim: 0, figure: 0, open: 0, accepted: 0, rejected: 0, unchecked: 0 };
    for (const a of this.byId.values()) {
      if (a.deleted || a.state === "superseded") continue;
      if (a.state !== "rejected") counts[a.kind] += 1;
      counts[a.state === "suggested" ? "open" : a.state] += 1;
      if (passes(a, "unchecked")) counts.unchecked += 1;
    }
    return counts;
  }

  get active() {
    return this.activeId === null ? null : this.byId.get(this.activeId) ?? null;
  }

  /** @param {number | null} id */
  activate(id) {
    if (id === this.activeId) return;
    this.activeId = id;
    this.lingering.clear();
    this.tell("active", id);
  }

  /** The neighbour of the active one in the list; `open` looks only among undecided ones. @param {1 | -1} step */
  neighbour(step, open = false) {
    const list = this.listed().filter((a) => !open || a.state === "suggested" || a.id === this.activeId);
    const index = list.findIndex((a) => a.id === this.activeId);
    const next = list[index < 0 && step < 0 ? list.length - 1 : index + step];
    return next ?? (open && list.find((a) => a.id !== this.activeId)) ?? null;
  }

  /** @param {{state?: string, kind?: string, band?: string, mine?: boolean}} wanted what is left out does not filter */
  setFilter({ state = "all", kind = "", band = "", mine = false }) {
    this.filter = { state, kind, band, mine: Boolean(mine) };
    this.lingering.clear();
    this.tell("filter", null);
  }

  /** A filter whose list gets shorter with each decision. */
  get isWork() {
    return !["all", "accepted", "rejected", "superseded"].includes(this.filter.state);
  }
}

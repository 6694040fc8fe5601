/** The annotations as this page knows them, in text order, and which of them is active. Pure but for its listeners. */

const KIND_ORDER = { quote: 0, claim: 1, figure: 2 };

/** Text order: by beginning, the longer one first, then by kind and number. @param {object} a @param {object} b */
export function byPlace(a, b) {
  return a.start - b.start || b.end - a.end || KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || a.id - b.id;
}

export const FILTERS = {
  open: (a) => a.state === "suggested",
  accepted: (a) => a.state === "accepted",
  rejected: (a) => a.state === "rejected",
  all: (a) => a.state !== "superseded",
  unchecked: (a) => a.state === "accepted" && !a.verdict,
  confirmed: (a) => a.verdict?.status === "confirmed",
  wrong: (a) => a.verdict?.status === "wrong",
  query: (a) => a.verdict?.status === "query",
  author_alone: (a) => a.verdict?.status === "author_alone",
  not_checkable: (a) => a.verdict?.status === "not_checkable",
  due: (a) => Boolean(a.verdict?.is_countersignature_due),
};

/** Filters that let facts through by what their check found. */
export const CHECK_FILTERS = Object.keys(FILTERS).slice(4);

/** What can change without a new revision: comments, and a mark that a moderator shows again. @param {object} known @param {object} said */
function hasNews(known, said) {
  return known.comment_count !== said.comment_count || known.open_comment_count !== said.open_comment_count || known.deleted !== said.deleted;
}

/** @param {object} a @param {string} kind a kind, "high" for claims highly worth checking, or "" for all */
function isOfKind(a, kind) {
  return !kind || (kind === "high" ? a.claim?.worthiness === "high" : a.kind === kind);
}

export class Store extends EventTarget {
  constructor() {
    super();
    /** @type {Map<number, object>} */
    this.byId = new Map();
    /** What the server last said of each; a change names it. @type {Map<number, string>} */
    this.etags = new Map();
    /** Decisions that were not saved because somebody else was faster. @type {Map<number, object>} */
    this.conflicts = new Map();
    /** The card whose fields are being changed: nothing may redraw it. @type {number | null} */
    this.editingId = null;
    this.kind = "";
    this.filter = "open";
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
      this.byId.set(annotation.id, annotation);
      this.etags.set(annotation.id, annotation.etag);
      changed.push(annotation);
    }
    if (changed.length) this.#tell("changed", changed);
  }

  /** Shows a decision before the server has confirmed it. @param {number} id @param {object} values */
  expect(id, values) {
    const annotation = { ...this.byId.get(id), ...values, pending: true };
    this.byId.set(id, annotation);
    this.#tell("changed", [annotation]);
  }

  /** The server's state replaces whatever was shown. @param {object} annotation */
  settle(annotation) {
    this.byId.set(annotation.id, annotation);
    this.etags.set(annotation.id, annotation.etag);
    this.#tell("changed", [annotation]);
  }

  /** Takes out of sight what a moderator has hidden. @param {number[]} ids */
  hide(ids) {
    const known = ids.map((id) => this.byId.get(id)).filter((a) => a && !a.deleted);
    for (const annotation of known) {
      if (annotation.id === this.activeId) this.activate(null);
      this.settle({ ...annotation, deleted: true });
    }
  }

  /** In the text: neither in the bin nor rejected or superseded. */
  marks() {
    return [...this.byId.values()].filter((a) => !a.deleted && (a.state === "suggested" || a.state === "accepted"));
  }

  /** Whether the filter lets it into the list; what was just decided stays until the next one is active. @param {object} a */
  isListed(a) {
    if (a.deleted || !isOfKind(a, this.kind)) return false;
    return FILTERS[this.filter](a) || this.lingering.has(a.id) || a.id === this.activeId;
  }

  /** In the list, in text order. */
  listed() {
    return [...this.byId.values()].filter((a) => this.isListed(a)).sort(byPlace);
  }

  /** What the list shows and nobody has decided on. */
  open() {
    return this.listed().filter((a) => a.state === "suggested");
  }

  /** Undecided suggestions the engine calls sure, whatever the list shows. */
  sure() {
    return [...this.byId.values()].filter((a) => a.state === "suggested" && !a.deleted && a.band === "sure");
  }

  counts() {
    const counts = { quote: 0, claim: 0, figure: 0, open: 0, accepted: 0, rejected: 0, unchecked: 0 };
    for (const a of this.byId.values()) {
      if (a.deleted || a.state === "superseded") continue;
      if (a.state !== "rejected") counts[a.kind] += 1;
      counts[a.state === "suggested" ? "open" : a.state] += 1;
      if (FILTERS.unchecked(a)) counts.unchecked += 1;
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
    this.#tell("active", id);
  }

  /** The neighbour of the active one in the list; `open` looks only among undecided ones. @param {1 | -1} step */
  neighbour(step, open = false) {
    const list = this.listed();
    const index = list.findIndex((a) => a.id === this.activeId);
    const from = index < 0 ? (step > 0 ? 0 : list.length - 1) : index + step;
    for (let i = from; i >= 0 && i < list.length; i += step) {
      if (!open || list[i].state === "suggested") return list[i];
    }
    return open && step > 0 ? list.find((a) => a.state === "suggested" && a.id !== this.activeId) ?? null : null;
  }

  /** @param {string} filter @param {string} kind */
  setFilter(filter, kind) {
    this.filter = filter;
    this.kind = kind;
    this.lingering.clear();
    this.#tell("filter", null);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

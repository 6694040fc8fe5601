/** Kinds, states, reasons and verdicts: their signs, so that colour is never alone, and the filters of the list that go by them. Pure. */

export const SIGNS = { quote: "„", claim: "!", figure: "#" };

/** Why something is rejected, in the order of the keys 1 to 5. */
export const REASONS = ["wrong_kind", "wrong_extent", "duplicate", "irrelevant", "other"];

/** Verdicts in the order of their keys. */
export const VERDICT_SIGNS = { unchecked: "○", confirmed: "✓", wrong: "✕", query: "?", author_alone: "◐", not_checkable: "–" };

export const VERDICTS = Object.keys(VERDICT_SIGNS);

const verdictIs = (status) => (a) => a.verdict?.status === status;

export const FILTERS = {
  open: (a) => a.state === "suggested",
  accepted: (a) => a.state === "accepted",
  rejected: (a) => a.state === "rejected",
  all: (a) => a.state !== "superseded",
  unchecked: (a) => a.state === "accepted" && !a.verdict,
  confirmed: verdictIs("confirmed"),
  wrong: verdictIs("wrong"),
  query: verdictIs("query"),
  author_alone: verdictIs("author_alone"),
  not_checkable: verdictIs("not_checkable"),
  due: (a) => Boolean(a.verdict?.is_countersignature_due),
};

/** Filters that let facts through by what their check found. */
export const CHECK_FILTERS = Object.keys(FILTERS).slice(4);

/** @param {object} a @param {string} kind a kind, "high" for claims highly worth checking, or "" for all */
export function isOfKind(a, kind) {
  return !kind || (kind === "high" ? a.claim?.worthiness === "high" : a.kind === kind);
}

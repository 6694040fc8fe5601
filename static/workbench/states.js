/** Kinds, states, reasons, verdicts and values: their signs and words, so that colour is never alone, and the filters of the list. Pure. */

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
  superseded: (a) => a.state === "superseded",
  unchecked: (a) => a.state === "accepted" && !a.verdict,
  confirmed: verdictIs("confirmed"),
  wrong: verdictIs("wrong"),
  query: verdictIs("query"),
  author_alone: verdictIs("author_alone"),
  not_checkable: verdictIs("not_checkable"),
  due: (a) => Boolean(a.verdict?.is_countersignature_due),
};

/** Filters that let facts through by what their check found. */
export const CHECK_FILTERS = Object.keys(FILTERS).slice(5);

/** @param {object} a @param {string} kind a kind, "high" for claims highly worth checking, or "" for all */
export function isOfKind(a, kind) {
  return !kind || (kind === "high" ? a.claim?.worthiness === "high" : a.kind === kind);
}

/** @typedef {Record<string, [string, string]>} UnitWords code → of one, of several */

/** The value of a figure as its reader says it: numbers and units in her language. Stored and sent are the units' codes. @param {{value: number | null, minimum: number | null, maximum: number | null, unit: string, timex: string, resolved: string}} figure */
export function valueInWords(figure, { words, language }) {
  const number = (n) => n.toLocaleString(language, { maximumSignificantDigits: 15 });
  // Resolved against the article's date where that is known; the reading says what the text itself says.
  if (figure.timex) return figure.resolved || figure.timex;
  const { value, minimum, maximum } = figure;
  if (value === null && minimum === null && maximum === null) return "";
  const said = value !== null ? number(value) : [minimum, maximum].map((n) => (n === null ? "…" : number(n))).join(" – ");
  const unit = unitInWords(figure.unit, words.unit, Math.abs(value) === 1);
  return unit.startsWith("-") ? said + unit : `${said} ${unit}`.trim();
}

/** @param {string} code @param {UnitWords} units */
export function unitInWords(code, units, isOne = false) {
  return units[code]?.[isOne ? 0 : 1] ?? code;
}

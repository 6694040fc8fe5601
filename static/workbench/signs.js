/** Verdicts in the order of their keys, with signs, so that colour is never alone. */
export const VERDICT_SIGNS = { unchecked: "○", confirmed: "✓", wrong: "✕", query: "?", author_alone: "◐", not_checkable: "–" };

export const VERDICTS = Object.keys(VERDICT_SIGNS);

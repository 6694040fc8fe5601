/** The value of a figure as its reader says it: numbers and units in her language. Stored and sent are the units' codes. */

/** @typedef {Record<string, [string, string]>} UnitWords code → of one, of several */

/** @param {{value: number | null, minimum: number | null, maximum: number | null, unit: string, timex: string, resolved: string}} figure */
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

/** What is no word for a unit we know is taken as it was written. @param {string} written @param {UnitWords} units */
export function unitCode(written, units) {
  const wanted = written.trim();
  return Object.keys(units).find((code) => units[code].includes(wanted)) ?? wanted;
}

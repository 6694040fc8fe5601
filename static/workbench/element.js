/** How things are shown: elements of the page, signs, values and verdicts in words. */

export const SIGNS = { quote: "„", claim: "!", figure: "#" };

/** @param {string} id @returns {any} */
export const byId = (id) => document.getElementById(id);

/** @param {string} tag @param {Record<string, string>} attributes @param {(Node | string | null | undefined | false)[]} children */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(.../** @type {(Node | string)[]} */ (children.filter(Boolean)));
  return made;
}

/**
 * A copy of what a template of the page holds.
 * @param {string} name @param {Record<string, any>} slots what goes into the places named so, or into the value of a term; a
 *   place whose content is empty is taken away, one whose content is true stays as it is
 * @returns {any}
 */
export function fromTemplate(name, slots = {}) {
  const made = byId(`t-${name}`).content.firstElementChild.cloneNode(true);
  for (const [slot, content] of Object.entries(slots)) {
    const place = made.querySelector(`[data-slot="${slot}"]`);
    if (!place) continue;
    delete place.dataset.slot; // what it now holds may have places of the same name
    if (!content || content.length === 0) place.remove();
    else if (content !== true) (place.querySelector("dd") ?? place).replaceChildren(...[content].flat());
  }
  return made;
}

/** @param {string} at @param {string} language */
export function dayAndTime(at, language) {
  return new Date(at).toLocaleString(language, { day: "numeric", month: "numeric", hour: "2-digit", minute: "2-digit" });
}

/** Something that tells its listeners what has happened. */
export class Teller extends EventTarget {
  /** @param {string} name @param {any} [detail] */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** @param {string} name @param {(detail: any) => void} use */
  on(name, use) {
    this.addEventListener(name, (event) => use(/** @type {CustomEvent} */ (event).detail));
  }
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

/** What is no word for a unit we know is taken as it was written. @param {string} written @param {UnitWords} units */
export function unitCode(written, units) {
  return Object.keys(units).find((code) => units[code].includes(written)) ?? written;
}

/** @param {object} annotation @param {object} settings @returns {Record<string, any>} what fills the places of the card */
export function verdictSlots({ state, verdict }, settings) {
  const { words, user } = settings;
  const status = verdict?.status ?? "unchecked";
  const risks = verdict?.risks.map((risk) => words.risk[risk] ?? risk).join(", ");
  const isDue = verdict?.is_countersignature_due;
  const canSign = verdict && status !== "query" && !verdict.countersigned_by;
  const isOwn = canSign && verdict.by.id === user;
  return {
    check: state === "accepted",
    history: state === "accepted",
    "at-once": state === "suggested",
    verdict: element("span", { class: `verdict-${status}` }, `${words.verdictSign[status]} ${words.verdict[status]}`),
    "verdict-by": verdict && ` · ${who(verdict.by, verdict.at, settings)}`,
    correction: verdict?.correction,
    question: verdict?.question,
    "due-on": verdict?.due_on && new Date(`${verdict.due_on}T12:00`).toLocaleDateString(settings.language),
    answered: verdict?.answer && `${verdict.answer} (${verdict.answered_by?.name ?? ""})`,
    sources: verdict?.citations.length > 0 && element("ul", { class: "reasons" }, ...verdict.citations.map((c) => citation(c, settings))),
    noted: verdict?.note,
    risky: !isDue && risks,
    countersigned: verdict?.countersigned_by && who(verdict.countersigned_by, verdict.countersigned_at, settings),
    vague: verdict?.is_too_vague,
    due: isDue,
    risks,
    countersign: canSign && !isOwn,
    "four-eyes": isOwn,
    answer: status === "query",
    note: Boolean(verdict),
  };
}

function citation({ source, place, note }, settings) {
  const words = sourceWords(source, settings);
  const name = /^https?:/.test(source.url ?? "") ? element("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" }, words) : words;
  return element("li", {}, name, place && element("b", {}, `, ${place}`), note && ` – ${note}`);
}

export function who(person, at, { language }) {
  return `${person?.name ?? ""}, ${dayAndTime(at, language)}`;
}

/** A source in one line. @param {object} source @param {object} settings */
export function sourceWords({ title, publisher, kind }, { words }) {
  return [title, publisher, words.sourceKind[kind]].filter(Boolean).join(" · ");
}

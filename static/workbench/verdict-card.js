/** The check on a mark's card: what it found, by whom, on which sources, and the buttons that say so. */

import { element } from "./element.js";
import { VERDICT_SIGNS, VERDICTS } from "./states.js";

/** @param {object} annotation @param {object} settings @param {(name: string, id: number, value?: string) => void} act */
export function checkOf(annotation, settings, act) {
  if (annotation.state === "accepted") return verdictFoot(annotation, settings, act);
  return annotation.state === "suggested" && settings.canCheck && verdictAtOnce(annotation, settings, act);
}

function verdictFoot(annotation, settings, act) {
  const { verdict } = annotation;
  const status = verdict?.status ?? "unchecked";
  const { texts, words } = settings;
  const said = element("p", { class: `verdict verdict-${status}` }, `${VERDICT_SIGNS[status]} ${words.verdict[status]}`);
  if (verdict) said.append(element("span", { class: "muted" }, ` · ${who(verdict.by, verdict.at, settings)}`));
  const rows = verdict ? facts(verdict, settings) : [];
  return element(
    "section",
    { class: "check", "aria-label": texts.check },
    said,
    rows.length > 0 && element("dl", { class: "facts" }, ...rows.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])),
    verdict?.is_too_vague && element("p", { class: "verdict-warning" }, `⚠ ${texts.too_vague}`),
    verdict?.is_countersignature_due && element("p", { class: "verdict-warning" }, `⚠ ${texts.due_long} ${verdict.risks.map((risk) => words.risk[risk] ?? risk).join(", ")}`),
    settings.canCheck && verdictButtons(annotation, status, settings, act),
    further(annotation, settings, act),
  );
}

/** @param {object} verdict @param {object} settings @returns {[string, Node | string][]} */
function facts(verdict, settings) {
  const { texts, words, language } = settings;
  const due = verdict.due_on && new Date(`${verdict.due_on}T12:00`).toLocaleDateString(language);
  const answer = verdict.answer && `${verdict.answer} (${verdict.answered_by?.name ?? ""})`;
  const signed = verdict.countersigned_by && who(verdict.countersigned_by, verdict.countersigned_at, settings);
  const all = [
    [texts.correction, verdict.correction],
    [texts.question, verdict.question],
    [texts.due_on, due],
    [texts.answer, answer],
    [texts.sources, verdict.citations.length > 0 && element("ul", { class: "reasons" }, ...verdict.citations.map((c) => citation(c, settings)))],
    [texts.note, verdict.note],
    [texts.risks, !verdict.is_countersignature_due && verdict.risks.map((risk) => words.risk[risk] ?? risk).join(", ")],
    [texts.countersigned, signed],
  ];
  return /** @type {[string, Node | string][]} */ (all.filter(([, value]) => value));
}

function citation({ source, place, note }, settings) {
  const words = sourceWords(source, settings);
  const name = /^https?:/.test(source.url ?? "") ? element("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" }, words) : words;
  return element("li", {}, name, place && element("b", {}, `, ${place}`), note && ` – ${note}`);
}

function who(person, at, { language }) {
  const time = new Date(at).toLocaleString(language, { day: "numeric", month: "numeric", hour: "2-digit", minute: "2-digit" });
  return `${person?.name ?? ""}, ${time}`;
}

/** What V does on a suggestion: it is accepted with its verdict. Folded, for most are only accepted. */
function verdictAtOnce(annotation, settings, act) {
  const title = element("summary", {}, `${settings.texts.accept_with_verdict} `, element("kbd", { "aria-hidden": "true" }, "V"));
  return element("details", { class: "history" }, title, verdictButtons(annotation, "", settings, act));
}

function verdictButtons({ id }, status, { words }, act) {
  const buttons = VERDICTS.map((name, index) => {
    const keys = `V ${index + 1}`;
    const key = element("kbd", { "aria-hidden": "true" }, keys);
    const button = element("button", { type: "button", class: "button button-plain", title: keys, "aria-pressed": String(name === status) }, element("span", {}, `${VERDICT_SIGNS[name]} ${words.verdictShort[name]}`), key);
    button.addEventListener("click", () => act("verdict", id, name));
    return button;
  });
  return element("div", { class: "verdict-buttons" }, ...buttons);
}

/** Countersigning, answering, adding a note: what the present verdict allows. */
function further({ id, verdict }, settings, act) {
  if (!verdict) return null;
  const { texts } = settings;
  const row = element("div", { class: "card-actions" });
  const add = (name, label) => {
    const button = /** @type {HTMLButtonElement} */ (element("button", { type: "button", class: "button" }, label));
    button.addEventListener("click", () => act(name, id));
    row.append(button);
    return button;
  };
  if (settings.canSign && verdict.status !== "query" && !verdict.countersigned_by) {
    const own = verdict.by.id === settings.user;
    const button = add("countersign", texts.countersign);
    button.disabled = own;
    if (own) row.append(element("span", { class: "muted reason-why" }, texts.four_eyes));
  }
  if (settings.canComment && verdict.status === "query") add("answer", texts.answer_it);
  if (settings.canCheck) add("note", texts.note_add);
  return row.children.length ? row : null;
}

/** A source in one line. @param {object} source @param {object} settings */
export function sourceWords(source, settings) {
  return [source.title, source.publisher, settings.words.sourceKind[source.kind]].filter(Boolean).join(" · ");
}

/** Single keys while the focus is in text or panel and not in a field. Compares the character, so QWERTZ and QWERTY agree. */

/** The name of a key press: Control+ and Shift+ in front, letters small. @param {KeyboardEvent} event */
export function nameOf(event) {
  const named = event.key.length > 1;
  const shift = event.shiftKey && (named || /^\p{Lu}$/u.test(event.key));
  return (event.ctrlKey ? "Control+" : "") + (shift ? "Shift+" : "") + (named ? event.key : event.key.toLowerCase());
}

/** Those can be switched off; keys with Control, named keys and those of the word cursor always act. @param {string} name */
const isSingle = (name) => name.replace("Shift+", "").length === 1;

/**
 * Two keys one after the other are named with a blank between them ("v 2"). The first one waits for the second;
 * Esc and any key that does not belong to it drop it and do nothing else.
 * @param {{single: boolean, map: Record<string, string>}} own the person's keys by action; where single keys are
 *   switched off they act together with Alt
 * @param {HTMLElement} scope text and panel together
 * @param {{named: Record<string, () => void>, fixed: Record<string, () => void>}} acts by action, and by key
 * @param {HTMLElement} text the text alone
 * @param {Record<string, () => void>} textActions keys that move in the text and act only while it has the focus
 * @param {(first: string) => void} onWait told the key that waits for a second one, and "" when it no longer does
 */
export function listen(own, scope, { named, fixed }, text, textActions, onWait) {
  /** @type {Record<string, () => void>} */
  const actions = { ...fixed };
  for (const [action, act] of Object.entries(named)) if (own.map[action]) actions[own.map[action]] = act;
  const firsts = new Set(Object.keys(actions).flatMap((name) => (name.includes(" ") ? [name.split(" ")[0]] : [])));
  let first = "";
  /** @param {string} key */
  const wait = (key) => {
    if (key !== first) onWait(key);
    first = key;
  };
  document.addEventListener("pointerdown", () => wait(""));
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.closest("input, textarea, select, dialog, [contenteditable]")) return wait("");
    if (target !== document.body && !scope.contains(target)) return;
    if (event.metaKey || event.isComposing) return;
    const name = nameOf(event);
    if (first) {
      if (["Shift", "Control", "Alt", "AltGraph", "CapsLock"].includes(event.key)) return;
      const second = actions[`${first} ${name}`];
      wait("");
      event.preventDefault();
      return second?.();
    }
    // Switched off, a single key acts with Alt; whatever else is pressed with Alt is the browser's.
    if (event.altKey ? own.single || !isSingle(name) : isSingle(name) && !own.single) return;
    if (firsts.has(name)) {
      event.preventDefault();
      return wait(name);
    }
    const action = (text.contains(target) && textActions[name]) || actions[name];
    if (!action) return;
    // Enter and blank on a button press the button; but from the open card Enter leads back to the text.
    const isBack = event.key === "Enter" && target.matches(".is-open .card-head");
    if ((event.key === "Enter" || event.key === " ") && !isBack && target.closest("button, a, summary")) return;
    event.preventDefault();
    action();
  });
}

/** The keys of the word cursor. @param {(unit: string, step: 1 | -1, extend: boolean) => void} move @returns {Record<string, () => void>} */
export function cursorKeys(move) {
  /** @type {[string, string, 1 | -1][]} */
  const keys = [
    ["ArrowLeft", "word", -1],
    ["ArrowRight", "word", 1],
    ["ArrowUp", "row", -1],
    ["ArrowDown", "row", 1],
    ["Home", "edge", -1],
    ["End", "edge", 1],
  ];
  /** @type {Record<string, () => void>} */
  const actions = {};
  for (const [key, unit, step] of keys) {
    actions[key] = () => move(unit, step, false);
    actions[`Shift+${key}`] = () => move(unit, step, true);
  }
  for (const [key, step] of /** @type {[string, 1 | -1][]} */ ([["ArrowLeft", -1], ["ArrowRight", 1]])) {
    actions[`Control+${key}`] = () => move("sentence", step, false);
    actions[`Control+Shift+${key}`] = () => move("sentence", step, true);
  }
  return actions;
}

/** How many things are being waited for. */
let holding = 0;
/** Whatever else is pressed is the browser's. */
const HELD = /^(?:.|Enter|Escape|Backspace|Delete|Tab|Home|End|Arrow.*)$/u;
const HELD_WITH_CONTROL = /^(?:Enter|Arrow.*|z)$/i;

/**
 * Keys pressed while something is being fetched that an earlier key has asked for: they wait, and go to what it opens.
 * @param {Promise<boolean>} coming false where it does not come; then they are dropped, for they were not meant for the bench
 */
export async function hold(coming) {
  /** @type {KeyboardEvent[]} */
  const held = [];
  /** @param {KeyboardEvent} event */
  const keep = (event) => {
    const isOurs = (event.ctrlKey && !event.altKey ? HELD_WITH_CONTROL : HELD).test(event.key);
    if (!isOurs || event.metaKey || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.push(event);
  };
  addEventListener("keydown", keep, true);
  document.body.ariaBusy = String(Boolean((holding += 1)));
  const isThere = await coming;
  removeEventListener("keydown", keep, true);
  document.body.ariaBusy = String(Boolean((holding -= 1)));
  if (isThere) held.forEach(pressAgain);
}

/** What nobody takes does what the browser would have done. @param {KeyboardEvent} event */
function pressAgain({ key, ctrlKey, shiftKey, altKey }) {
  const target = /** @type {any} */ (document.activeElement ?? document.body);
  if (!target.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, shiftKey, altKey, bubbles: true, cancelable: true }))) return;
  const stops = [...(target.form?.elements ?? [])];
  if (key === "Tab") stops[stops.indexOf(target) + 1]?.focus();
  else if (target.matches("button") && (key === "Enter" || key === " ")) target.click();
  else if (key === "Enter" && target.matches("input")) target.form?.requestSubmit();
  else if (key === "Backspace") document.execCommand("delete");
  else if (target.matches("select")) target.value = [...target.options].find((o) => o.text.toLowerCase().startsWith(key.toLowerCase()))?.value ?? target.value;
  else if (key.length === 1 || key === "Enter") document.execCommand("insertText", false, key === "Enter" ? "\n" : key);
}

const INSIDE = ".card-body :is(button, a, summary)";

/** One stop of the Tab key per card; arrows go to what is inside and back to its head. @param {HTMLElement} list of the cards */
export function listenToCards(list) {
  // A form has its own stops: whoever fills it in goes from field to field.
  const inside = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll(INSIDE)].filter((one) => !one.closest("form")));
  const settle = () => inside().forEach((one) => { one.tabIndex = -1; });
  new MutationObserver(settle).observe(list, { childList: true, subtree: true });
  settle();
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key] ?? 0;
    const target = /** @type {HTMLElement} */ (event.target);
    const card = target.closest(".card");
    if (!step || !card || event.altKey || event.ctrlKey || event.metaKey || target.closest("form")) return;
    const stops = [/** @type {HTMLElement} */ (card.querySelector(".card-head")), ...inside().filter((one) => card.contains(one) && one.checkVisibility())];
    event.preventDefault();
    stops[stops.indexOf(target) + step]?.focus();
  });
}

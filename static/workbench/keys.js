/** Single keys while the focus is in text or panel and not in a field, which compare the character, so QWERTZ and QWERTY agree; and presses on buttons. */

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
    // Where nothing has the focus (the page has just been opened, a button has gone) the hands are in the text.
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
    if (Object.keys(actions).some((known) => known.startsWith(`${name} `))) {
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

/** The keys of the word cursor. @type {Record<string, [string, 1 | -1]>} */
const CURSOR = {
  ArrowLeft: ["word", -1], ArrowRight: ["word", 1], ArrowUp: ["row", -1], ArrowDown: ["row", 1], Home: ["edge", -1], End: ["edge", 1],
  "Control+ArrowLeft": ["sentence", -1], "Control+ArrowRight": ["sentence", 1],
};

/** @param {(unit: string, step: 1 | -1, extend: boolean) => void} move @returns {Record<string, () => void>} */
export function cursorKeys(move) {
  const both = Object.entries(CURSOR).flatMap(([key, [unit, step]]) => [
    [key, () => move(unit, step, false)],
    [key.replace(/^(Control\+)?/, "$1Shift+"), () => move(unit, step, true)],
  ]);
  return Object.fromEntries(both);
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

/**
 * Presses on buttons, wherever they are: `data-act` names what they do, `data-value` in or around them says of what.
 * @param {Record<string, (value?: string, pressed?: HTMLElement) => void>} acts
 * @param {(details: HTMLDetailsElement) => void} unfold told of what is fetched when it is unfolded
 */
export function listenToPresses(acts, unfold) {
  document.addEventListener("click", ({ target }) => {
    const pressed = /** @type {HTMLElement} */ (target).closest("[data-act]");
    if (pressed) acts[pressed.dataset.act](pressed.closest("[data-value]")?.dataset.value, pressed);
  });
  document.addEventListener("toggle", ({ target }) => target.open && target.dataset.unfold && unfold(target), true);
  // The press must not take the selection away from the text.
  document.addEventListener("pointerdown", (event) => /** @type {HTMLElement} */ (event.target).closest("[data-keeps-selection]") && event.preventDefault());
  for (const menu of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details:has(> .menu)"))) listenToMenu(menu);
}

/** Open until something is chosen, Esc is pressed, or somebody points elsewhere. @param {HTMLDetailsElement} menu */
function listenToMenu(menu) {
  const close = () => { menu.open = false; };
  menu.addEventListener("click", (event) => /** @type {HTMLElement} */ (event.target).closest(".menu button") && close());
  document.addEventListener("pointerdown", (event) => menu.contains(/** @type {Node} */ (event.target)) || close());
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    close();
    menu.querySelector("summary")?.focus();
  });
}

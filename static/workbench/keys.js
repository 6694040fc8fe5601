/** Single keys while the focus is in text or panel and not in a field. Compares the character, so QWERTZ and QWERTY agree. */

/**
 * @param {HTMLElement} scope text and panel together
 * @param {Record<string, () => void>} actions by character, or by name for named keys; Control+ and Shift+ in front
 */
export function listen(scope, actions) {
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.closest("input, textarea, select, [contenteditable]")) return;
    if (target !== document.body && !scope.contains(target)) return;
    if (event.altKey || event.metaKey || event.isComposing) return;
    const character = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const name = (event.ctrlKey ? "Control+" : "") + (event.shiftKey && /^[a-z]$/i.test(event.key) ? "Shift+" : "") + character;
    const action = actions[name];
    if (!action) return;
    // Enter and blank on a button press the button.
    if ((character === "Enter" || character === " ") && target.closest("button, a, summary")) return;
    event.preventDefault();
    action();
  });
}

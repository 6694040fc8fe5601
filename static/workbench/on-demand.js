/** Modules that are fetched when somebody asks for them, and asked for again where that failed. */

import { element } from "./element.js";

/** The same promise again; asked anew where it failed. @template T @param {() => Promise<T>} make @returns {(() => Promise<T>) & {made: T | null}} */
export function first(make) {
  /** @type {Promise<T> | null} */
  let asked = null;
  const ask = () => (asked ??= make().then((made) => (ask.made = made), (error) => {
    asked = null;
    throw error;
  }));
  /** What has been made, for whoever cannot wait. @type {T | null} */
  ask.made = null;
  return ask;
}

/** @param {string} name of a module beside this one @param {(module: any) => any} use @returns {(() => Promise<any>) & {made: any}} */
export function onDemand(name, use = (module) => module) {
  let tries = 0;
  // Some browsers remember that an address failed: another try goes by another one.
  return first(async () => use(await import(import.meta.resolve(`./${name}.js`) + (tries++ ? `#${tries}` : ""))));
}

/** Something folded, fetched when it is unfolded; where that fails it says so, and unfolding it again tries again. @param {string} title @param {string} problem @param {() => Promise<Node>} fetch */
export function unfolding(title, problem, fetch) {
  const content = element("div", { role: "status" });
  const details = /** @type {HTMLDetailsElement} */ (element("details", { class: "history" }, element("summary", {}, title), content));
  let isThere = false;
  details.addEventListener("toggle", async () => {
    if (!details.open || isThere) return;
    try {
      content.replaceChildren(await fetch());
      isThere = true;
    } catch {
      content.replaceChildren(element("p", { class: "muted" }, problem));
    }
  });
  return details;
}

/**
 * What is needed now and then: forms, dialogs, the check. Fetched last, but before anybody asks for it, so that it is
 * there when the server is not.
 */

import { byId } from "./element.js";

/** @param {any} bench what the page is made of, with `actions`, `editing` and `show` */
export function later(bench) {
  const { settings, texts, map, api, say, editing, actions, show } = bench;
  const fields = () => import("./edit-form.js");
  const dialogs = () => import("./dialogs.js");
  const check = once(async () => new (await import("./check.js")).Check(bench));
  const find = once(async () => (await dialogs()).findDialog(byId("find"), map, texts, show));
  const bulk = once(async () => (await dialogs()).bulkDialog(byId("bulk"), texts, { say, decide: (op, annotations) => actions.bulk(op, annotations) }));
  const signIn = once(async () => (await import("./sign-in.js")).signInDialog(byId("signed-out"), settings, bench.sync));
  const failed = () => say(texts.not_fetched, "error");

  bench.sync.addEventListener("state", (event) => {
    if (/** @type {CustomEvent} */ (event).detail.isSignedOut) signIn().then((open) => open(), failed);
  });
  return {
    /** @param {number} id */
    fields: (id) => fields().then(({ editForm }) => editing.fields(id, editForm), failed),
    /** @param {string} name @param {number} id @param {string} [value] */
    check: (name, id, value) => check().then((made) => made.acts[name](id, value), failed),
    find: () => find().then((open) => open(), failed),
    /** @param {string} op @param {object[]} annotations @param {string} question */
    decideMany: (op, annotations, question) => bulk().then((ask) => ask(op, annotations, question), failed),
    /** Once it is there, a key opens its form before the next key is pressed. */
    fetch: () => Promise.allSettled([fields(), check(), find(), bulk(), signIn()]),
  };
}

/** The same promise again; asked anew where it failed. @template T @param {() => Promise<T>} make @returns {() => Promise<T>} */
function once(make) {
  /** @type {Promise<T> | null} */
  let made = null;
  return () => (made ??= make().catch((error) => {
    made = null;
    throw error;
  }));
}

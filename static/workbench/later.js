/**
 * What is needed now and then. Forms, the check, finding and signing in come before anybody asks for them, so that they
 * are there when the server is not; what needs the server anyway comes when it is asked for.
 */

import { byId } from "./element.js";
import { first, onDemand, unfolding } from "./on-demand.js";

/** @param {any} bench what the page is made of, with `actions`, `editing` and `show` */
export function later(bench) {
  const { settings, texts, map, api, say, editing, actions, show } = bench;
  const failed = () => say(texts.not_fetched, "error");
  const fields = () => import("./edit-form.js");
  const find = first(async () => (await import("./find.js")).findDialog(byId("find"), map, texts, show));
  const signIn = first(async () => (await import("./sign-in.js")).signInDialog(byId("signed-out"), settings, bench.sync));
  const sources = onDemand("source-picker");
  const check = first(async () => new (await import("./check.js")).Check({ ...bench, sources }));

  const bulk = onDemand("bulk", ({ bulkDialog }) => bulkDialog(byId("bulk"), texts, { say, decide: (op, annotations) => actions.bulk(op, annotations) }));
  const history = onDemand("history");
  const comparison = onDemand("comparison");

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
    /** Asked for while the verdict is still being chosen. */
    expectVerdict: () => sources().catch(() => {}),
    /** @param {{id: number}} annotation */
    history: ({ id }) => unfolding(texts.history, texts.not_fetched, async () => (await history()).verdictHistory(id, api, settings)),
    /** @param {object} mine @param {object} theirs @param {(annotation: object) => [string, any][]} facts */
    compare: (mine, theirs, facts) => unfolding(texts.compare, texts.not_fetched, async () => (await comparison()).comparison(mine, theirs, facts, settings)),
    /** Once it is there, a key opens its form before the next key is pressed. */
    fetch: () => Promise.allSettled([fields(), check(), find(), signIn()]),
  };
}

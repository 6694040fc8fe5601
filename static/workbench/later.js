/**
 * What is needed now and then, in modules of its own. Forms, the check, finding and signing in are fetched when somebody
 * begins to work, so that they are there when the server is not; what needs the server anyway, when it is asked for.
 */

import { Unreachable } from "./api.js";
import { byId, element } from "./element.js";
import { hold } from "./keys.js";

const QUIET_MILLISECONDS = 400; // what is there sooner needs no word

/** @param {any} bench what the page is made of, with `actions`, `editing`, `coverage`, `selection` and `show` */
export function later(bench) {
  const { settings, texts, map, api, store, say, show, editing, actions, sync } = bench;
  const failed = () => say(texts.not_fetched, "error");
  const forms = onDemand("forms");
  const find = onDemand("find", ({ findDialog }) => findDialog(byId("find"), map, texts, show));
  const signIn = onDemand("sign-in", ({ signInDialog }) => signInDialog(byId("signed-out"), settings, sync));
  const sources = onDemand("source-picker");
  const verdicts = onDemand("verdict-form");
  const check = onDemand("check", async ({ Check }) => new Check({ ...bench, sources, forms: { ...(await forms()), ...(await verdicts()) } }));
  const comments = onDemand("comments", ({ Comments }) => new Comments({ ...bench, forms: (use) => soon(forms, use) }));
  const summary = onDemand("summary");
  const waving = onDemand("waving", ({ Waving }) => new Waving(bench));
  const bulk = onDemand("bulk", ({ bulkDialog }) => bulkDialog(byId("bulk"), texts, { say, decide: (op, annotations) => actions.bulk(op, annotations) }));
  const history = onDemand("history");
  const comparison = onDemand("comparison");

  sync.addEventListener("state", (event) => {
    if (/** @type {CustomEvent} */ (event).detail.isSignedOut) signIn().then((open) => open(), failed);
  });

  /** At once where it is there; else what is pressed meanwhile waits for it. @template T @param {(() => Promise<T>) & {made: T | null}} need @param {(made: T) => void} use */
  function soon(need, use) {
    if (need.made) return use(need.made);
    const timer = setTimeout(() => say(texts.fetching), QUIET_MILLISECONDS);
    const coming = need().finally(() => clearTimeout(timer));
    hold(coming.then((made) => (say(""), use(made), true), () => (failed(), false)));
  }

  // Whoever presses a key or points somewhere begins to work.
  const begins = ["keydown", "pointerdown", "click"];
  const begin = () => {
    for (const name of begins) removeEventListener(name, begin, true);
    Promise.allSettled([forms(), check(), find(), signIn(), comments(), summary(), waving()]);
  };
  for (const name of begins) addEventListener(name, begin, true);

  return {
    /** @param {"fields" | "extent"} what @param {number} id */
    edit: (what, id) => soon(forms, (made) => editing[what](id, made)),
    /** @param {string} name @param {number} id @param {string} [value] */
    check: (name, id, value) => soon(check, (made) => made.acts[name](id, value)),
    /** @param {"next" | "wave"} name */
    sentences: (name) => soon(waving, (made) => made[name]()),
    /** @param {import("./undo.js").Item} item @param {string} key */
    revertOther: async (item, key) => {
      const made = await (item.comment ? comments : waving)().catch((error) => { throw new Unreachable(String(error)); });
      return made.revert(item, key);
    },
    find: () => soon(find, (open) => open()),
    /** @param {string} op @param {object[]} annotations @param {string} question */
    decideMany: (op, annotations, question) => soon(bulk, (ask) => ask(op, annotations, question)),
    /** Asked for while the verdict is still being chosen. */
    expectVerdict: () => sources().catch(() => {}),
    /** The comments of a card; what it shows meanwhile is complete without them. @param {{id: number}} annotation */
    comments: ({ id }) => {
      if (comments.made) return comments.made.section(store.byId.get(id));
      const place = element("section", {});
      comments().then((made) => place.isConnected && place.replaceWith(made.section(store.byId.get(id)) ?? ""), () => place.append(texts.comments_not_fetched));
      return place;
    },
    /** What an empty list says. @param {HTMLElement} place */
    summary: (place) => {
      const fill = (made) => place.replaceChildren(...made.summary(store, texts, bench.panel.unlooked, settings.canSuggest));
      if (summary.made) fill(summary.made);
      else summary().then(fill, () => place.replaceChildren(texts.not_fetched));
    },
    /** @param {{id: number}} annotation */
    history: ({ id }) => unfolding(texts.history, texts.not_fetched, async () => (await history()).verdictHistory(id, api, settings)),
    /** @param {object} mine @param {object} theirs @param {(annotation: object) => [string, any][]} facts */
    compare: (mine, theirs, facts) => unfolding(texts.compare, texts.not_fetched, async () => (await comparison()).comparison(mine, theirs, facts, settings)),
  };
}

/** The same promise again; asked anew where it failed. @template T @param {() => Promise<T>} make @returns {(() => Promise<T>) & {made: T | null}} */
function first(make) {
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
function unfolding(title, problem, fetch) {
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

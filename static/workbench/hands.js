/** What an editor does: selecting, deciding, editing, keys and buttons. One thing is active, one key is one decision. */

import { Actions } from "./actions.js";
import { Check } from "./check.js";
import { Comments } from "./comments.js";
import { Coverage } from "./coverage.js";
import { Editing } from "./editing.js";
import { byId } from "./element.js";
import { listenToFields, listenToServer } from "./frame.js";
import { cursorKeys, listen, listenToCards, listenToPresses } from "./keys.js";
import { findDialog, listenToPointer, Marking } from "./marking.js";
import { TextSelection, WordCursor } from "./selection.js";
import { placeWords } from "./tokeniser.js";

/**
 * @param {{settings: any, texts: Record<string, string>, map: import("./text-map.js").TextMap, store: import("./store.js").Store,
 *   api: import("./sync.js").Api, sync: import("./sync.js").Sync, highlights: import("./highlights.js").Highlights,
 *   maker: import("./cards.js").CardMaker, panel: import("./panel.js").Panel, say: (message: string, tone?: string) => void,
 *   activate: (id: number | null, options?: object) => void, bringIntoView: (top: number, bottom: number) => void}} bench
 * @returns {Editing}
 */
export function takeHold(bench) {
  const { settings, texts, map, store, api, sync, highlights, maker, panel, say, activate } = bench;
  const selection = new TextSelection(map);
  const cursor = new WordCursor(map, selection, bench.bringIntoView);
  const actions = new Actions({ ...bench, onListEnd: () => panel.focusSummary(), onManyReverted: () => panel.release(), revertOther: (item, key) => (item.comment ? comments : coverage).revert(item, key) });
  const marking = new Marking({ ...bench, selection, actions });
  const editing = new Editing({ ...bench, actions, cursor, selection });
  const coverage = new Coverage({ ...bench, selection, actions, show });
  const comments = new Comments({ ...bench, editing, actions });
  const check = new Check({ ...bench, editing, actions });

  /** Selects a stretch of the text and goes there. @param {{start: number, end: number}} span in UTF-16 units */
  function show(span) {
    cursor.begin(span);
    selection.set(span);
    const rect = map.range(span.start, span.end).getBoundingClientRect();
    bench.bringIntoView(rect.top, rect.bottom);
    map.root.focus({ preventScroll: true });
  }

  maker.hands = { editing, comments };
  maker.place = (annotation) => placeWords(map, annotation, texts.place_words);
  panel.drawAll();

  selection.on("change", (span) => {
    highlights.showPending(span);
    byId("selected").textContent = span ? bothEnds(map.text.slice(span.start, span.end)) : "";
    byId("marking").classList.toggle("has-selection", Boolean(span));
    if (!selection.isOwn) cursor.leave();
  });

  function leaveSelecting() {
    if (map.root.role !== "application") return;
    map.root.role = "group";
    byId("select-mode").focus();
  }

  function escape() {
    editing.stop();
    if (selection.rough) selection.clear();
    else if (store.active) store.activate(null);
    else leaveSelecting();
  }

  function enter() {
    if (editing.extentId !== null) editing.form.requestSubmit();
    else if (store.active && map.root.contains(document.activeElement)) panel.focus(store.active.id);
    else map.root.focus({ preventScroll: true });
  }

  function openParts() {
    if (store.active && selection.span()) byId("part-menu").showModal();
    else say(texts.part_needs);
  }

  /** Goes to the next or previous mark of the list. @param {1 | -1} by */
  function step(by) {
    const next = store.neighbour(by);
    if (next) activate(next.id, { focus: true });
  }

  /** On the active mark, once the server knows it. @param {(id: number, value: string) => void} use */
  const onActive = (use) => (value) => {
    if (!store.active) say(texts.activate_first);
    else if (actions.isSaved(store.active.id)) use(store.active.id, value);
  };
  const decide = (name) => onActive((id, value) => actions.act(name, id, value));
  /** What needs the server anyway is fetched when it is asked for. @param {(rare: typeof import("./rare.js")) => void} use */
  const rarely = (use) => import("./rare.js").then(use, () => say(texts.not_fetched, "error"));
  const many = (op, annotations, question) => {
    if (annotations.length) rarely(({ askFirst }) => askFirst(byId("bulk"), annotations, question, texts, () => actions.bulk(op, annotations)));
    else say(texts.nothing_to_decide);
  };

  /** All that can be done, by the names keys and buttons give it; a button gives its value too. @type {Record<string, (value?: string, pressed?: HTMLElement) => void>} */
  const acts = {
    ...each(["quote", "claim", "figure"], (kind) => () => marking.mark(kind)),
    ...each(["accept", "reject", "remove"], decide),
    ...each(["edit", "extent"], (name) => onActive((id) => editing[name](id))),
    ...each(["verdict", "countersign", "answer", "note"], (name) => onActive((id, value) => check[name](id, value))),
    ...each(["takeMine", "keepTheirs"], (name) => onActive((id) => store.conflicts.get(id)[name]())),
    ...each(["resolve", "reopen", "delete"], (verb) => onActive((id, comment) => comments.act(id, Number(comment), verb))),
    ...each(["undo", "redo"], (name) => () => actions.revert(name)),
    comment: onActive((id) => comments.write(id)),
    reply: onActive((id, comment) => comments.write(id, Number(comment))),
    reason: (reason, pressed) => (pressed ? decide("reason")(reason) : actions.giveReason(reason)),
    part: openParts,
    role: (role) => marking.addPart(role),
    activate: (_value, pressed) => {
      const id = Number(pressed.closest("[data-id]").dataset.id);
      activate(id === store.activeId ? null : id);
    },
    jump: (place) => {
      const [start, end] = place.split(" ").map(Number);
      show(map.fromCodePoints({ start, end }));
    },
    find: findDialog(byId("find"), map, texts, show),
    next: () => step(1),
    previous: () => step(-1),
    unlooked: () => coverage.next(),
    wave: () => coverage.wave(),
    help: () => byId("help").showModal(),
    other_end: () => cursor.flip(),
    back: () => cursor.move("word", -1, true),
    on: () => cursor.move("word", 1, true),
    sentence: () => cursor.move("sentence", 1, true),
    unselect: () => selection.clear(),
    to_here: listenToPointer({ map, store, selection, cursor, isEditing: () => editing.extentId !== null, activate, say, texts }),
    drop: () => editing.close(),
    close: (_value, pressed) => pressed.closest("dialog").close(),
    release: () => panel.release(),
    accept_sure: () => many("accept", store.sure(), texts.ask_accept_sure),
    accept_shown: () => many("accept", store.open(), texts.ask_accept_shown),
    reject_shown: () => many("reject", store.open(), texts.ask_reject_shown),
    show: (state) => {
      store.setFilter({ state });
      if (state === "unchecked") step(1);
    },
    /** In this mode a screen reader passes the keys on; without it, its own reading keys go on working in the text. */
    select: () => {
      map.root.role = "application";
      map.root.focus();
      say(texts.select_mode);
    },
  };
  const fixed = {
    "Control+z": acts.undo,
    "Control+Shift+z": acts.redo,
    Delete: acts.remove,
    Backspace: acts.remove,
    Escape: escape,
    Enter: enter,
    ...Object.fromEntries(Object.keys(settings.words.verdictSign).map((status, index) => [`v ${index + 1}`, () => acts.verdict(status)])),
    ...Object.fromEntries(Object.keys(settings.words.reason).map((reason, index) => [index + 1, () => acts.reason(reason)])),
  };
  const moveCursor = (unit, by, extend) => cursor.move(unit, by, extend || editing.extentId !== null);
  listen(settings.keys, byId("bench"), { named: acts, fixed }, map.root, cursorKeys(moveCursor), (first) => say(first && texts[`waits_${first}`]));
  Object.assign(acts, listenToServer({ api, sync, settings, say }), listenToFields(store));
  listenToPresses(acts, async ({ lastElementChild: place }) => {
    try {
      const { verdictHistory } = await import("./rare.js");
      place.replaceChildren(verdictHistory(await api.request(`annotations/${store.activeId}/verdict/`), settings));
    } catch {
      place.textContent = texts.not_fetched;
    }
  });
  listenToCards(panel.list);
  let signIn = null;
  sync.on("state", ({ isSignedOut }) => isSignedOut && rarely((rare) => (signIn ??= rare.signInDialog(byId("signed-out"), settings, sync))()));
  coverage.load();
  sync.poll();
  return editing;
}

/** @template T @param {string[]} names @param {(name: string) => T} make @returns {Record<string, T>} */
const each = (names, make) => Object.fromEntries(names.map((name) => [name, make(name)]));

const SHOWN = 60; // characters that have room

/** Of many words the first and the last: the ends are what is being chosen. @param {string} words */
function bothEnds(words) {
  return words.length > SHOWN ? `${words.slice(0, SHOWN / 2)} … ${words.slice(-SHOWN / 2)}` : words;
}

/** What an editor does: selecting, deciding, editing, keys and buttons. One thing is active, one key is one decision. */

import { Actions } from "./actions.js";
import { listenToButtons } from "./buttons.js";
import { CardBody } from "./card-body.js";
import { Coverage } from "./coverage.js";
import { WordCursor } from "./cursor.js";
import { Editing } from "./editing.js";
import { byId } from "./element.js";
import { cursorKeys, listen, listenToCards } from "./keys.js";
import { later } from "./later.js";
import { Marking } from "./marking.js";
import { listenToPointer, TextSelection } from "./selection.js";
import { listenToServer } from "./server-news.js";
import { REASONS, VERDICTS } from "./states.js";
import { placeWords } from "./tokeniser.js";

/** @typedef {{act: (name: string, id: number, value?: string) => void, editing: Editing}} Hands */

/**
 * @param {{settings: any, texts: Record<string, string>, map: import("./text-map.js").TextMap, store: import("./store.js").Store,
 *   api: import("./api.js").Api, sync: import("./sync.js").Sync, highlights: import("./highlights.js").Highlights,
 *   maker: import("./cards.js").CardMaker, panel: import("./panel.js").Panel, say: (message: string, tone?: string) => void,
 *   activate: (id: number | null, options?: object) => void, bringIntoView: (top: number, bottom: number) => void}} bench
 * @returns {Hands}
 */
export function takeHold(bench) {
  const { settings, texts, map, store, api, sync, highlights, maker, panel, say, activate } = bench;
  const selection = new TextSelection(map);
  const cursor = new WordCursor(map, selection, bench.bringIntoView);
  const actions = new Actions({ api, store, sync, settings, say, activate, onListEnd: () => panel.focusSummary(), revertOther: (item, key) => rare.revertOther(item, key) });
  const marking = new Marking({ api, store, sync, selection, map, settings, actions, say, activate });
  const editing = new Editing({ store, actions, panel, cursor, selection, map, settings, highlights, say });
  const coverage = new Coverage({ api, store, sync, map, settings, selection, highlights, act: (name) => rare.sentences(name) });
  coverage.addEventListener("change", (event) => panel.countUnlooked(/** @type {CustomEvent} */ (event).detail));
  const rare = later({ ...bench, actions, editing, coverage, selection, show });
  panel.fillEmpty = rare.summary;

  /** Selects a stretch of the text and goes there. @param {{start: number, end: number}} span in UTF-16 units */
  function show(span) {
    cursor.begin(span);
    selection.set(span);
    const rect = map.range(span.start, span.end).getBoundingClientRect();
    bench.bringIntoView(rect.top, rect.bottom);
    map.root.focus({ preventScroll: true });
  }

  /** @param {string} name @param {number} id @param {string} [value] */
  function act(name, id, value) {
    if (name !== "activate" && !actions.isSaved(id)) return;
    if (name === "edit") rare.edit("fields", id);
    else if (name === "extent") rare.edit("extent", id);
    else if (name === "part") openParts();
    else if (["verdict", "countersign", "answer", "note"].includes(name)) rare.check(name, id, value);
    else actions.act(name, id, value);
  }

  function openParts() {
    if (store.active && selection.span()) byId("part-menu").showModal();
    else say(texts.part_needs);
  }

  const place = (annotation) => placeWords(map, annotation, texts.place_words);
  const inside = ({ start, end, kind }) =>
    kind === "claim" ? store.marks().filter((a) => a.kind === "figure" && a.start >= start && a.end <= end) : [];
  const body = new CardBody(settings, map, {
    act, place, inside, conflicts: store.conflicts, editing: () => store.editingId, form: (a) => editing.form(a),
    comments: rare.comments, history: rare.history, compare: rare.compare, jump: (part) => show(map.fromCodePoints(part)),
  });
  maker.body = (annotation) => body.body(annotation);
  maker.place = place;
  panel.drawAll();

  selection.addEventListener("change", (event) => {
    const span = /** @type {CustomEvent} */ (event).detail;
    highlights.showPending(span);
    byId("selected").textContent = span ? bothEnds(map.text.slice(span.start, span.end)) : "";
    byId("marking").classList.toggle("has-selection", Boolean(span));
    if (byId("to-here")) byId("to-here").hidden = !span;
    if (!selection.isOwn) cursor.leave();
  });

  const onActive = (name) => () => store.active && act(name, store.active.id);
  const step = (by) => () => {
    const next = store.neighbour(by);
    if (next) activate(next.id, { focus: true });
  };

  /** In this mode a screen reader passes the keys on; without it, its own reading keys go on working in the text. */
  byId("select-mode")?.addEventListener("click", () => {
    map.root.setAttribute("role", "application");
    map.root.focus();
    say(texts.select_mode);
  });

  function leaveSelecting() {
    if (map.root.getAttribute("role") !== "application") return;
    map.root.setAttribute("role", "group");
    byId("select-mode").focus();
  }

  function escape() {
    editing.stop();
    if (selection.rough) selection.clear();
    else if (store.active) store.activate(null);
    else leaveSelecting();
  }

  function enter() {
    if (editing.extentId !== null) editing.saveExtent();
    else if (store.active && map.root.contains(document.activeElement)) panel.focus(store.active.id);
    else map.root.focus({ preventScroll: true });
  }

  const verdict = (status) => () => (store.active ? act("verdict", store.active.id, status) : say(texts.activate_first));
  const help = () => byId("help").showModal();
  const onKeys = {
    quote: () => marking.mark("quote"),
    claim: () => marking.mark("claim"),
    figure: () => marking.mark("figure"),
    accept: onActive("accept"),
    reject: onActive("reject"),
    edit: onActive("edit"),
    extent: onActive("extent"),
    part: openParts,
    find: () => rare.find(),
    other_end: () => cursor.flip(),
    next: step(1),
    previous: step(-1),
    undo: () => actions.revert("undo"),
    redo: () => actions.revert("redo"),
    wave: () => rare.sentences("wave"),
    help,
    unlooked: () => rare.sentences("next"),
  };
  const fixed = {
    "Control+z": onKeys.undo,
    "Control+Shift+z": onKeys.redo,
    Delete: onActive("remove"),
    Backspace: onActive("remove"),
    Escape: escape,
    Enter: enter,
    ...Object.fromEntries(VERDICTS.map((status, index) => [`v ${index + 1}`, verdict(status)])),
    ...Object.fromEntries(REASONS.map((reason, index) => [String(index + 1), () => actions.giveReason(reason)])),
  };
  const moveCursor = (unit, by, extend) => cursor.move(unit, by, extend || editing.extentId !== null);
  listen(settings.keys, byId("bench"), { named: onKeys, fixed }, map.root, cursorKeys(moveCursor), (first) => {
    if (first === "v") rare.expectVerdict();
    say(first && texts[`waits_${first}`]);
  });
  const status = listenToServer({ sync, settings, say });
  listenToButtons({ api, store, sync, actions, status, settings, texts, step, help, find: () => rare.find(), decideMany: rare.decideMany });
  listenToCards(panel.list);
  listenToPointer({ map, store, selection, cursor, marking, isEditing: () => editing.extentId !== null, activate, say, texts });
  coverage.load();
  sync.poll();
  return { act, editing };
}

const SHOWN = 60; // characters that have room

/** Of many words the first and the last: the ends are what is being chosen. @param {string} words */
function bothEnds(words) {
  return words.length > SHOWN ? `${words.slice(0, SHOWN / 2)} … ${words.slice(-SHOWN / 2)}` : words;
}

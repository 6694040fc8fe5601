/** What comes from the server besides marks: whether it answers, how the run goes, who else is here, a newer version. */

import { byId } from "./element.js";

const QUIET_MILLISECONDS = 200; // what is saved sooner needs no word
const DISMISSED = "run-dismissed"; // in this tab's storage: what was dismissed stays so after a reload
const ANNOUNCED_MILLISECONDS = 10_000; // at most once in this time, whatever happens in between

/**
 * @param {{sync: import("./sync.js").Sync, settings: any, say: (message: string, tone?: string) => void}} parts
 * @returns {RunStatus}
 */
export function listenToServer({ sync, settings, say }) {
  const { texts } = settings;
  const status = new RunStatus(byId("run"), byId("run-bar"), byId("run-again"), settings);
  const saving = byId("saving");
  let timer = 0;
  let wasReleased = !byId("released").hidden;
  sync.addEventListener("state", (event) => {
    const { waiting, isOffline, error } = /** @type {CustomEvent} */ (event).detail;
    if (wasReleased && !waiting && saving.dataset.waiting !== "0") sync.hurry(); // what was saved may have opened the article
    saving.dataset.waiting = String(waiting);
    clearTimeout(timer);
    if (waiting) timer = window.setTimeout(() => { saving.textContent = texts.waiting.replace("{n}", String(waiting)); }, saving.textContent ? 0 : QUIET_MILLISECONDS);
    else saving.textContent = "";
    if (isOffline !== undefined) byId("offline").hidden = !isOffline;
    byId("panel").classList.toggle("is-failing", waiting > 0 && sync.isFailing);
    if (isOffline && waiting) byId("offline-queue").textContent = texts.unsent.replace("{n}", String(waiting));
    else byId("offline-queue").textContent = "";
    if (error) say(error, "error");
  });
  addEventListener("beforeunload", (event) => {
    if (sync.queue.length) event.preventDefault();
  });
  sync.addEventListener("run", (event) => {
    const news = status.draw(/** @type {CustomEvent} */ (event).detail);
    if (news) say(news);
  });

  listenForVersion(sync, settings, say);
  sync.addEventListener("article", (event) => {
    const isReleased = /** @type {CustomEvent} */ (event).detail === "released";
    byId("released").hidden = !isReleased;
    if (wasReleased && !isReleased) byId("reopened").hidden = false;
    wasReleased = isReleased;
  });
  sync.addEventListener("present", (event) => {
    const names = /** @type {CustomEvent} */ (event).detail;
    byId("present").textContent = byId("present").title = names.length ? texts.present.replace("{p}", names.join(", ")) : "";
  });
  return status;
}

/** A newer version of the text: work goes on in this one until the editor goes there, with all she has done sent before. */
function listenForVersion(sync, { texts, version }, say) {
  const form = byId("newer");
  sync.addEventListener("newer", (event) => {
    const number = String(/** @type {CustomEvent} */ (event).detail);
    form.hidden = false;
    byId("newer-words").textContent = texts.newer.replace("{n}", number).replace("{o}", version.number);
    byId("newer-go").textContent = texts.newer_go.replace("{n}", number);
  });
  form.addEventListener("submit", (event) => {
    if (!sync.queue.length) return;
    event.preventDefault();
    say(texts.newer_waits);
    sync.addEventListener("state", () => sync.queue.length || form.submit());
  });
}

/** The state of the suggestion run in words and as a bar; announced seldom, its result shown until it is dismissed. */
class RunStatus {
  /** @param {HTMLElement} place @param {HTMLProgressElement} bar @param {HTMLElement} again @param {object} settings */
  constructor(place, bar, again, settings) {
    this.place = place;
    this.bar = bar;
    this.again = again;
    this.settings = settings;
    this.shown = "";
    this.wasActive = false;
    this.announcedAt = -ANNOUNCED_MILLISECONDS;
    this.dismiss = byId("run-dismiss");
    this.dismiss.addEventListener("click", () => {
      sessionStorage.setItem(DISMISSED, this.shown);
      this.#say("");
    });
  }

  /** @param {object | null} run @returns {string} what to announce: the result of a run that has just ended */
  draw(run) {
    const key = JSON.stringify(run);
    if (key === this.shown) return "";
    this.shown = key;
    const isDismissed = sessionStorage.getItem(DISMISSED) === key;
    const active = run?.state === "queued" || run?.state === "running";
    this.bar.hidden = !active;
    if (run?.total) [this.bar.max, this.bar.value] = [run.total, run.done];
    else this.bar.removeAttribute("value");
    this.again.hidden = active || !this.settings.canSuggest;
    this.place.classList.toggle("is-error", run?.state === "failed" || Boolean(run?.waits_for_worker));
    this.#say(run && !isDismissed ? this.#words(run) : "");
    this.dismiss.hidden ||= active;
    if (active && performance.now() - this.announcedAt >= ANNOUNCED_MILLISECONDS) {
      this.announcedAt = performance.now();
      byId("run-said").textContent = this.place.textContent;
    }
    const ended = this.wasActive && !active;
    this.wasActive = active;
    return ended ? this.place.textContent ?? "" : "";
  }

  /** @param {string} words what stays until it is dismissed, or none */
  #say(words) {
    this.place.textContent = this.place.title = words;
    this.dismiss.hidden = !words;
  }

  #words(run) {
    const { texts, language } = this.settings;
    if (run.waits_for_worker) return texts.run_no_worker;
    if (run.state === "queued") return texts.run_queued;
    if (run.state === "running") return texts.run_running.replace("{d}", run.done).replace("{t}", run.total || "…");
    if (run.state === "failed") return `${texts.run_failed} ${run.error?.detail ?? ""}`;
    const found = Object.values(run.counts).reduce((sum, n) => sum + n, 0);
    const seconds = Math.max(run.seconds ?? 0, 0.1).toLocaleString(language, { maximumFractionDigits: 1 });
    return texts.run_finished.replace("{n}", String(found)).replace("{s}", seconds);
  }
}

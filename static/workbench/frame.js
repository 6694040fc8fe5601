/** What of the page is neither text nor card: its buttons and filters, and what comes from the server besides marks: whether it answers, how the run goes, who else is here, a newer version. */

import { byId } from "./element.js";

const QUIET_MILLISECONDS = 200; // what is saved sooner needs no word
const DISMISSED = "run-dismissed"; // in this tab's storage: what was dismissed stays so after a reload
const ANNOUNCED_MILLISECONDS = 10_000; // at most once in this time, whatever happens in between

/**
 * @param {{api: import("./sync.js").Api, sync: import("./sync.js").Sync, settings: any, say: (message: string, tone?: string) => void}} parts
 * @returns {Record<string, () => void>} what buttons do about the run
 */
export function listenToServer({ api, sync, settings, say }) {
  const { texts } = settings;
  const status = new RunStatus(settings);
  const saving = byId("saving");
  let timer = 0;
  let wasReleased = !byId("released").hidden;
  sync.on("state", ({ waiting, isOffline, error }) => {
    if (wasReleased && !waiting && saving.dataset.waiting !== "0") sync.hurry(); // what was saved may have opened the article
    saving.dataset.waiting = waiting;
    clearTimeout(timer);
    if (waiting) timer = window.setTimeout(() => { saving.textContent = texts.waiting.replace("{n}", waiting); }, saving.textContent ? 0 : QUIET_MILLISECONDS);
    else saving.textContent = "";
    if (isOffline !== undefined) byId("offline").hidden = !isOffline;
    byId("panel").classList.toggle("is-failing", waiting > 0 && sync.isFailing);
    byId("offline-queue").textContent = isOffline && waiting ? texts.unsent.replace("{n}", waiting) : "";
    if (error) say(error, "error");
  });
  addEventListener("beforeunload", (event) => {
    if (sync.queue.length) event.preventDefault();
  });
  sync.on("news", ({ run, version, state, present }) => {
    const isNewer = version.number > settings.version.number;
    if (isNewer) tellVersion(version.number, settings);
    else status.draw(run, say);
    const isReleased = state === "released";
    byId("released").hidden = !isReleased;
    if (wasReleased && !isReleased) byId("reopened").hidden = false;
    wasReleased = isReleased;
    const names = present.map((person) => person.name).join(", ");
    byId("present").textContent = byId("present").title = names && texts.present.replace("{p}", names);
  });
  byId("newer").addEventListener("submit", (event) => {
    if (!sync.queue.length) return;
    event.preventDefault();
    say(texts.newer_waits);
    sync.on("state", () => sync.queue.length || byId("newer").submit());
  });
  return {
    dismiss: () => status.dismiss(),
    run: () => sync.enqueue(async (key) => {
      status.draw(await api.request(`articles/${settings.article}/runs/`, { method: "POST", key }));
      sync.hurry();
    }),
  };
}

/** A newer version of the text: work goes on in this one until the editor goes there, with all she has done sent before. @param {number} number */
function tellVersion(number, { texts, version }) {
  byId("newer").hidden = false;
  byId("newer-words").textContent = texts.newer.replace("{n}", number).replace("{o}", version.number);
  byId("newer-go").textContent = texts.newer_go.replace("{n}", number);
}

/** The state of the suggestion run in words and as a bar; announced seldom, its result shown until it is dismissed. */
class RunStatus {
  constructor(settings) {
    this.settings = settings;
    [this.place, this.bar, this.again, this.away] = ["run", "run-bar", "run-again", "run-dismiss"].map(byId);
    this.shown = "";
    this.wasActive = false;
    this.announcedAt = -ANNOUNCED_MILLISECONDS;
  }

  dismiss() {
    sessionStorage.setItem(DISMISSED, this.shown);
    this.#say("");
  }

  /** @param {object | null} run @param {(message: string) => void} [say] told the result of a run that has just ended */
  draw(run, say) {
    const key = JSON.stringify(run);
    if (key === this.shown) return;
    this.shown = key;
    const isDismissed = sessionStorage.getItem(DISMISSED) === key;
    const active = run?.state === "queued" || run?.state === "running";
    this.bar.hidden = !active;
    if (run?.total) [this.bar.max, this.bar.value] = [run.total, run.done];
    else this.bar.removeAttribute("value");
    this.again.hidden = active || !this.settings.canSuggest;
    this.place.classList.toggle("is-error", run?.state === "failed" || run?.waits_for_worker === true);
    this.#say(run && !isDismissed ? this.#words(run) : "");
    this.away.hidden ||= active;
    if (active && performance.now() - this.announcedAt >= ANNOUNCED_MILLISECONDS) {
      this.announcedAt = performance.now();
      byId("run-said").textContent = this.place.textContent;
    }
    if (this.wasActive && !active) say?.(this.place.textContent);
    this.wasActive = active;
  }

  /** @param {string} words what stays until it is dismissed, or none */
  #say(words) {
    this.place.textContent = this.place.title = words;
    this.away.hidden = !words;
  }

  #words(run) {
    const { texts, language } = this.settings;
    if (run.waits_for_worker) return texts.run_no_worker;
    if (run.state === "queued") return texts.run_queued;
    if (run.state === "running") return texts.run_running.replace("{d}", run.done).replace("{t}", run.total || "…");
    if (run.state === "failed") return `${texts.run_failed} ${run.error?.detail ?? ""}`;
    const found = Object.values(run.counts).reduce((sum, n) => sum + n, 0);
    const seconds = Math.max(run.seconds ?? 0, 0.1).toLocaleString(language, { maximumFractionDigits: 1 });
    return texts.run_finished.replace("{n}", found).replace("{s}", seconds);
  }
}

/** The filters of the list, the search of the help, and the height of the sheet, for which there is a button. @param {import("./store.js").Store} store */
export function listenToFields(store) {
  byId("help-search").addEventListener("input", (event) => {
    const wanted = event.target.value.toLowerCase();
    for (const row of byId("help").querySelectorAll("tr")) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
  const filters = byId("filters");
  byId("panel").addEventListener("change", ({ target }) => target.form === filters && store.setFilter(Object.fromEntries(new FormData(filters))));
  store.on("filter", () => {
    for (const field of filters.elements) [field.value, field.checked] = field.type === "checkbox" ? ["on", store.filter.mine] : [store.filter[field.name], false];
  });
  const height = byId("panel").classList;
  const tell = () => { byId("sheet-handle").ariaExpanded = String(!height.contains("is-low")); };
  tell();
  return { sheet: () => { height.toggle("is-low"); tell(); } };
}

/** The state of the suggestion run in words and as a bar; announced seldom, its result shown until it is dismissed. */

import { byId } from "./element.js";

const ANNOUNCED_MILLISECONDS = 10_000; // at most once in this time, whatever happens in between

export class RunStatus {
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
      this.place.textContent = "";
      this.dismiss.hidden = true;
    });
  }

  /** @param {object | null} run @returns {string} what to announce: the result of a run that has just ended */
  draw(run) {
    const key = JSON.stringify(run);
    if (key === this.shown) return "";
    this.shown = key;
    const active = run?.state === "queued" || run?.state === "running";
    this.bar.hidden = !active;
    if (run?.total) [this.bar.max, this.bar.value] = [run.total, run.done];
    else this.bar.removeAttribute("value");
    this.again.hidden = active || !this.settings.canSuggest;
    this.place.classList.toggle("is-error", run?.state === "failed" || Boolean(run?.waits_for_worker));
    this.place.textContent = run ? this.#words(run) : "";
    this.dismiss.hidden = !run || active;
    if (active && performance.now() - this.announcedAt >= ANNOUNCED_MILLISECONDS) {
      this.announcedAt = performance.now();
      byId("run-said").textContent = this.place.textContent;
    }
    const ended = this.wasActive && !active;
    this.wasActive = active;
    return ended ? this.place.textContent ?? "" : "";
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

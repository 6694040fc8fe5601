/** Sends decisions at once, tries again what did not arrive, and asks what others and the engine have changed. */

import { ApiError, newKey, Unreachable } from "./api.js";

const RETRY_SECONDS = [1, 3, 9];
const POLL_SECONDS = 2;
const SLOW_POLL_SECONDS = 10;
const SLOW_AFTER_SECONDS = 60;

export class Sync extends EventTarget {
  /** @param {import("./api.js").Api} api @param {import("./store.js").Store} store @param {object} settings */
  constructor(api, store, settings) {
    super();
    this.api = api;
    this.store = store;
    this.settings = settings;
    this.since = settings.since;
    /** @type {{send: (key: string) => Promise<void>, key: string, tries: number}[]} */
    this.queue = [];
    this.sending = false;
    /** What is first in line did not arrive. */
    this.isFailing = false;
    this.pollingSince = Date.now();
  }

  /** Text first, marks as they come. */
  async load() {
    await this.api.pages(`annotations/?version=${this.settings.version.id}&page_size=1000`, (rows) => this.store.put(rows));
  }

  /**
   * Puts an action in line. Actions are sent one after the other, so that each names the revision before it.
   * @param {(key: string) => Promise<void>} send told the same key at every try
   */
  enqueue(send) {
    this.queue.push({ send, key: newKey(), tries: 0 });
    this.#tell();
    if (!this.sending) this.#drain();
  }

  async #drain() {
    this.sending = true;
    while (this.queue.length) {
      const job = this.queue[0];
      try {
        await job.send(job.key);
        this.queue.shift();
        this.isFailing = false;
        this.#tell({ isOffline: false });
      } catch (error) {
        const signedOut = error instanceof ApiError && error.isSignedOut;
        if (error instanceof Unreachable || signedOut) {
          this.isFailing = true;
          this.#tell({ isOffline: !signedOut, isSignedOut: signedOut });
          await wait(RETRY_SECONDS[Math.min(job.tries, RETRY_SECONDS.length - 1)]);
          job.tries += 1;
          continue;
        }
        this.queue.shift();
        this.#tell({ error: error instanceof Error ? error.message : String(error) });
      }
    }
    this.sending = false;
    this.#tell();
  }

  /** Asks for changes until the run is over, then seldom: colleagues may be at work. */
  async poll() {
    for (;;) {
      if (!document.hidden) await this.#ask();
      const slow = !this.runIsActive || Date.now() - this.pollingSince > SLOW_AFTER_SECONDS * 1000;
      await wait(slow ? SLOW_POLL_SECONDS : POLL_SECONDS);
    }
  }

  get runIsActive() {
    return this.run?.state === "queued" || this.run?.state === "running";
  }

  async #ask() {
    try {
      const path = `articles/${this.settings.article}/changes/?present=true&since=${this.since}`;
      for (let more = true; more; ) {
        const changes = await this.api.request(path.replace(/since=\d+/, `since=${this.since}`));
        this.since = changes.next;
        more = changes.has_more;
        this.run = changes.run;
        const busy = new Set([...this.store.byId.values()].filter((a) => a.pending).map((a) => a.id));
        this.store.put(changes.annotations.filter((a) => a.version === this.settings.version.id && !busy.has(a.id)));
        this.store.hide(changes.hidden);
        if (changes.sentences.length) this.dispatchEvent(new CustomEvent("sentences", { detail: changes.sentences }));
        const { number } = changes.version;
        if (number > this.settings.version.number) this.dispatchEvent(new CustomEvent("newer", { detail: number }));
        else this.dispatchEvent(new CustomEvent("run", { detail: changes.run }));
        this.dispatchEvent(new CustomEvent("article", { detail: changes.state }));
        this.dispatchEvent(new CustomEvent("present", { detail: changes.present.map((person) => person.name) }));
      }
      if (!this.queue.length) this.#tell({ isOffline: false, isSignedOut: false });
    } catch (error) {
      if (error instanceof Unreachable) this.#tell({ isOffline: true });
      else if (error instanceof ApiError && error.isSignedOut) this.#tell({ isSignedOut: true });
    }
  }

  /** Looks at once, and quickly for the next minute. */
  hurry() {
    this.pollingSince = Date.now();
    return this.#ask();
  }

  #tell(detail = {}) {
    this.dispatchEvent(new CustomEvent("state", { detail: { waiting: this.queue.length, ...detail } }));
  }
}

/** @param {number} seconds */
function wait(seconds) {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

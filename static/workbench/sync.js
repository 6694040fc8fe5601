/** Speaks with the server: sends decisions at once, tries again what did not arrive, and asks what others and the engine have changed. */

import { Teller } from "./element.js";

const RETRY_SECONDS = [1, 3, 9];
const POLL_SECONDS = 2;
const SLOW_POLL_SECONDS = 10;
const SLOW_AFTER_SECONDS = 60;

export class ApiError extends Error {
  /** @param {number} status @param {{code: string, detail: string, current?: object, changed_by?: {name: string} | null}} problem */
  constructor(status, problem) {
    super(problem.detail);
    Object.assign(this, problem, { status });
  }

  /** Signing in again helps; what was to be sent waits. */
  get isSignedOut() {
    return this.status === 401 || this.code === "csrf_failed";
  }
}

/** The server could not be reached, or it fell over: trying again may help. */
export class Unreachable extends Error {}

export class Api {
  /** @param {string} base @param {string} language */
  constructor(base, language) {
    Object.assign(this, { base, language });
  }

  /**
   * @param {string} path
   * @param {{method?: string, body?: object, etag?: string, key?: string}} options key: the same at every try of one
   *   change, so that what has arrived without our hearing of it is not done again
   */
  async request(path, { method = "GET", body, etag, key } = {}) {
    /** @type {Record<string, string>} */
    const headers = { Accept: "application/json", "Accept-Language": this.language };
    if (method !== "GET") headers["X-CSRFToken"] = csrfToken();
    if (body) headers["Content-Type"] = "application/json";
    if (etag) headers["If-Match"] = etag;
    if (key) headers["Idempotency-Key"] = key;
    let response;
    try {
      response = await fetch(path.startsWith("/") ? path : this.base + path, { method, headers, body: body && JSON.stringify(body) });
    } catch (error) {
      throw new Unreachable(String(error));
    }
    if (response.status >= 500) throw new Unreachable(`status ${response.status}`);
    const answer = await response.json().catch(() => ({ code: "unreadable", detail: response.statusText }));
    if (!response.ok) throw new ApiError(response.status, answer);
    return answer;
  }
}

/** Names one thing to be done, among all that are ever sent. */
export function newKey() {
  return crypto.getRandomValues(new Uint32Array(4)).join("-"); // a random UUID is not to be had without https
}

/** Read at every request: signing in again in another tab gives a new one. */
export function csrfToken() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
}

export class Sync extends Teller {
  /** @param {Api} api @param {import("./store.js").Store} store @param {object} settings */
  constructor(api, store, settings) {
    super();
    Object.assign(this, { api, store, settings, since: settings.since });
    /** @type {{send: (key: string) => Promise<void>, key: string, tries: number}[]} */
    this.queue = [];
    this.sending = false;
    /** What is first in line did not arrive. */
    this.isFailing = false;
    this.pollingSince = Date.now();
  }

  /** Text first, marks as they come. */
  async load() {
    for (let path = `annotations/?version=${this.settings.version.id}&page_size=1000`; path; ) {
      const { results, next } = await this.api.request(path);
      this.store.put(results);
      path = next && new URL(next).pathname + new URL(next).search;
    }
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
      for (let more = true; more; ) {
        const changes = await this.api.request(`articles/${this.settings.article}/changes/?present=true&since=${this.since}`);
        this.since = changes.next;
        more = changes.has_more;
        this.run = changes.run;
        this.store.put(changes.annotations.filter((a) => a.version === this.settings.version.id && !this.store.byId.get(a.id)?.pending));
        this.store.hide(changes.hidden);
        this.tell("news", changes);
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
    this.tell("state", { waiting: this.queue.length, ...detail });
  }
}

/** @param {number} seconds */
function wait(seconds) {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

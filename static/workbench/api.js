/** Speaks with the server. Every answer is data or an `ApiError`; what is not an answer is an `Unreachable`. */

export class ApiError extends Error {
  /** @param {number} status @param {{code: string, detail: string, current?: object, changed_by?: {name: string} | null}} problem */
  constructor(status, problem) {
    super(problem.detail);
    this.status = status;
    this.code = problem.code;
    this.current = problem.current;
    this.changedBy = problem.changed_by?.name;
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
    this.base = base;
    this.language = language;
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
      response = await fetch(path.startsWith("/") ? path : this.base + path, {
        method,
        headers,
        body: body && JSON.stringify(body),
        credentials: "same-origin",
      });
    } catch (error) {
      throw new Unreachable(String(error));
    }
    if (response.status >= 500) throw new Unreachable(`status ${response.status}`);
    const answer = await response.json().catch(() => ({ code: "unreadable", detail: response.statusText }));
    if (!response.ok) throw new ApiError(response.status, answer);
    return answer;
  }

  /** All pages of a list. @param {string} path @param {(rows: object[]) => void} each called once per page */
  async pages(path, each) {
    for (let next = path; next; ) {
      const page = await this.request(next);
      each(page.results);
      next = page.next && new URL(page.next).pathname + new URL(page.next).search;
    }
  }
}

/** Names one thing to be done, among all that are ever sent. */
export function newKey() {
  return crypto.getRandomValues(new Uint32Array(4)).join("-"); // a random UUID is not to be had without https
}

/** Read at every request: signing in again in another tab gives a new one. */
function csrfToken() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
}

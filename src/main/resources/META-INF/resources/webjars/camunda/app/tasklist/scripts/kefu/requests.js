/* Watches the application's requests, and can hold back one that came too late and send it again. */

const TOKEN_HEADER = 'X-XSRF-TOKEN';

const listeners = [];
const announced = [];
let tooLate = () => false;
let keep = () => {};

/** Calls `listener(request)` for every answered request: `method`, `path`, `status` and `json()`. */
export function onAnswer(listener) {
  listeners.push(listener);
}

/** Calls `listener(request)` for every request that is about to be sent, or sent again: `method` and `path`. */
export function onSend(listener) {
  announced.push(listener);
}

/** Requests for which `isTooLate(request)` holds are not answered to the application but given to `keepRequest`. */
export function holdRequests(isTooLate, keepRequest) {
  tooLate = isTooLate;
  keep = keepRequest;
}

/** The token that the server asks for with everything that changes something. */
export function csrfToken() {
  const cookie = document.cookie.split('; ').find(one => one.startsWith('XSRF-TOKEN='));
  return cookie ? cookie.slice('XSRF-TOKEN='.length) : '';
}

/** A fetch with this session's token; a lost session rejects with status 401 like any other refusal. */
export async function call(path, options = {}) {
  const answer = await fetch(path, {
    ...options,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', [TOKEN_HEADER]: csrfToken(), ...options.headers }
  });
  if (!answer.ok) {
    const body = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(body.message || body.detail || answer.statusText), { status: answer.status, errors: body.errors, revision: body.revision });
  }
  return answer.status === 204 ? null : answer.json();
}

class WatchedRequest extends XMLHttpRequest {

  #headers = [];
  #body = null;
  #held = false;

  constructor() {
    super();
    // First among the listeners: what stops here never reaches the application.
    this.addEventListener('readystatechange', event => this.#arrived(event));
    ['load', 'loadend'].forEach(type => this.addEventListener(type, event => this.#held && event.stopImmediatePropagation()));
  }

  open(method, address, ...rest) {
    this.method = method.toUpperCase();
    this.address = address;
    this.path = new URL(address, document.baseURI).pathname;
    this.#headers = [];
    super.open(method, address, ...rest);
  }

  setRequestHeader(name, value) {
    this.#headers.push([name, value]);
    super.setRequestHeader(name, value);
  }

  send(body) {
    this.#body = body;
    announced.forEach(listener => listener(this));
    super.send(body);
  }

  /** The answer as an object; null when it is none. */
  json() {
    try {
      return this.responseType === 'json' ? this.response : JSON.parse(this.responseText);
    } catch {
      return null;
    }
  }

  sendAgain() {
    this.#held = false;
    const headers = this.#headers;
    this.open(this.method, this.address, true);
    headers.filter(([name]) => name.toUpperCase() !== TOKEN_HEADER).forEach(([name, value]) => this.setRequestHeader(name, value));
    this.setRequestHeader(TOKEN_HEADER, csrfToken());
    this.send(this.#body);
  }

  #arrived(event) {
    if (this.readyState !== XMLHttpRequest.DONE) {
      return;
    }
    if (tooLate(this)) {
      this.#held = true;
      event.stopImmediatePropagation();
      keep(this);
    } else {
      listeners.forEach(listener => listener(this));
    }
  }
}

window.XMLHttpRequest = WatchedRequest;

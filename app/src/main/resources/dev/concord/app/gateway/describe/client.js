// Requests to the gateway, with the token that was typed. It is kept nowhere but here.
import { parse, write } from "./exact.js";

export const MEDIA_TYPE = "application/vnd.api+json";
let token = "";
let listener = () => {};

export const useToken = secret => { token = secret; };
export const hasToken = () => token !== "";

/** Calls with each exchange that a person asked for, when it is over. */
export const onExchange = one => { listener = one; };

const authorization = () => (token ? { Authorization: `Bearer ${token}` } : {});

/** An answer with errors, or none at all: then the status is 0. */
export class Refused extends Error {
  constructor(status, errors) {
    super(errors.map(error => error.detail ?? error.title).join(" ") || `The gateway answered ${status}.`);
    this.status = status;
    this.errors = errors;
  }

  /** The conflict with somebody else's change, if it is one. */
  get conflict() {
    return this.errors.find(error => error.code === "stale")?.meta;
  }
}

/**
 * Sends a request. Options: `headers`, `document` to be sent, `quiet` where the page asks by itself and nobody is to be shown it.
 * Returns the document, the text and the headers that matter.
 */
export async function send(method, address, { headers = {}, document, quiet = false, accept = MEDIA_TYPE } = {}) {
  const body = document === undefined ? undefined : write(document);
  const sent = { Accept: accept, ...authorization(), ...(body === undefined ? {} : { "Content-Type": MEDIA_TYPE }), ...headers };
  const exchange = { method, address, headers: sent, body, status: 0, answer: {}, text: "", time: 0 };
  const begun = performance.now();
  try {
    const answer = await fetch(address, { method, cache: "no-store", headers: sent, body });
    exchange.text = await answer.text();
    exchange.status = answer.status;
    exchange.answer = Object.fromEntries(answer.headers);
  } catch {
    throw new Refused(0, [{ code: "unreachable", detail: "The gateway does not answer. Nothing that was typed is lost." }]);
  } finally {
    exchange.time = Math.round(performance.now() - begun);
    if (!quiet) listener(exchange);
  }
  const read = readable(exchange) ? parse(exchange.text) : {};
  if (exchange.status >= 400) throw new Refused(exchange.status, read.errors ?? []);
  return { body: read, text: exchange.text, etag: exchange.answer.etag };
}

const readable = exchange => /json/.test(exchange.answer["content-type"] ?? "") && exchange.text !== "";

export const read = (address, options) => send("GET", address, options);

/** Changes a record, unless somebody else did since it was read; `merge` merges what needs no decision. */
export const change = (address, etag, data, base, merge = false) =>
  send("PATCH", address, {
    headers: { "If-Match": etag, ...(merge ? { Prefer: "resolution=merge" } : {}) },
    document: { data: { ...data, meta: { base } } },
  });

/** Makes a record, once for each key, however often it is sent. */
export const create = (address, data, key) =>
  send("POST", address, { headers: { "Idempotency-Key": key }, document: { data } });

export const remove = (address, etag) => send("DELETE", address, { headers: { "If-Match": etag } });

/** Calls for each event of a stream until the signal ends it. Ends without a word where nothing can be watched. */
export async function watch(address, signal, event) {
  const answer = await fetch(address, { signal, headers: { Accept: "text/event-stream", ...authorization() } });
  if (!answer.ok) return;
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const parts = (rest + value).split("\n\n");
    rest = parts.pop();
    for (const part of parts) {
      const [name, data] = ["event: ", "data: "].map(field =>
        part.split("\n").find(line => line.startsWith(field))?.slice(field.length));
      if (name) event(name, JSON.parse(data));
    }
  }
}

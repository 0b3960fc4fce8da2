// Requests to the gateway, with the token that was typed. It is kept nowhere but here.
import { parse, write } from "./exact.js";

const MEDIA_TYPE = "application/vnd.api+json";
let token = "";

export const useToken = secret => { token = secret; };

const authorization = () => (token ? { Authorization: `Bearer ${token}` } : {});

/** An answer with errors. */
export class Refused extends Error {
  constructor(status, errors) {
    super(errors.map(error => error.detail ?? error.title).join(" ") || `The gateway answered ${status}.`);
    this.status = status;
    this.errors = errors;
  }
}

async function send(method, address, headers = {}, document = undefined) {
  const answer = await fetch(address, {
    method,
    cache: "no-store",
    headers: {
      Accept: MEDIA_TYPE,
      ...authorization(),
      ...(document === undefined ? {} : { "Content-Type": MEDIA_TYPE }),
      ...headers,
    },
    body: document === undefined ? undefined : write(document),
  });
  const text = await answer.text();
  const body = text ? parse(text) : {};
  if (!answer.ok) throw new Refused(answer.status, body.errors ?? []);
  return { body, etag: answer.headers.get("ETag") };
}

export const read = address => send("GET", address);

/** Changes a record, unless somebody else did since it was read. */
export const change = (address, etag, data, base) =>
  send("PATCH", address, { "If-Match": etag }, { data, meta: { base } });

export const remove = (address, etag) => send("DELETE", address, { "If-Match": etag });

/** Calls for each event of a stream until the signal ends it. */
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

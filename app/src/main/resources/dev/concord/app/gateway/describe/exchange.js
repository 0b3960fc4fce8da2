// What was sent and answered, for those who want to learn it: a line at the bottom of the page that opens.
import { onExchange } from "./client.js";
import { curl } from "./curl.js";
import { asked, button, byId, element, say } from "./dom.js";

const MOST_KEPT = 12;
const MOST_SHOWN = 20_000;
const PLENTY = matchMedia("(min-width: 60rem) and (min-height: 40rem)");
const SHOWN_FIRST = ["etag", "location", "content-type", "preference-applied", "retry-after", "allow", "www-authenticate"];
const REASONS = {
  200: "OK", 201: "Created", 204: "No Content", 304: "Not Modified", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found",
  405: "Method Not Allowed", 409: "Conflict", 412: "Precondition Failed", 413: "Content Too Large", 415: "Unsupported Media Type", 421: "Misdirected Request",
  422: "Unprocessable Content", 428: "Precondition Required", 500: "Internal Server Error", 503: "Service Unavailable", 504: "Gateway Timeout",
};

const kept = [];
let chosen;
let open = PLENTY.matches;

/** Shows the exchanges from now on. */
export function showExchanges() {
  onExchange(one => {
    kept.unshift(one);
    kept.splice(MOST_KEPT);
    chosen = one;
    show();
  });
  show();
}

const outcome = one => (one.status === 0 ? "no answer" : `${one.status} ${REASONS[one.status] ?? ""}`.trim());
const mark = (one, text = outcome(one)) => element("span", { class: `status ${one.status >= 200 && one.status < 400 ? "good" : "bad"}` }, text);
const readable = address => {
  try {
    return decodeURI(address).replace(/%5B/gi, "[").replace(/%5D/gi, "]").replace(location.origin, "");
  } catch {
    return address;
  }
};

function show() {
  const focused = document.activeElement?.dataset?.step;
  const toggle = element("button", {
    type: "button", class: "toggle", "aria-expanded": String(open), "aria-controls": "exchange-body", "data-step": "toggle",
    onclick: () => { open = !open; show(); },
  }, element("span", { class: "arrow", "aria-hidden": "true" }, open ? "▾" : "▸"), element("b", {}, "Requests"),
  chosen ? [element("code", {}, `${chosen.method} ${readable(chosen.address)}`), mark(chosen), element("span", { class: "muted" }, `${chosen.time} ms`)]
    : element("span", { class: "muted" }, "What this page asks for and what is answered."));
  byId("exchange").replaceChildren(toggle, ...(open && chosen ? [body()] : []));
  if (focused) byId("exchange").querySelector(`[data-step="${focused}"]`)?.focus();
}

function body() {
  return element("div", { id: "exchange-body", class: "exchange" },
    element("ol", { "aria-label": "Latest requests" }, kept.map((one, i) => element("li", {},
      element("button", { type: "button", "aria-current": one === chosen ? "true" : undefined, "data-step": i, onclick: () => { chosen = one; show(); } },
        element("code", {}, one.method), " ", mark(one, one.status || "no answer"), element("span", { class: "path" }, readable(one.address)))))),
    part("Request", `${chosen.method} ${readable(chosen.address)}`, sentHeaders(chosen), chosen.body,
      button("Copy as curl", asked(async () => {
        await navigator.clipboard.writeText(curl(location.origin, chosen));
        say("Copied.");
      }), { class: "quiet", "data-step": "copy" })),
    part("Answer", outcome(chosen), answerHeaders(chosen), chosen.text));
}

const part = (title, first, headers, content, action) => element("div", { class: "half" },
  element("div", { class: "head" }, element("h3", {}, title), action),
  element("pre", { tabindex: 0, "aria-label": title },
    element("b", {}, first), "\n",
    headers.flatMap(([name, value]) => [element("span", { class: "line" }, element("span", { class: "header" }, `${name}: `), value), "\n"]),
    content ? `\n${pretty(content)}` : ""));

const sentHeaders = one => Object.entries(one.headers)
  .map(([name, value]) => [name, name === "Authorization" ? "Bearer …" : value]);

const answerHeaders = one => SHOWN_FIRST.filter(name => name in one.answer)
  .map(name => [name === "etag" ? "ETag" : name.replace(/(^|-)[a-z]/g, letter => letter.toUpperCase()), one.answer[name]]);

/** Breaks a document into lines without touching its numbers. */
function pretty(text) {
  const shown = text.length > MOST_SHOWN ? text.slice(0, MOST_SHOWN) : text;
  const lines = /^\s*[[{]/.test(shown) ? indented(shown) : shown;
  return shown === text ? lines : `${lines}\n… and ${(text.length - MOST_SHOWN).toLocaleString("en")} more characters`;
}

function indented(text) {
  let depth = 0;
  const line = () => `\n${"  ".repeat(Math.max(0, depth))}`;
  return text.replace(/"(?:[^"\\]|\\.)*"?|[{[]\s*[}\]]|[{}[\],:]|\s+/g, part => {
    switch (part) {
      case "{": case "[": depth++; return part + line();
      case "}": case "]": depth--; return line() + part;
      case ",": return part + line();
      case ":": return ": ";
      default: return /^\s/.test(part) ? "" : part;
    }
  });
}

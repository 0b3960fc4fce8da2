// The first page: what is here, and lines for a terminal that work as they stand.
import { hasToken, read, send } from "./client.js";
import { curl } from "./curl.js";
import { asked, button, byId, element, say } from "./dom.js";
import { kind, withoutChecksum, write } from "./exact.js";
import { address, changes } from "./place.js";

const ADDRESSES = [
  ["/api", "the tables", "application/vnd.api+json"],
  ["/openapi.json", "all of it, described for programs (OpenAPI 3.1)", "application/json"],
  ["/health", "whether the database answers", "application/json"],
  ["/metrics", "figures for Prometheus", "text/plain"],
];

/** Shows an address in place of its page where a token has to be sent, which a link cannot. */
export const followLink = (link, type = "*/*") => event => {
  if (hasToken()) asked(() => send("GET", link, { accept: type }))(event);
};

/** Shows the beginning. */
export async function showStart(types, describe) {
  byId("rows").replaceChildren(
    element("div", { class: "start" },
      element("h1", {}, "Records over HTTP"),
      element("p", {}, "Every table of this database, for scripts, web pages and other programs. Each write is checked against the row as it is, so nobody's work is overwritten. ",
        "Choose a table to browse and edit it, and watch below what is sent and answered."),
      element("div", { id: "lines" }),
      element("h2", {}, "Addresses"),
      element("dl", {}, ADDRESSES.map(([path, about, type]) => [
        element("dt", {}, element("a", { href: path, onclick: followLink(path, type) }, path)), element("dd", {}, about)]))));
  await showLines(types, describe);
}

async function showLines(types, describe) {
  const found = await example(types);
  if (!found) return;
  const { row, etag } = found;
  const at = address([row.type, row.id]);
  const lines = [
    ["Read some rows", { method: "GET", address: `${address([row.type])}?page[limit]=2` }],
    ["Read one row, and its ETag", { method: "GET", address: at, shown: "-i" }],
    ["Watch it for changes", { method: "GET", address: changes([row.type, row.id]), shown: "-N" }],
  ];
  const value = Object.entries(withoutChecksum(row.attributes, etag)).find(([name, one]) => kind(one) === "text" && !describe(row.type).fields[name]?.readOnly);
  if (value && describe(row.type).writable) {
    const document = { data: { type: row.type, id: row.id, attributes: { [value[0]]: value[1] } } };
    lines.splice(2, 0, ["Change it, if nobody has changed it since: another ETag is answered with 412 and the row as it is", {
      method: "PATCH", address: at, headers: { "If-Match": etag, "Content-Type": "application/vnd.api+json" }, body: write(document),
    }]);
  }
  byId("lines")?.replaceChildren(
    element("h2", {}, "With curl"),
    element("ol", { class: "lines" }, lines.map(([about, request]) => {
      const headers = hasToken() ? { Authorization: "", ...request.headers } : request.headers;
      const line = curl(location.origin, { ...request, headers }).replace("curl -s", `curl -s${request.shown ? ` ${request.shown}` : ""}`);
      return element("li", {}, element("p", {}, about), element("div", { class: "code" }, element("code", { tabindex: 0 }, line),
        button("Copy", asked(async () => { await navigator.clipboard.writeText(line); say("Copied."); }), { class: "quiet", "aria-label": `Copy: ${about}` })));
    })));
}

/** A row of the first table that has one. */
async function example(types) {
  for (const { type } of types.slice(0, 5)) {
    const { body } = await read(`${address([type])}?page[limit]=1&page[total]=false`, { quiet: true });
    const row = body.data?.[0];
    if (row?.meta?.etag && row.links?.self) return { row, etag: row.meta.etag };
  }
  return undefined;
}

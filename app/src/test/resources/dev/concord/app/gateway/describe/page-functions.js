// The functions of the page that need no browser.
import assert from "node:assert/strict";
import { curl } from "./curl.js";
import { ExactNumber, kind, parse, same, shown, typed, write } from "./exact.js";
import { automatic, compare, written } from "./merge.js";
import { address, changes, ofNew, ofRecord, ofRows, parse as place, withQuery } from "./place.js";
import { hint, typeOf } from "./schema.js";

// Values
assert.equal(write(typed("12345678901234567890.10", "number")), "12345678901234567890.10");
assert.throws(() => typed("0x10", "number"), /is not a number/);
assert.equal(kind(typed("false", "yes/no")), "yes/no");
assert.ok(same(parse("[1,null,\"a\"]"), parse("[1,null,\"a\"]")));
assert.equal(shown(new ExactNumber("1e3")), "1e3");

// Places: what is in a segment stays in it
for (const id of ["1", "a/b", "~2..", "ä ?&#%", "USA_San Francisco"]) {
  const there = place(ofRecord("order line", id, new URLSearchParams({ sort: "-name" })));
  assert.equal(there.id, id);
  assert.equal(there.type, "order line");
  assert.equal(there.query.get("sort"), "-name");
}
assert.deepEqual(place(ofRows(["Customer", "VINET", "OrderList"])).rows, ["Customer", "VINET", "OrderList"]);
assert.equal(place(ofRows(["Customer", "VINET", "OrderList"])).id, undefined);
assert.ok(place(ofNew("Order", new URLSearchParams())).fresh);
assert.ok(place(withQuery(place("#/Order?new"), new URLSearchParams({ sort: "Id" }))).fresh);
assert.equal(withQuery(place("#/Order/1"), new URLSearchParams({ sort: "Id" })), "#/Order/1?sort=Id");
assert.deepEqual(place("#/"), {});
assert.equal(place("#/%E0").type, "%E0");
assert.equal(address(["order line", "1_2"]), "/api/order%20line/1_2");
assert.equal(changes(["order line", "1_2"]), "/changes/order%20line/1_2");

// Merges
const rows = compare({ a: "1", b: "1", c: "1", d: "1", e: "1" }, { a: "2", b: "1", c: "2", d: "3", e: "1" }, { b: "3", c: "4", d: "3" });
assert.deepEqual(rows.map(row => [row.name, row.result]), [["a", "now"], ["b", "mine"], ["c", ""], ["d", "now"]]);
rows[2].result = "mine";
assert.deepEqual(written(rows), { b: "3", c: "4" });
rows[2].result = "now";
assert.deepEqual(written(rows), { b: "3" });
// What the gateway says comes first: it merges parts of a text, and knows what belongs together
const told = compare({ text: "a b", x: "1", y: "1" }, { text: "A b", x: "2", y: "1" }, { text: "a B", y: "2" },
  { kept: { text: "A B" }, undecided: [{ attribute: "x" }, { attribute: "y" }] });
assert.deepEqual(told.map(row => [row.name, row.result]), [["text", "merged"], ["x", ""], ["y", ""]]);
assert.deepEqual(written(told), { text: "A B" });
assert.equal(automatic(told, told), false);
const settled = compare({ a: "1", b: "1" }, { a: "2", b: "1" }, { b: "2" }, { kept: { a: "2", b: "2" }, undecided: [] });
assert.equal(automatic(settled, settled), true);
assert.equal(automatic(settled, settled.map(row => ({ ...row, result: "now" }))), false);
// null is a value
assert.deepEqual(compare({ a: null }, { a: "1" }, { a: "2" }).map(row => row.result), [""]);
assert.deepEqual(written(compare({ a: "1" }, { a: "1" }, { a: null })), { a: null });

// Lines for a terminal: no text gets out of its quotation marks, and no token is in them
const line = curl("http://localhost:1", { method: "PATCH", address: "/api/a?filter[b]=$x", headers: { "If-Match": "\"t\"", Authorization: "Bearer secret" }, body: "it's `x`" });
assert.equal(line, `curl -s -X PATCH -g 'http://localhost:1/api/a?filter[b]=$x' -H 'If-Match: "t"' -H "Authorization: Bearer $TOKEN" -d 'it'\\''s \`x\`'`);
assert.equal(curl("http://localhost:1", { method: "GET", address: "/api/a" }), "curl -s -g http://localhost:1/api/a");

// Types
const description = parse(JSON.stringify({
  components: { schemas: {
    order: { properties: { type: { const: "order" }, attributes: { properties: {
      name: { type: ["string", "null"], maxLength: 40 }, number: { type: ["integer"] }, any: { type: ["number", "string"] },
      sum: { type: "number", readOnly: true }, S_CheckSum: { type: "string", pattern: "^[0-9a-f]{64}$" } } } } },
    "order.new": { properties: { type: { const: "order" }, attributes: { required: ["number"], properties: { name: {}, number: {}, any: {} } } } },
  } },
  paths: { "/api/order": { get: {}, post: {} } },
}));
const order = typeOf(description, "order");
assert.ok(order.writable);
assert.deepEqual(Object.values(order.fields).map(hint), ["text, at most 40", "whole number", "any value", "number", "text"]);
assert.deepEqual([order.fields.name.nullable, order.fields.number.required, order.fields.sum.readOnly, order.fields.S_CheckSum.checksum], [true, true, true, true]);
assert.deepEqual(typeOf({}, "order"), { type: "order", fields: {}, writable: true, about: "" });

console.log("all is right");

// One record: its fields, saving it, and what to do when somebody else has saved it first.
import { change, read, Refused, remove, watch } from "./client.js";
import { byId, element, table } from "./dom.js";
import { kind, same, shown, typed, withoutChecksum } from "./exact.js";

const KINDS = ["text", "number", "yes/no", "JSON", "null"];

/** Shows a record of an address; `say` tells the person, `changed` is called when it was saved or deleted. */
export async function openRecord(address, say, changed) {
  openRecord.stop?.abort();
  const { body, etag } = await read(address);
  show({ address, etag, data: body.data, base: body.data.attributes ?? {}, say, changed }, {});
}

/** Shows the fields, with what was typed before in them. */
function show(record, mine) {
  const fields = Object.entries(withoutChecksum(record.base, record.etag)).map(([name, value], i) => field(name, name in mine ? mine[name] : value, i));
  const form = element("form", { onsubmit: event => { event.preventDefault(); save(record, fields); } },
    ...fields.map(one => one.row),
    element("button", {}, "Save"), " ",
    element("button", { type: "button", onclick: () => erase(record) }, "Delete"));
  byId("record").replaceChildren(element("h2", {}, `${record.data.type} ${record.data.id}`), form);
  byId("record").dataset.etag = record.etag;
  follow(record);
}

function field(name, value, i) {
  const input = element("input", { type: "text", id: `field-${i}` });
  input.value = shown(value);
  const choice = element("select", { "aria-label": `Kind of ${name}` }, ...KINDS.map(one => element("option", {}, one)));
  choice.value = kind(value);
  const row = element("div", { class: "field" },
    element("label", { for: input.id }, name), input, " ", choice);
  return { name, row, value: () => typed(input.value, choice.value), focus: () => input.focus() };
}

/** What was typed and is different from what was read; empty with a message when something cannot be read. */
function changes(record, fields) {
  const mine = {};
  for (const one of fields) {
    try {
      const value = one.value();
      if (!same(value, record.base[one.name])) mine[one.name] = value;
    } catch (wrong) {
      record.say(`${one.name} ${wrong.message}.`, true);
      one.focus();
      return undefined;
    }
  }
  return mine;
}

async function save(record, fields) {
  const mine = changes(record, fields);
  if (!mine) return;
  if (!Object.keys(mine).length) return record.say("Nothing was changed.");
  await write(record, mine);
}

async function write(record, mine) {
  const data = { type: record.data.type, id: record.data.id, attributes: mine };
  try {
    await change(record.address, record.etag, data, record.base);
    record.say("Saved.");
    record.changed();
    await openRecord(record.address, record.say, record.changed);
  } catch (refused) {
    failed(record, mine, refused);
  }
}

async function erase(record) {
  if (!confirm(`Delete ${record.data.type} ${record.data.id}?`)) return;
  try {
    await remove(record.address, record.etag);
    record.say("Deleted.");
    openRecord.stop?.abort();
    byId("record").replaceChildren();
    record.changed();
  } catch (refused) {
    failed(record, {}, refused);
  }
}

function failed(record, mine, refused) {
  const stale = refused instanceof Refused && refused.errors.find(error => error.code === "stale");
  record.say(refused.message, true);
  if (stale) decide(record, mine, stale.meta);
}

/** Shows both sides of a conflict; what only one side changed is chosen already. */
function decide(record, mine, { data, current, changed }) {
  const now = data.attributes;
  const differing = Object.keys(withoutChecksum(now, current.etag)).filter(name =>
    !same(now[name], record.base[name]) || (name in mine && !same(mine[name], record.base[name])));
  const chosen = {};
  const open = new Set();
  const rows = differing.map((name, i) => {
    const theirs = !same(now[name], record.base[name]);
    const ours = name in mine && !same(mine[name], now[name]);
    if (ours && !theirs) chosen[name] = mine[name];
    const choose = (label, side, value) => element("label", { class: side },
      element("input", {
        type: "radio", name: `choice-${i}`, value: side, checked: side === (ours && !theirs ? "mine" : ours ? "" : "theirs"),
        onchange: () => { if (side === "mine") chosen[name] = value; else delete chosen[name]; open.delete(name); settle(); },
      }), " ", `${label}: ${shown(value) || "–"}`);
    if (ours && theirs) open.add(name);
    return [name, shown(record.base[name]) || "–", choose("now", "theirs", now[name]),
      ours ? choose("yours", "mine", mine[name]) : ""];
  });
  const button = element("button", { onclick: () => {
    const next = { ...record, etag: current.etag, data, base: now };
    Object.keys(chosen).length ? write(next, chosen) : openRecord(record.address, record.say, record.changed);
  } }, "Save what is chosen");
  function settle() { button.disabled = open.size > 0; }
  settle();
  const who = changed?.by ? ` by ${changed.by}` : "";
  byId("record").replaceChildren(
    element("h2", {}, `${data.type} ${data.id} was changed${who} meanwhile`),
    table("conflict", ["", "when you opened it", "in the database now", "your edit"], rows),
    button);
  byId("record").focus();
}

/** Says so when somebody else changes the record that is open. */
function follow(record) {
  openRecord.stop?.abort();
  const stop = new AbortController();
  openRecord.stop = stop;
  const address = new URL(record.address);
  address.pathname = address.pathname.replace(/^\/api\//, "/changes/");
  watch(address, stop.signal, (event, row) => {
    if (event === "deleted") record.say("Somebody deleted this record.", true);
    if (event === "changed" && row.etag !== record.etag) record.say("Somebody changed this record. Saving will show both.");
  }).catch(ended => { if (ended.name !== "AbortError") console.warn(ended); });
}

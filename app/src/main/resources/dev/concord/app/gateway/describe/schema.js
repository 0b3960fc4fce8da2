// What the gateway's OpenAPI description says about a type, as far as a form needs it.

import { shown } from "./exact.js";

const KINDS = { number: "number", integer: "number", string: "text", boolean: "yes/no" };

/**
 * Returns what the page knows of a type: `fields` by name, whether rows can be made and changed (`writable`), and a sentence `about`
 * it. Each field has the `kinds` its values may have, `nullable`, `required` where a new row needs it, `readOnly`, `checksum`, and where
 * the description says so `most` characters, `choices`, `format`, `json`, `bytes`, `about`.
 */
export function typeOf(description, type) {
  const all = Object.entries(description?.components?.schemas ?? {})
    .filter(([, schema]) => schema.properties?.type?.const === type);
  const [name, schema] = all.find(([one]) => !/\.(new|change)$/.test(one)) ?? all[0] ?? ["", {}];
  const fresh = all.find(([one]) => one === `${name}.new`)?.[1];
  const required = new Set(fresh?.properties?.attributes?.required ?? []);
  const members = schema.properties?.attributes?.properties ?? {};
  const settable = fresh?.properties?.attributes?.properties ?? members;
  const fields = Object.fromEntries(Object.entries(members)
    .map(([one, member]) => [one, field(one, member, required.has(one), !(one in settable))]));
  const path = description?.paths?.[`/api/${type}`] ?? description?.paths?.[`/api/${encodeURIComponent(type)}`];
  return { type, fields, writable: path ? "post" in path : all.length === 0, about: schema.description ?? "" };
}

function field(name, member, required, left) {
  const types = [member.type ?? []].flat();
  return {
    name,
    kinds: member.contentMediaType ? ["text"] : [...new Set(types.map(one => KINDS[one]).filter(Boolean))],
    nullable: types.includes("null"),
    required,
    readOnly: member.readOnly === true || left,
    whole: types.includes("integer"),
    most: member.maxLength && Number(shown(member.maxLength)),
    choices: member.enum?.filter(one => one !== null),
    format: member.format,
    json: member.contentMediaType === "application/json",
    bytes: member.contentEncoding === "base64",
    checksum: member.pattern === "^[0-9a-f]{64}$",
    about: member.description ?? "",
  };
}

/** What kind of value a field has, for a person. */
export function hint(field) {
  if (field.bytes) return "bytes, Base64";
  if (field.json) return "JSON";
  if (field.choices) return "one of a list";
  if (field.format === "date") return "date";
  if (field.format === "date-time") return "date and time";
  if (field.format === "uuid") return "UUID";
  if (field.whole) return "whole number";
  if (field.kinds.length > 1) return "any value";
  const kind = field.kinds[0] ?? "text";
  return kind === "text" && field.most ? `text, at most ${field.most.toLocaleString("en")}` : kind;
}

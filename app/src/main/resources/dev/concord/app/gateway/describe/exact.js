// Values as they travel: a number keeps its digits, because JavaScript's own numbers cannot hold them all.

/** A number as it was written. */
export class ExactNumber {
  constructor(digits) { this.digits = digits; }
}

const NUMBER = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

/** Reads a document. */
export function parse(text) {
  return JSON.parse(text, (_, value, context) =>
    typeof value === "number" ? new ExactNumber(context?.source ?? String(value)) : value);
}

/** Writes a document. */
export function write(value) {
  if (value instanceof ExactNumber) return value.digits;
  if (Array.isArray(value)) return `[${value.map(write).join()}]`;
  if (value !== null && typeof value === "object") {
    return `{${Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${write(member)}`).join()}}`;
  }
  return JSON.stringify(value);
}

/** Whether two values are written alike. */
export const same = (one, other) => write(one ?? null) === write(other ?? null);

/** What a value is, by the names of the choice beside its field. */
export function kind(value) {
  if (value === null || value === undefined) return "null";
  if (value instanceof ExactNumber) return "number";
  return { string: "text", boolean: "yes/no" }[typeof value] ?? "JSON";
}

/** A value as a person reads it. */
export function shown(value) {
  return { null: () => "", number: () => value.digits, text: () => value }[kind(value)]?.() ?? write(value);
}

/** Reads what a person typed; throws a sentence. */
export function typed(text, as) {
  switch (as) {
    case "null": return null;
    case "text": return text;
    case "number":
      if (!NUMBER.test(text.trim())) throw new Error("is not a number");
      return new ExactNumber(text.trim());
    case "yes/no":
      if (!["true", "false"].includes(text.trim())) throw new Error("is neither true nor false");
      return text.trim() === "true";
    default:
      try {
        return parse(text);
      } catch {
        throw new Error("is not JSON");
      }
  }
}

/** The attributes without the row's checksum, whose name may be any: it is the ETag without its quotation marks. */
export const withoutChecksum = (attributes, etag) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => `"${value}"` !== etag));

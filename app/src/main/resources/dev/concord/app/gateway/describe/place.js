// Where the page is, as the part of its address after "#": a table, a record, or the rows that a record is related to.

/** Reads a place; `{}` for the beginning. `rows` are the segments of the rows' address, `query` its parameters. */
export function parse(hash) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split("?");
  const segments = path.split("/").filter(Boolean).map(decoded);
  if (!segments.length) return {};
  const [type, id, relationship] = segments;
  const parameters = new URLSearchParams(query);
  const fresh = parameters.has("new");
  parameters.delete("new");
  return {
    type,
    id: relationship === undefined ? id : undefined,
    fresh,
    rows: relationship === undefined ? [type] : [type, id, relationship],
    query: parameters,
  };
}

function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

const joined = (segments, query) => {
  const text = query?.toString();
  return segments.map(encodeURIComponent).join("/") + (text ? `?${text}` : "");
};

/** The place of some rows. */
export const ofRows = (segments, query) => `#/${joined(segments, query)}`;

/** The place of a record, beside the rows of its table. */
export const ofRecord = (type, id, query) => `#/${joined([type, id], query)}`;

/** The place of a record that is not there yet. */
export function ofNew(type, query) {
  const parameters = new URLSearchParams(query);
  parameters.set("new", "");
  return `#/${joined([type], parameters)}`;
}

/** A place with other parameters: the same rows in another order, with the same record beside them. */
export const withQuery = (place, query) => {
  if (place.fresh) return ofNew(place.type, query);
  return place.id === undefined ? ofRows(place.rows, query) : ofRecord(place.type, place.id, query);
};

/** The address of some rows or a record at the gateway. */
export const address = (segments, query) => `/api/${joined(segments, query)}`;

/** The address where changes of a record, or of all of a table, are told. */
export const changes = segments => `/changes/${joined(segments)}`;

// A request as a line for a terminal.

const quoted = text => (/^[A-Za-z0-9_./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** The line that sends the same. A token is not in it, only the name of the variable that holds it. */
export function curl(origin, { method, address, headers = {}, body }) {
  const words = ["curl -s"];
  if (method === "HEAD") words.push("-I");
  else if (method !== "GET") words.push("-X", method);
  words.push("-g", quoted(new URL(address, origin).href));
  for (const [name, value] of Object.entries(headers)) {
    words.push("-H", name === "Authorization" ? '"Authorization: Bearer $TOKEN"' : quoted(`${name}: ${value}`));
  }
  if (body !== undefined) words.push("-d", quoted(body));
  return words.join(" ");
}

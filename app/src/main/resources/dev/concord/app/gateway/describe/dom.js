// Elements in one expression. Text is always text, never markup.

/** Makes an element: attributes, listeners by names that begin with "on", and what is in it; what is empty is left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) value && made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined && value !== null) made.setAttribute(key, value);
  }
  made.append(...children.flat().filter(child => child !== undefined && child !== null && child !== false));
  return made;
}

export const byId = id => document.getElementById(id);

/** A button that does not send a form. */
export const button = (text, onclick, attributes = {}) =>
  element("button", { type: "button", onclick, ...attributes }, text);

/** Says something in one line, which goes by itself unless it is an error. */
export function say(text, error = false) {
  const line = byId("message");
  line.className = error ? "error" : "";
  line.setAttribute("role", error ? "alert" : "status");
  line.replaceChildren(...(text ? [element("span", {}, text), button("×", () => say(""), { "aria-label": "Close", class: "quiet" })] : []));
  clearTimeout(say.timer);
  if (text && !error) say.timer = setTimeout(() => say(""), 6000);
}

/** Runs what a person asked for, and says what went wrong. */
export const asked = task => async event => {
  event?.preventDefault();
  try {
    await task(event);
  } catch (failure) {
    say(failure.message, true);
  }
};

/** Asks a question with two answers; Esc is the second one. */
export function ask(title, text, yes, no = "Cancel", attributes = {}) {
  const dialog = byId("question");
  return new Promise(resolve => {
    let answer = false;
    dialog.onclose = () => resolve(answer);
    dialog.replaceChildren(
      element("h2", { id: "question-title" }, title),
      element("p", {}, text),
      element("div", { class: "actions" },
        button(yes, () => { answer = true; dialog.close(); }, attributes),
        button(no, () => dialog.close(), { autofocus: true })));
    dialog.showModal();
  });
}

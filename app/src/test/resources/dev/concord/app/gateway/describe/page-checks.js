// What is wrong with the page as it is shown: texts that cannot be read, controls without a name, a page wider than the window. "" where nothing is.
(() => {
  const rgb = colour => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const over = (top, under) => ({ r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a), b: top.b * top.a + under.b * (1 - top.a), a: 1 });
  const ground = node => {
    const grounds = [];
    for (let one = node; one instanceof Element; one = one.parentElement) grounds.push(rgb(getComputedStyle(one).backgroundColor));
    return grounds.reverse().reduce((under, top) => over(top, under), { r: 255, g: 255, b: 255, a: 1 });
  };
  const luminance = ({ r, g, b }) => [r, g, b].map(part => part / 255).map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const wrong = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (!text.data.trim() || !element.checkVisibility() || element.closest("noscript, .hidden, script")) continue;
    const style = getComputedStyle(element);
    const found = contrast(over(rgb(style.color), ground(element)), ground(element));
    if (found < 4.5 && !element.closest(":disabled")) wrong.push(`${found.toFixed(2)} ${text.data.trim().slice(0, 40)}`);
  }
  for (const control of document.querySelectorAll("button, a, input, select, textarea")) {
    if (!control.checkVisibility()) continue;
    const name = control.getAttribute("aria-label") || control.textContent.trim() || [...(control.labels ?? [])].map(label => label.textContent.trim()).join(" ");
    if (!name) wrong.push(`no name: ${control.outerHTML.slice(0, 120)}`);
    if (control.tabIndex > 0) wrong.push(`out of order: ${control.outerHTML.slice(0, 120)}`);
  }
  const ids = [...document.querySelectorAll("[id]")].map(one => one.id);
  ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => wrong.push(`twice: ${id}`));
  for (const one of document.querySelectorAll("[aria-describedby], [aria-controls]")) {
    for (const id of (one.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)) {
      if (!document.getElementById(id)) wrong.push(`described by nothing: ${id}`);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) wrong.push(`${document.documentElement.scrollWidth} px wide in ${innerWidth}`);
  return wrong.join("\n");
})()

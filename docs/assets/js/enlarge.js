// Opens a picture large, in a dialog of its own. Without this script a drawn figure's link leads to its file.
const FIELD = 220; // Width and gap of one field of dots, as scripts/atlas/render/icons.py draws them.
const words = document.querySelector("[data-enlarge]").dataset;

/** Return a copy without ids, which are the page's own, without title, and with its text alternative unfolded. */
function copyOf(picture) {
  const copy = picture.cloneNode(true);
  for (const node of [copy, ...copy.querySelectorAll("[id]")]) node.removeAttribute("id");
  for (const node of copy.querySelectorAll(".enlarge, figcaption strong")) node.remove();
  // The dialog scrolls as one.
  for (const frame of copy.querySelectorAll(".figure-frame")) frame.replaceWith(...frame.childNodes);
  for (const details of copy.querySelectorAll("details")) details.open = true;
  return copy;
}

/** Return both fields of dots as pictures of their own: on a phone they stand one below the other. */
function fieldsOf(dots) {
  const fields = document.createElement("div");
  fields.className = "fields";
  for (const start of [0, FIELD]) {
    const field = copyOf(dots);
    field.setAttribute("viewBox", `${start} 0 ${FIELD} 70`);
    for (const size of ["width", "height"]) field.removeAttribute(size); // Those of both fields together.
    fields.append(field);
  }
  return fields;
}

function show(opener, picture, title) {
  const dialog = document.createElement("dialog");
  dialog.className = "enlarged md-typeset";
  dialog.setAttribute("aria-label", title);
  const bar = document.createElement("form");
  bar.method = "dialog";
  const heading = document.createElement("h2");
  heading.textContent = title;
  const close = document.createElement("button");
  close.textContent = "×";
  close.setAttribute("aria-label", words.close);
  bar.append(heading, close);
  const body = document.createElement("div");
  body.tabIndex = 0;
  body.setAttribute("role", "region");
  body.setAttribute("aria-label", title);
  body.append(picture.matches(".per-hundred") ? fieldsOf(picture) : copyOf(picture));
  dialog.append(bar, body);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
    // A link of the picture leads to its place on the page.
    else if (event.target.closest("a[href^='#']")) dialog.close("left");
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (dialog.returnValue !== "left") opener.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
}

function buttonFor(picture, title) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "enlarge";
  button.textContent = words.enlarge;
  button.addEventListener("click", () => show(button, picture, title));
  return button;
}

for (const link of document.querySelectorAll("a.enlarge")) {
  const figure = link.closest("figure");
  link.addEventListener("click", (event) => {
    // With a key held the reader asks for the file itself, in a new window.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link, figure, figure.querySelector("figcaption strong").textContent);
  });
}

for (const plot of document.querySelectorAll(".forest")) {
  const caption = plot.querySelector("figcaption");
  caption.append(buttonFor(plot, caption.querySelector("strong").textContent));
}

for (const dots of document.querySelectorAll(".per-hundred")) {
  const text = dots.previousElementSibling;
  text.querySelector(".basis").before(buttonFor(dots, text.firstChild.textContent.trim()));
}

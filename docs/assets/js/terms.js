// Shows a term's definition on hover and focus: the hidden one that describes the link.
// Without this script a term is a link to the glossary.
import { completeAsides } from "./asides.js";
import { placeBeside } from "./place.js";

const HOVER_DELAY = 250;
const LEAVE_DELAY = 200;

let open = null; // { tip, link }
let timer = 0;
let wanted = null; // The link whose definition is on its way.

async function show(link) {
  clearTimeout(timer);
  if (open?.link === link) return;
  hide();
  wanted = link;
  await completeAsides();
  if (wanted !== link) return;
  const definition = document.getElementById(link.getAttribute("aria-describedby"));
  if (!definition) return;
  const tip = document.createElement("span");
  tip.className = "card term-card";
  tip.setAttribute("aria-hidden", "true"); // The link's description says the same.
  tip.append(...[...definition.childNodes].map((node) => node.cloneNode(true)));
  link.after(tip);
  placeBeside(tip, link);
  open = { tip, link };
}

function hide() {
  clearTimeout(timer);
  wanted = null;
  open?.tip.remove();
  open = null;
}

const termOf = (node) => node.closest?.("a.term");

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  if (event.target.closest(".term-card")) return clearTimeout(timer);
  const link = termOf(event.target);
  if (!link) return;
  clearTimeout(timer);
  timer = setTimeout(() => show(link), HOVER_DELAY);
});

document.addEventListener("pointerout", (event) => {
  if (event.pointerType !== "mouse" || !event.target.closest("a.term, .term-card")) return;
  clearTimeout(timer);
  timer = setTimeout(hide, LEAVE_DELAY);
});

document.addEventListener("focusin", (event) => {
  const link = termOf(event.target);
  if (link?.matches(":focus-visible")) show(link);
  else hide();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});

for (const event of ["scroll", "resize"]) addEventListener(event, hide, { passive: true });

// Shows a citation's references in place: a copy of their entries in the page's own bibliography.
// Without this script a citation is a link to its entry.
import { completeAsides } from "./asides.js";
import { placeBeside } from "./place.js";

const GROUP = ".citations";
const CITATION = ".citations a";
const HOVER_DELAY = 120;
const LEAVE_DELAY = 250;

const words = document.querySelector("[data-card-words]")?.dataset ?? {};
let open = null; // { card, group, link }
let timer = 0;
let touched = false;
let dismissed = null; // A link whose card was closed by Escape; it stays closed while the link keeps the focus.

const announcer = document.createElement("div");
announcer.className = "visually-hidden";
announcer.setAttribute("role", "status");
document.body.append(announcer);

const groupOf = (node) => node.closest?.(GROUP);
const linksOf = (group) => [...group.querySelectorAll("a")];
const entryOf = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));

function copyOf(link) {
  const entry = entryOf(link);
  if (!entry) return null;
  const copy = document.createElement("div");
  copy.className = "card-entry";
  const number = document.createElement("span");
  number.className = "card-number";
  number.textContent = link.textContent;
  copy.append(number, ...[...entry.children].map((child) => child.cloneNode(true)));
  for (const node of copy.querySelectorAll("[id]")) node.removeAttribute("id");
  for (const back of copy.querySelectorAll(".back-links")) back.remove();
  return copy;
}

function closeButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "card-close";
  button.textContent = "×";
  button.setAttribute("aria-label", words.close ?? "Close");
  button.addEventListener("click", () => hide(true));
  return button;
}

function show(group, link) {
  clearTimeout(timer);
  if (open?.group === group) return;
  hide(false);
  const entries = linksOf(group).map(copyOf).filter(Boolean);
  if (!entries.length) return;
  const card = document.createElement("span");
  card.className = "card";
  card.id = "citation-card";
  card.setAttribute("role", "group");
  card.setAttribute("aria-label", words.label ?? "Reference");
  card.append(closeButton(), ...entries);
  // Right after the citation, so that Tab leads into the card and Shift+Tab back.
  group.after(card);
  placeBeside(card, group);
  for (const each of linksOf(group)) {
    each.setAttribute("aria-expanded", "true");
    each.setAttribute("aria-controls", card.id);
  }
  open = { card, group, link };
  completeAsides().then(() => complete(card, group));
}

// Said only now, so that the finding is heard too.
function complete(card, group) {
  if (open?.card !== card) return;
  const copies = linksOf(group).map(copyOf).filter(Boolean);
  const entries = [...card.querySelectorAll(".card-entry")];
  // What was missing is added, and no link exchanged: the focus may already be on one.
  entries.forEach((entry, index) => {
    const finding = copies[index].querySelector(".finding");
    if (finding) entry.querySelector(".finding").replaceChildren(...finding.childNodes);
    const links = entry.querySelector(".ref-links");
    const known = [...links.children].map(({ href }) => href);
    const more = [...copies[index].querySelectorAll(".ref-links a")].filter(({ href }) => !known.includes(href));
    links.prepend(...more.flatMap((link) => [link, " "]));
  });
  placeBeside(card, group);
  announcer.textContent = entries.map((entry) => entry.textContent.trim().replace(/\s+/g, " ")).join(" ");
}

function hide(returnFocus) {
  clearTimeout(timer);
  if (!open) return;
  const { card, group, link } = open;
  open = null;
  const hadFocus = card.contains(document.activeElement);
  card.remove();
  for (const each of linksOf(group)) {
    each.removeAttribute("aria-expanded");
    each.removeAttribute("aria-controls");
  }
  announcer.textContent = "";
  if (returnFocus && hadFocus) {
    dismissed = link;
    link.focus();
  }
}

// Said of hundreds of links in a page's own bytes, it would make up a hundredth of them.
for (const link of document.querySelectorAll(CITATION)) link.setAttribute("role", "doc-biblioref");

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  if (event.target.closest(".card")) return clearTimeout(timer);
  const group = groupOf(event.target);
  if (!group) return;
  clearTimeout(timer);
  const link = event.target.closest(CITATION) ?? linksOf(group)[0];
  timer = setTimeout(() => show(group, link), HOVER_DELAY);
});

document.addEventListener("pointerout", (event) => {
  if (event.pointerType !== "mouse" || !event.target.closest(`${GROUP}, .card`)) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (open && !open.card.contains(document.activeElement) && !open.group.contains(document.activeElement)) hide(false);
  }, LEAVE_DELAY);
});

document.addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch" || event.pointerType === "pen";
  if (open && !event.target.closest(".card") && groupOf(event.target) !== open.group) hide(false);
});

document.addEventListener("focusin", (event) => {
  const link = event.target.closest(CITATION);
  if (link && !event.target.closest(".card")) {
    if (link !== dismissed && link.matches(":focus-visible")) show(groupOf(link), link);
  } else if (open && !open.card.contains(event.target)) hide(false);
  if (link !== dismissed) dismissed = null;
});

document.addEventListener("click", (event) => {
  const link = event.target.closest(CITATION);
  if (link && !event.target.closest(".card")) {
    // The first tap shows the card; the second follows the link, as a click or Enter does at once.
    if (touched && open?.group !== groupOf(link) && entryOf(link)) {
      event.preventDefault();
      show(groupOf(link), link);
    } else hide(false);
  }
  touched = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !open) return;
  event.stopPropagation();
  const { link } = open;
  dismissed = link;
  hide(true);
});

function follow() {
  if (!open) return;
  const { top, bottom } = open.group.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) hide(false);
  else placeBeside(open.card, open.group);
}

for (const event of ["scroll", "resize"]) addEventListener(event, follow, { passive: true, capture: true });

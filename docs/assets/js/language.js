// Leads to the same section in the other language, and remembers the language last read.
import { sectionInView } from "./contents.js";

try {
  // Not by the pages that speak both, such as that for wrong addresses.
  const current = document.querySelector("[data-language][aria-current]");
  if (current) localStorage.setItem("language", current.dataset.language);
} catch {
  // Without storage nothing is remembered.
}

/** Return the place that the reader looks at: the address's own, while it is still in view, else the section. */
function place() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (target) {
    const { top, bottom } = target.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight) return id;
  }
  return sectionInView();
}

for (const link of document.querySelectorAll("[data-language]")) {
  const address = link.getAttribute("href").split("#")[0];
  const follow = () => {
    const id = place();
    // What the page is asked to show (the map's focus and filters) means the same in both languages.
    const asked = address + location.search;
    link.setAttribute("href", id ? `${asked}#${encodeURIComponent(id)}` : asked);
  };
  // Before any way of following it, so that a copied or newly opened address keeps the section, too.
  for (const event of ["pointerdown", "focus", "mouseenter", "click"]) link.addEventListener(event, follow);
}

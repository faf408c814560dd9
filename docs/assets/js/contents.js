// Marks in "On this page" the section that is being read.
const links = new Map();
for (const link of document.querySelectorAll(".on-this-page a")) {
  links.set(decodeURIComponent(link.hash.slice(1)), link);
}
const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);

/** Return the id of the last heading above the upper third of the window. */
export function sectionInView() {
  const limit = innerHeight / 3;
  let found = "";
  for (const heading of headings) {
    if (heading.getBoundingClientRect().top > limit) break;
    found = heading.id;
  }
  return found;
}

function mark() {
  const current = sectionInView();
  for (const [id, link] of links) {
    if (id === current) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
}

let waiting = false;
function markSoon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    mark();
  });
}

if (headings.length) {
  addEventListener("scroll", markSoon, { passive: true });
  addEventListener("resize", markSoon, { passive: true });
  // Not at once: measuring now would lay the page out a first time.
  markSoon();
}

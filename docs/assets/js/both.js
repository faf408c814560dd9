// Shows both languages at once: each block beside its counterpart, or under it where there is no room.
// The twin is fetched from this site when it is asked for; without this script the language links lead to it.
const ROOT = document.documentElement;
const KEPT = "reading";
const button = document.querySelector(".both-button");
const article = document.querySelector("main article");
const twin = document.querySelector(".languages a:not([aria-current])");

const status = document.createElement("div");
status.className = "visually-hidden";
status.setAttribute("role", "status");
document.body.append(status);

/** Keep what the reader looks at where it is while `change` runs. */
function keepPlace(change) {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const edge = Math.max(document.querySelector(".site-header").getBoundingClientRect().bottom, 0);
  const seen = [...article.querySelectorAll(":is(h1, h2, h3, p, li, table, article)")].filter((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > edge && top < innerHeight && !element.closest(".counterpart");
  });
  // What begins in view is what is read; counterparts push it down only if they stand above it.
  const begins = seen.find((element) => element.getBoundingClientRect().top >= edge);
  const first = target && seen.includes(target) ? target : begins ?? seen[0];
  const before = first?.getBoundingClientRect().top;
  change();
  if (first) scrollBy({ top: first.getBoundingClientRect().top - before, behavior: "instant" });
}

/** Make a piece of the twin fit to stand on this page. */
function adopt(element, language, address) {
  const copy = document.importNode(element, true);
  for (const node of [copy, ...copy.querySelectorAll("[id], [aria-describedby], [aria-labelledby]")]) {
    node.removeAttribute("id");
    node.removeAttribute("aria-describedby");
    node.removeAttribute("aria-labelledby");
  }
  for (const link of copy.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href");
    // What stands on both pages (references, claims) is reached here; all else on the twin.
    if (href.startsWith("#") && document.getElementById(decodeURIComponent(href.slice(1)))) continue;
    link.href = new URL(href, address).href;
  }
  for (const image of copy.querySelectorAll("img[src]")) image.src = new URL(image.getAttribute("src"), address).href;
  copy.lang = language;
  return copy;
}

function counterpartOf({ counterpart, element, isHeading }, language, address, words) {
  const holder = document.createElement(element.tagName === "LI" ? "li" : "div");
  holder.className = "counterpart";
  if (!counterpart) {
    holder.classList.add("counterpart-missing");
    holder.textContent = words.missing;
    return holder;
  }
  holder.lang = language;
  const copy = adopt(counterpart, language, address);
  if (isHeading) {
    // One outline for screen readers: the counterpart of a heading is text, not a second heading.
    const text = document.createElement("p");
    text.className = `counterpart-heading counterpart-${element.tagName.toLowerCase()}`;
    text.textContent = copy.textContent;
    holder.append(text);
  } else {
    holder.setAttribute("role", "group");
    holder.setAttribute("aria-label", words.label);
    holder.append(copy);
  }
  return holder;
}

async function show() {
  const address = twin.href.split("#")[0];
  const [{ align, blocksOf }, response] = await Promise.all([import("./alignment.js"), fetch(address)]);
  if (!response.ok) throw new Error(`${response.status}`);
  const other = new DOMParser().parseFromString(await response.text(), "text/html");
  const theirs = other.querySelector("main article");
  const { pairs, left } = align(blocksOf(article), blocksOf(theirs));
  const words = button.dataset;
  keepPlace(() => {
    for (const pair of pairs) pair.element.after(counterpartOf(pair, twin.lang, address, words));
    for (const pair of pairs) pair.element.classList.add("has-counterpart");
    // A notice of the twin that one of its sections lags belongs to the counterpart of its heading.
    for (const notice of theirs.querySelectorAll(".parity-notice")) {
      const heading = notice.previousElementSibling?.id && document.getElementById(notice.previousElementSibling.id);
      heading?.nextElementSibling?.append(adopt(notice, twin.lang, address));
    }
    ROOT.classList.add("reading-both");
  });
  const paired = pairs.filter((pair) => pair.counterpart).length;
  status.textContent = words.done.replace("%1", paired).replace("%2", pairs.length - paired + left.length);
}

function hide() {
  keepPlace(() => {
    for (const element of article.querySelectorAll(".counterpart")) element.remove();
    for (const element of article.querySelectorAll(".has-counterpart")) element.classList.remove("has-counterpart");
    ROOT.classList.remove("reading-both");
  });
  status.textContent = "";
}

function keep(both) {
  try {
    if (both) localStorage.setItem(KEPT, "both");
    else localStorage.removeItem(KEPT);
  } catch {
    // The choice then lasts for this page only.
  }
}

async function set(both) {
  button.setAttribute("aria-pressed", String(both));
  if (!both) return hide();
  button.setAttribute("aria-busy", "true");
  try {
    await show();
  } catch {
    button.setAttribute("aria-pressed", "false");
    status.textContent = button.dataset.failed;
  } finally {
    button.removeAttribute("aria-busy");
  }
}

if (button && article && twin) {
  button.addEventListener("click", () => {
    if (button.hasAttribute("aria-busy")) return;
    const both = button.getAttribute("aria-pressed") !== "true";
    keep(both);
    set(both);
  });
  // The other two places of the switch: one language alone.
  for (const link of document.querySelectorAll(".languages a")) {
    link.addEventListener("click", (event) => {
      keep(false);
      if (link !== twin && button.getAttribute("aria-pressed") === "true") {
        event.preventDefault();
        set(false);
      }
    });
  }
  let kept = null;
  try {
    kept = localStorage.getItem(KEPT);
  } catch {
    // Nothing was kept.
  }
  if (kept === "both") set(true);
}

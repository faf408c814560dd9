// Pairs the blocks of a page with those of its twin: by the heading's id, then by order under that heading.

const HEADING = /^H[1-6]$/;
const NOTICE = "parity-notice";
// Printed once: both pages list the same references, and the hidden definitions belong to each page alone.
const ONCE = ".atlas-bibliography, .term-definitions, .definitions, script, template";
// Generated parts that hold pieces with an id of their own, which are paired one by one.
const PIECES = ".atlas-claims, .atlas-claim, .atlas-disputes, .atlas-header";

/** Return the article's blocks in reading order, each with the heading it stands under and its kind. */
export function blocksOf(article) {
  const found = [];
  let section = "";
  const visit = (element) => {
    if (element.matches(ONCE) || element.classList.contains(NOTICE)) return;
    if (element.matches(PIECES)) return [...element.children].forEach(visit);
    const isHeading = HEADING.test(element.tagName);
    if (isHeading && element.tagName !== "H1" && element.id) section = element.id;
    if (element.tagName === "H1" || element.matches(".kicker, .other-name")) return; // The header names both.
    found.push({ element, section, isHeading });
  };
  [...article.children].forEach(visit);
  return found;
}

/** Return the key under which a block is looked for on the other page. */
function keys(blocks) {
  const counts = new Map();
  return blocks.map(({ element, section, isHeading }) => {
    if (isHeading) return `${section}#`;
    if (/^(claim|dispute)-/.test(element.id)) return element.id;
    const place = `${section}/${element.tagName}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
    return `${place}/${counts.get(place)}`;
  });
}

/** Return each of the page's blocks with its counterpart (or null), and how many of the twin's found no place. */
export function align(ours, theirs) {
  const byKey = new Map(keys(theirs).map((key, index) => [key, theirs[index].element]));
  const pairs = keys(ours).map((key, index) => {
    const counterpart = byKey.get(key) ?? null;
    byKey.delete(key);
    return { element: ours[index].element, isHeading: ours[index].isHeading, counterpart };
  });
  return { pairs, left: [...byKey.values()] };
}

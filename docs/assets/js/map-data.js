// Reads names and relations off the page: its columns and tables are the only data of the map.

/** Return every node by its slug, in the order of the columns; each name becomes a button. */
export function readNodes(map) {
  const nodes = new Map();
  for (const item of map.querySelectorAll("[data-node]")) {
    const shown = item.firstElementChild;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = shown.textContent;
    shown.replaceWith(button);
    nodes.set(item.dataset.node, {
      slug: item.dataset.node,
      item,
      button,
      band: item.closest("[data-band]"),
      layer: item.closest("[data-layer]"),
      name: shown.textContent,
      page: shown.href,
    });
  }
  return nodes;
}

/** Return every relation, with its row. */
export function readRelations(tables) {
  return [...tables.querySelectorAll("[data-to]")].map((row) => {
    const [by, object, strength] = row.children;
    return {
      row,
      from: row.closest("[data-from]").dataset.from,
      to: row.dataset.to,
      by: row.dataset.by,
      label: by.firstChild.textContent.trim(),
      guideline: object.querySelector("cite")?.textContent,
      level: strength.dataset.level,
      strength: strength.firstChild.textContent.trim(),
      contested: strength.querySelector("b")?.textContent,
      kind: row.className,
    };
  });
}

/** Return the other end of a relation. */
export const farEnd = (relation, slug) => (relation.from === slug ? relation.to : relation.from);

/** Return in a few words how strong a relation is; nothing if nobody rated or doubted it. */
export function strengthOf({ guideline, level, strength, contested }, words) {
  const rated = level === "unrated" ? "" : words.levels[level];
  const said = guideline ? fill(words.recommends, guideline, strength) : rated;
  return contested ? (said ? fill(words.also, said, contested) : contested) : said;
}

/** Group relations by a key. */
export function groupBy(relations, keyOf) {
  const groups = new Map();
  for (const each of relations) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

/** Put values in the places of a text. */
export const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, index) => values[index]);

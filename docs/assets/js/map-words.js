// Reads the map off the page, whose columns and tables are its only data, and says in sentences what is in focus.

/** Return every node by its slug, in the order of the columns; each name becomes a button. */
export function readNodes(map) {
  const nodes = new Map();
  for (const item of map.querySelectorAll("[data-node]")) {
    const shown = item.firstElementChild;
    const button = makeButton(shown.textContent);
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

function makeButton(name) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = name;
  return button;
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

/** Leave one name in the order of the tab key, as in a toolbar. */
export function makeOnlyStop(nodes, stop) {
  for (const { button } of nodes.values()) button.tabIndex = button === stop?.button ? 0 : -1;
}

/** Put values in the places of a text. */
export const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, index) => values[index]);

/** Fill the panel: the node's name, leading to its page, and a sentence for each kind of relation. */
export function fillPanel(panel, node, relations, nodes, words) {
  panel.hidden = !node;
  if (!node) return;
  const title = document.createElement("a");
  if (node.page) title.href = node.page;
  title.textContent = node.name;
  panel.querySelector("h3").replaceChildren(title);
  // Relations that read the same from both ends make one sentence.
  const said = new Map();
  for (const [by, [, out, back]] of Object.entries(words.says)) {
    for (const text of new Set([out, back])) {
      const own = relations.filter((each) => each.by === by && (each.from === node.slug ? out : back) === text);
      for (const [refuted, some] of groupBy(own, isRefuted)) said.set(refuted ? fill(words.refuted, text) : text, some);
    }
  }
  panel.querySelector("ul").replaceChildren(...[...said].map(([text, own]) => sentence(text, node, own, nodes, words)));
}

/** Tell whether the evidence speaks against what a relation says; some say themselves that it does. */
const isRefuted = ({ by, level }) => level === "m0" && !["not_via", "ineffective_for"].includes(by);

function sentence(text, node, relations, nodes, words) {
  const others = groupBy(relations, (each) => farEnd(each, node.slug));
  const names = [...others].map(([slug, own]) => named(nodes.get(slug), own, words));
  const list = new Intl.ListFormat(document.documentElement.lang).formatToParts(names.map((_, index) => `${index}`));
  const [before, after] = text.split("{}");
  const item = document.createElement("li");
  item.append(before, ...list.map(({ type, value }) => (type === "element" ? names[value] : value)), after);
  return item;
}

function named(node, relations, words) {
  const both = document.createDocumentFragment();
  const button = makeButton(node.name);
  button.dataset.goto = node.slug;
  both.append(button);
  const strengths = [...new Set(relations.map((each) => strengthOf(each, words)))].filter(Boolean);
  if (strengths.length) {
    const strength = document.createElement("span");
    strength.textContent = fill(words.named, "", strengths.reduce((all, each) => fill(words.also, all, each)));
    strength.classList.toggle("doubted", relations.some((each) => each.contested));
    both.append(strength);
  }
  return both;
}

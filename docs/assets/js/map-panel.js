// Says in sentences what a name in focus is to its neighbors.
import { farEnd, fill, groupBy, strengthOf } from "./map-data.js";

/** Fill the panel: the node's name, leading to its page, and a sentence for each kind of relation. */
export function fillPanel(panel, node, relations, nodes, words) {
  panel.hidden = !node;
  if (!node) return;
  const title = document.createElement(node.page ? "a" : "span");
  if (node.page) title.href = node.page;
  title.textContent = node.name;
  panel.querySelector("h3").replaceChildren(title);
  // Relations that read the same from both ends make one sentence.
  const said = new Map();
  for (const [by, [, out, back]] of Object.entries(words.says)) {
    for (const text of new Set([out, back])) {
      const own = relations.filter((each) => each.by === by && (each.from === node.slug ? out : back) === text);
      if (own.length) said.set(text, own);
    }
  }
  panel.querySelector("ul").replaceChildren(...[...said].map(([text, own]) => sentence(text, node, own, nodes, words)));
}

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
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.goto = node.slug;
  button.textContent = node.name;
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

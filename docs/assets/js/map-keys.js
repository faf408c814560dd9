// Lets the arrow keys walk the map: up and down a column, left and right along a line where there is one.
import { farEnd } from "./map-data.js";

const STEPS = { ArrowUp: -1, ArrowDown: 1 };
const SIDES = { ArrowLeft: -1, ArrowRight: 1 };

/** Walk with the keys; `shown` returns the relations shown now. */
export function walkWithKeys(map, nodes, shown) {
  const nodeAt = (target) => nodes.get(target.closest("[data-node]")?.dataset.node);
  const inColumn = (layer) => [...nodes.values()].filter((node) => node.layer === layer && !node.item.hidden);

  map.addEventListener("focusin", ({ target }) => nodeAt(target) && makeOnlyStop(nodes, nodeAt(target)));
  map.addEventListener("keydown", (event) => {
    const node = nodeAt(event.target);
    const next = node && !event.altKey && !event.ctrlKey && !event.metaKey && nextNode(event.key, node);
    if (!next) return;
    event.preventDefault();
    next.button.focus();
  });

  function nextNode(key, node) {
    const column = inColumn(node.layer);
    if (key === "Home") return column[0];
    if (key === "End") return column.at(-1);
    if (key in STEPS) return column[column.indexOf(node) + STEPS[key]];
    return key in SIDES && acrossFrom(node, SIDES[key]);
  }

  function acrossFrom(node, side) {
    const own = shown().filter(({ from, to }) => from === node.slug || to === node.slug);
    const tied = new Set(own.map((each) => farEnd(each, node.slug)));
    const layers = [...map.querySelectorAll("[data-layer]")];
    const beyond = side > 0 ? layers.slice(layers.indexOf(node.layer) + 1) : layers.slice(0, layers.indexOf(node.layer)).reverse();
    const columns = beyond.map(inColumn).filter((column) => column.length);
    const along = columns.map((column) => column.filter((each) => tied.has(each.slug))).find((column) => column.length);
    return nearest(along ?? columns[0] ?? [], node);
  }
}

const heightOf = ({ button }) => button.getBoundingClientRect().top;

function nearest(column, node) {
  const distance = (each) => Math.abs(heightOf(each) - heightOf(node));
  return [...column].sort((one, other) => distance(one) - distance(other))[0];
}

/** Leave one name in the order of the tab key, as in a toolbar. */
export function makeOnlyStop(nodes, stop) {
  for (const { button } of nodes.values()) button.tabIndex = button === stop?.button ? 0 : -1;
}

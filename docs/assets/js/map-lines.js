// Draws lines between the names that are shown, and finds where the arrow keys lead along them. Loaded when first needed.
import { farEnd, groupBy } from "./map-words.js";

const SVG = "http://www.w3.org/2000/svg";
const WEIGHTS = { m4: 4, high: 4, m3: 3, moderate: 3, m2: 2, low: 2 };
// How far apart lines run that would else lie upon each other, and how far all of them reach.
const APART = 4;
const REACH = 16;

const STEPS = { ArrowUp: -1, ArrowDown: 1 };
// Farther than any column is long.
const FAR = 1e6;
const SIDES = { ArrowLeft: -1, ArrowRight: 1 };

/** Draw relations between nodes; an empty list clears the picture. */
export function draw(picture, map, nodes, relations) {
  picture.replaceChildren();
  if (!relations.length) return;
  const frame = map.getBoundingClientRect();
  picture.setAttribute("viewBox", `0 0 ${frame.width} ${frame.height}`);
  const columns = [...map.querySelectorAll("[data-layer]")];
  const middle = gapsOf(columns[1], frame);
  const places = new Map();
  for (const { slug, button, layer } of nodes.values()) {
    const { left, right, top, height } = button.getBoundingClientRect();
    const column = columns.indexOf(layer);
    places.set(slug, { column, left: left - frame.left, right: right - frame.left, y: top + height / 2 - frame.top });
  }
  const pairs = groupBy(relations, ({ from, to }) => [from, to].sort().join());
  for (const pair of pairs.values()) {
    // Several guidelines that say the same of the same are one line.
    const beside = [...groupBy(pair, ({ from, by, kind }) => [from, by, kind].join()).values()];
    for (const [index, [{ from, to, kind, level }]] of beside.entries()) {
      const shift = (index - (beside.length - 1) / 2) * Math.min(APART, REACH / beside.length);
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("class", `${kind} w${WEIGHTS[level] ?? 1}`);
      path.setAttribute("d", line(moved(places.get(from), shift), moved(places.get(to), shift), middle, shift));
      picture.append(path);
    }
  }
}

const moved = (place, shift) => ({ ...place, y: place.y + shift });

/** Return a column's sides, and the heights of the gaps between its bands. */
function gapsOf(column, frame) {
  const boxes = [...column.querySelectorAll("[data-band]:not([hidden])")].map((band) => band.getBoundingClientRect());
  const gaps = boxes.map(({ top }, index) => ((boxes[index - 1]?.bottom ?? top - 14) + top) / 2 - frame.top);
  const { left, right } = column.getBoundingClientRect();
  return { left: left - frame.left, right: right - frame.left, gaps };
}

function line(one, other, middle, shift) {
  const [a, b] = one.column <= other.column ? [one, other] : [other, one];
  if (a.column === b.column) {
    const [side, x] = a.column === 2 ? [-1, a.left] : [1, a.right];
    const bow = x + side * (18 + Math.min(60, Math.abs(a.y - b.y) / 6));
    return `M${x} ${a.y}C${bow} ${a.y} ${bow} ${b.y} ${x} ${b.y}`;
  }
  if (b.column - a.column === 1 || !middle.gaps.length) return curve(a.right, a.y, b.left, b.y);
  // Past the column between, in the gap between two of its bands: behind names it would seem to end at them.
  const detour = (y) => Math.abs(a.y - y) + Math.abs(b.y - y);
  const gap = middle.gaps.reduce((best, y) => (detour(y) < detour(best) ? y : best)) + shift;
  return `${curve(a.right, a.y, middle.left, gap)}H${middle.right}${curve(middle.right, gap, b.left, b.y)}`;
}

function curve(x1, y1, x2, y2) {
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

/** Return the name that a key leads to, if there is one; `shown` are the relations shown now. */
export function nextNode(key, node, map, nodes, shown) {
  const column = [...nodes.values()].filter((each) => each.layer === node.layer && !each.item.hidden);
  if (key === "Home") return column[0];
  if (key === "End") return column.at(-1);
  if (key in STEPS) return column[column.indexOf(node) + STEPS[key]];
  return acrossFrom(node, SIDES[key], map, nodes, shown);
}

/** Return the nearest name on that side: along a line if there is one, else the next. */
function acrossFrom(node, side, map, nodes, shown) {
  const tied = new Set(shown.flatMap((each) => ([each.from, each.to].includes(node.slug) ? farEnd(each, node.slug) : [])));
  const layers = [...map.querySelectorAll("[data-layer]")];
  const columnsTo = ({ layer }) => (layers.indexOf(layer) - layers.indexOf(node.layer)) * side;
  const heightOf = ({ button }) => button.getBoundingClientRect().top;
  const distance = (each) => columnsTo(each) * FAR + Math.abs(heightOf(each) - heightOf(node));
  const beyond = [...nodes.values()].filter((each) => !each.item.hidden && columnsTo(each) > 0);
  const along = beyond.filter(({ slug }) => tied.has(slug));
  return (along.length ? along : beyond).sort((one, other) => distance(one) - distance(other))[0];
}

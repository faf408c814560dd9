// Draws lines between the names that are shown, where they stand now.
const SVG = "http://www.w3.org/2000/svg";
const WEIGHTS = { m4: 4, high: 4, m3: 3, moderate: 3, m2: 2, low: 2 };

/** Make the picture that lines are drawn into. */
export function makePicture(map) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("class", "live");
  picture.setAttribute("aria-hidden", "true");
  map.prepend(picture);
  return picture;
}

/** Draw relations between nodes; an empty list clears the picture. */
export function draw(picture, map, nodes, relations) {
  picture.replaceChildren();
  if (!relations.length) return;
  const frame = map.getBoundingClientRect();
  picture.setAttribute("viewBox", `0 0 ${frame.width} ${frame.height}`);
  const columns = [...map.querySelectorAll("[data-layer]")];
  const lanes = lanesOf(columns[1], frame);
  const place = ({ button, layer }) => {
    const box = button.getBoundingClientRect();
    const column = columns.indexOf(layer);
    return { column, left: box.left - frame.left, right: box.right - frame.left, y: box.top + box.height / 2 - frame.top };
  };
  for (const { from, to, kind, level } of relations) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", `${kind} w${WEIGHTS[level] ?? 1}`);
    path.setAttribute("d", line(place(nodes.get(from)), place(nodes.get(to)), lanes, columns[1], frame));
    picture.append(path);
  }
}

/** Return the heights of the gaps between the bands of a column. */
function lanesOf(column, frame) {
  const boxes = [...column.querySelectorAll("[data-band]:not([hidden])")].map((band) => band.getBoundingClientRect());
  const gaps = boxes.slice(1).map((box, index) => (boxes[index].bottom + box.top) / 2 - frame.top);
  return gaps.length ? gaps : [frame.height - 2];
}

function line(one, other, lanes, column, frame) {
  const [a, b] = one.column <= other.column ? [one, other] : [other, one];
  if (a.column === b.column) {
    const side = a.column === 2 ? -1 : 1;
    const x = side < 0 ? a.left : a.right;
    const bow = x + side * (18 + Math.min(60, Math.abs(a.y - b.y) / 6));
    return `M${x} ${a.y}C${bow} ${a.y} ${bow} ${b.y} ${x} ${b.y}`;
  }
  if (b.column - a.column === 1) return curve(a.right, a.y, b.left, b.y);
  // Past the column between, in the gap between two of its bands: behind names it would seem to end at them.
  const lane = lanes.reduce((best, y) => (detour(y, a, b) < detour(best, a, b) ? y : best));
  const box = column.getBoundingClientRect();
  const [left, right] = [box.left - frame.left, box.right - frame.left];
  return `${curve(a.right, a.y, left, lane)}H${right}${curve(right, lane, b.left, b.y)}`;
}

const detour = (y, a, b) => Math.abs(a.y - y) + Math.abs(b.y - y);

function curve(x1, y1, x2, y2) {
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

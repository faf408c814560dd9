// Puts a floating piece beside the text that it belongs to, inside the window.
const GAP = 8;
const MARGIN = 12;

/** Place `card` below `anchor`, or above it where there is more room. */
export function placeBeside(card, anchor) {
  const box = anchor.getBoundingClientRect();
  const width = card.offsetWidth;
  const height = card.offsetHeight;
  const below = innerHeight - box.bottom;
  const under = below >= height + GAP + MARGIN || below >= box.top;
  const top = Math.max(MARGIN, under ? box.bottom + GAP : box.top - height - GAP);
  const left = Math.min(Math.max(MARGIN, box.left - 24), document.documentElement.clientWidth - width - MARGIN);
  const style = card.style;
  style.top = `${Math.round(top)}px`;
  style.left = `${Math.round(left)}px`;
}

// The map of relations: a name in focus, filters, and both in the address, so that a view can be sent to others.
// Without this script the whole drawing stands there with links, above tables that say the same.
import { farEnd, fill, fillPanel, makeOnlyStop, readNodes, readRelations, strengthOf } from "./map-words.js";

const KEYS = ["focus", "family", "predicate", "strength", "disorder"];
const STEPS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"];
// So many rows are opened at once.
const READABLE = 80;

// A phone, which shows no lines, does without.
const lines = () => import("./map-lines.js");
// Between two steps of the beginning the reader may scroll, and the page's first layout is not done twice.
const pause = () => new Promise((go) => setTimeout(go));

const form = document.querySelector(".map-form");
const map = document.querySelector(".map");
const tables = document.querySelector(".map-table");
if (form && map && tables) begin();

async function begin() {
  await pause();
  const words = JSON.parse(form.dataset.words);
  const panel = document.querySelector(".map-panel");
  const still = map.querySelector("svg");
  const live = still.cloneNode();
  still.classList.add("still");
  live.classList.add("live");
  still.after(live);
  const layers = [...map.querySelectorAll("[data-layer]")];
  const nodes = readNodes(map);
  await pause();
  const relations = readRelations(tables);
  await pause();
  const near = new Map([...nodes.keys()].map((slug) => [slug, new Set([slug])]));
  for (const { from, to } of relations) {
    near.get(from).add(to);
    near.get(to).add(from);
  }
  let state = {};
  let shown = relations;
  let pointed = "";

  fillForm();
  await pause();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => go(Object.fromEntries(new FormData(form))));
  form.addEventListener("reset", () => go({}));
  panel.addEventListener("click", ({ target }) => target.dataset.goto && turnTo(target.dataset.goto));
  map.addEventListener("click", ({ target }) => {
    const slug = slugAt(target);
    if (slug) turnTo(slug === state.focus ? "" : slug);
  });
  for (const event of ["pointerover", "focusin"]) map.addEventListener(event, ({ target }) => hint(slugAt(target)));
  map.addEventListener("focusin", ({ target }) => makeOnlyStop(nodes, nodes.get(slugAt(target))));
  map.addEventListener("focusin", lines, { once: true });
  map.addEventListener("keydown", walk);
  for (const event of ["pointerleave", "focusout"]) map.addEventListener(event, () => hint());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.focus && !document.querySelector("dialog[open]")) turnTo("");
  });
  addEventListener("popstate", () => show(read()));
  new ResizeObserver(redraw).observe(map);
  show(read());

  function slugAt(element) {
    return element.closest("[data-node]")?.dataset.node;
  }

  /** Walk with the keys; one that is pressed before the lines have come is not lost. */
  async function walk(event) {
    const node = nodes.get(slugAt(event.target));
    if (!node || !STEPS.includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const { nextNode } = await lines();
    nextNode(event.key, node, map, nodes, shown)?.button.focus();
  }

  /** Put a name in focus, or none, and keep the keyboard with it. */
  function turnTo(slug) {
    const { button } = nodes.get(slug || state.focus);
    go({ ...state, focus: slug });
    const stop = map.checkVisibility() ? button : form.elements.focus;
    stop.focus({ preventScroll: true });
    const { top, bottom } = stop.getBoundingClientRect();
    if (top < 80 || bottom > innerHeight) (slug ? form : stop).scrollIntoView({ block: slug ? "start" : "center" });
  }

  function go(next) {
    const address = new URL(location);
    for (const key of KEYS) {
      if (next[key]) address.searchParams.set(key, next[key]);
      else address.searchParams.delete(key);
    }
    if (address.search !== location.search) history.pushState(null, "", address);
    show(read());
  }

  /** Return what the address asks for, without what the map does not know. */
  function read() {
    const asked = new URLSearchParams(location.search);
    const known = (key) => [...form.elements[key].options].some(({ value }) => value && value === asked.get(key));
    return Object.fromEntries(KEYS.filter(known).map((key) => [key, asked.get(key)]));
  }

  function fits({ from, to, by, level }) {
    const { focus, family, predicate, strength, disorder } = state;
    const ends = [nodes.get(from), nodes.get(to)];
    const isEnd = (slug) => from === slug || to === slug;
    // Of a condition also what joins the mechanisms and therapies that are tied to it.
    const around = ({ slug, layer }) => near.get(disorder).has(slug) && layer.dataset.layer !== "conditions";
    return (
      (!focus || isEnd(focus)) &&
      (!family || ends.some(({ band }) => band.dataset.band === family)) &&
      (!predicate || by === predicate) &&
      (!strength || level === strength) &&
      (!disorder || isEnd(disorder) || ends.every(around))
    );
  }

  function show(next) {
    state = next;
    shown = relations.filter(fits);
    const focus = nodes.get(state.focus);
    showNodes(focus);
    showRows();
    for (const key of KEYS) {
      form.elements[key].value = state[key] ?? "";
      form.elements[key].classList.toggle("chosen", key in state);
    }
    form.querySelector("button").hidden = !Object.keys(state).length;
    form.querySelector("[role=status]").textContent = summary(focus);
    fillPanel(panel, focus, shown, nodes, words);
    still.toggleAttribute("hidden", isPart());
    pointed = "";
    still.classList.remove("faded");
    redraw();
  }

  function isPart() {
    return shown.length < relations.length;
  }

  function showNodes(focus) {
    const ends = new Set(shown.flatMap(({ from, to }) => [from, to]));
    for (const node of nodes.values()) {
      node.item.hidden = node !== focus && !ends.has(node.slug);
      node.button.setAttribute("aria-pressed", String(node === focus));
      const own = focus && node !== focus ? labels(node, focus) : [];
      // Untouched names need not be laid out again.
      if (own.length || node.button.childElementCount) node.button.replaceChildren(node.name, ...own);
    }
    for (const band of map.querySelectorAll("[data-band]")) band.hidden = !band.querySelector("li:not([hidden])");
    map.toggleAttribute("data-focus", Boolean(focus));
    // What is in focus stands in the middle, so that all its lines lead to the next column.
    const middle = focus?.layer ?? layers[1];
    const [left, right] = layers.filter((layer) => layer !== middle);
    if (left.nextElementSibling !== middle || middle.nextElementSibling !== right) map.append(left, middle, right);
    makeOnlyStop(nodes, focus ?? [...nodes.values()].find(({ item }) => !item.hidden));
  }

  /** Return what a neighbor is to the name in focus. */
  function labels(node, focus) {
    const own = shown.filter((each) => farEnd(each, focus.slug) === node.slug);
    const texts = own.filter((each) => !each.guideline).map((each) => {
      const relation = each.from === focus.slug ? each.label : words.says[each.by][0];
      return [[relation, strengthOf(each, words)].filter(Boolean).join(" · "), each.contested];
    });
    // The sentences below name them; here they would outweigh the evidence.
    const guidelines = own.filter((each) => each.guideline).length;
    if (guidelines) texts.push([fill(words.guidelines, guidelines)]);
    return texts.map(([text, contested]) => {
      const label = document.createElement("small");
      label.textContent = text;
      label.classList.toggle("doubted", Boolean(contested));
      return label;
    });
  }

  function showRows() {
    const kept = new Set(shown);
    for (const relation of relations) relation.row.hidden = !kept.has(relation);
    for (const group of tables.querySelectorAll("details")) {
      const count = group.querySelectorAll("tbody tr:not([hidden])").length;
      group.hidden = !count;
      group.open = isPart() && shown.length <= READABLE;
      group.querySelector("summary span").textContent = count;
    }
  }

  function summary(focus) {
    if (!shown.length) return words.nothing;
    if (focus) return fill(words.focus, focus.name, new Set(shown.map((each) => farEnd(each, focus.slug))).size);
    return isPart() ? fill(words.part, shown.length, relations.length) : fill(words.whole, shown.length);
  }

  /** Draw what is chosen; while the whole map is shown, only the lines of a name that is pointed at. */
  async function redraw() {
    if ((!isPart() && !pointed) || !map.offsetWidth) return live.replaceChildren();
    const { draw } = await lines();
    const own = isPart() ? shown : relations.filter(({ from, to }) => from === pointed || to === pointed);
    draw(live, map, nodes, own);
  }

  function hint(slug) {
    if (isPart() || slug === pointed) return;
    pointed = slug;
    still.classList.toggle("faded", Boolean(slug));
    redraw();
  }

  function fillForm() {
    const { focus, family, predicate, strength, disorder } = form.elements;
    for (const layer of layers) {
      const own = [...nodes.values()].filter((node) => node.layer === layer);
      const names = own.map((node) => [node.slug, node.name]);
      const title = layer.querySelector("h3").textContent;
      offer(focus, names, title);
      offer(family, own.map(({ band }) => [band.dataset.band, band.querySelector("h4").textContent]), title);
      if (layer.dataset.layer === "conditions") offer(disorder, names);
    }
    const labels = new Map(relations.map(({ by, label }) => [by, label]));
    offer(predicate, Object.keys(words.says).map((by) => [by, labels.get(by)]));
    offer(strength, Object.entries(words.levels));
  }
}

/** Add options to a list, under a title if there is one; equal ones once. */
function offer(list, options, title) {
  const group = title ? document.createElement("optgroup") : list;
  for (const [value, text] of new Map(options)) group.append(new Option(text, value));
  if (!title) return;
  group.label = title;
  list.append(group);
}

// Chooses what the comparison shows: which therapies, which points, which condition, in which order. The address keeps
// the choice, so that it can be shared and Back undoes it. Without this script everything is shown.
const SIDE_BY_SIDE = 3; // As many as stand as columns; scripts/atlas/render/comparison.py has the same number.

const forms = [...document.querySelectorAll(".compare-form")];
const table = document.querySelector(".compared");
let collator;

// Between two steps of the beginning the reader may scroll, and the page's first layout is not done twice.
const pause = () => new Promise((go) => setTimeout(go));

const fields = (name) => forms.flatMap((form) => [...form.querySelectorAll(`[name=${name}]`)]);
const checked = (name) => fields(name).filter((box) => box.checked).map((box) => box.value);
const chosen = (name) => fields(name)[0]?.value ?? "";
const nameOf = (row) => row.querySelector("th").firstElementChild?.textContent ?? "";

/** Write the address of what the controls say. */
function addressOf() {
  const address = new URL(location.href);
  const state = {
    show: checked("show"),
    hide: fields("column").filter((box) => !box.checked).map((box) => box.value),
    order: [chosen("order")],
    about: [chosen("about")],
    numbers: [chosen("numbers")],
  };
  for (const [key, values] of Object.entries(state)) {
    const text = values.filter(Boolean).join(".");
    if (text) address.searchParams.set(key, text);
    else address.searchParams.delete(key);
  }
  return address;
}

/** Set the controls as the address says; what it names and the page lacks is passed over. */
function readAddress() {
  const query = new URLSearchParams(location.search);
  const list = (key) => (query.get(key) ?? "").split(".");
  for (const box of fields("show")) box.checked = list("show").includes(box.value);
  for (const box of fields("column")) box.checked = !list("hide").includes(box.value);
  for (const name of ["order", "about", "numbers"]) {
    for (const select of fields(name)) {
      select.value = query.get(name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
  }
}

/** Compare two names as the page's language does; its table is large and read only when it is needed. */
function inAlphabet(a, b) {
  collator ??= new Intl.Collator(document.documentElement.lang);
  return collator.compare(a, b);
}

/** Put the rows of one body in order; those outside `rows` stay where they are. */
function sort(rows, compare) {
  const sorted = [...rows].sort(compare);
  if (sorted.every((row, index) => row === rows[index])) return;
  const places = rows.map((row) => {
    const place = document.createComment("");
    row.before(place);
    return place;
  });
  places.forEach((place, index) => place.replaceWith(sorted[index]));
}

const turns = new Map();
const inTurn = (a, b) => turns.get(a) - turns.get(b);
const byName = (a, b) => inAlphabet(nameOf(a), nameOf(b)) || inTurn(a, b);
const bySize = (a, b) => a.dataset.value - b.dataset.value || inTurn(a, b);

function showTable(picked) {
  const rows = [...table.tBodies[0].rows];
  for (const row of rows) row.hidden = picked.length > 0 && !picked.includes(row.dataset.slug);
  for (const box of fields("column")) {
    for (const cell of table.querySelectorAll(`[data-concern="${box.value}"]`)) cell.hidden = !box.checked;
  }
  sort(rows, chosen("order") ? byName : inTurn);
  const shown = rows.filter((row) => !row.hidden).length;
  if (Number(table.dataset.count) !== shown) table.dataset.count = shown;
  table.classList.toggle("side-by-side", shown <= SIDE_BY_SIDE);
  const status = document.querySelector(".compare-form [role=status]");
  const text = status.closest("form").dataset.shown.replace("{0}", shown).replace("{1}", rows.length);
  if (status.textContent !== text) status.textContent = text;
}

function showNumbers(picked) {
  const about = chosen("about");
  for (const section of document.querySelectorAll(".compared-condition")) {
    for (const body of section.querySelectorAll("tbody")) showBody(body, picked);
    const empty = !section.querySelector("tbody:not([hidden])");
    section.hidden = empty || (about !== "" && section.dataset.condition !== about);
  }
}

function showBody(body, picked) {
  const rows = [...body.querySelectorAll("[data-slug]")];
  for (const row of rows) row.hidden = picked.length > 0 && !picked.includes(row.dataset.slug);
  body.hidden = rows.every((row) => row.hidden);
  for (const series of new Set(rows.map((row) => row.dataset.series).filter(Boolean))) {
    const members = rows.filter((row) => row.dataset.series === series);
    sort(members, chosen("numbers") ? bySize : byName);
  }
}

function show() {
  const picked = checked("show");
  showTable(picked);
  showNumbers(picked);
}

function change() {
  const address = addressOf();
  if (address.href !== location.href) history.pushState(null, "", address);
  show();
}

function update() {
  readAddress();
  show();
}

async function begin() {
  await pause();
  for (const row of document.querySelectorAll("[data-slug]")) turns.set(row, turns.size);
  for (const form of forms) {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", change);
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      history.pushState(null, "", location.pathname);
      update();
    });
  }
  addEventListener("popstate", update);
  readAddress(); // Also undoes what a browser restores in the controls when it goes back.
  await pause();
  showTable(checked("show"));
  await pause();
  showNumbers(checked("show"));
}

if (table) begin();

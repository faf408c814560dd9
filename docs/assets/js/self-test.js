// Adds up the answers of a self-test. They are held by the form alone: nothing is stored, sent or put into the
// address. Without this script the form can be filled in and added up by hand, and the help below its crisis item
// always shows.
const FORMS = "form[data-self-test]";

/** Return a text with `%1`, `%2` filled in. */
const fill = (text, ...values) => text.replace(/%(\d)/g, (_, number) => values[number - 1]);

/** Return the points of each item; null where nothing is chosen. */
function pointsOf(form) {
  return [...form.querySelectorAll("fieldset:not(.unscored)")].map((item) => {
    const chosen = item.querySelector("input:checked");
    return chosen && { value: Number(chosen.value), isCrisis: "crisis" in item.dataset };
  });
}

function bandOf(form, total) {
  const rows = [...form.querySelectorAll(".self-test-bands [data-low]")];
  const row = rows.find(({ dataset }) => total >= Number(dataset.low) && total <= Number(dataset.high));
  return [row.querySelector("td").textContent, row.querySelector("th").textContent];
}

/** Return what is said of a total. A low one is never held against an answer that calls for help. */
function sentences(form, points, inCrisis) {
  const { dataset } = form.querySelector(".self-test-result");
  const total = points.reduce((sum, { value }) => sum + value, 0);
  const isHigh = total >= Number(dataset.cutOff);
  return [
    inCrisis && dataset.crisisFirst,
    fill(dataset.total, total, points.length * 3),
    fill(dataset.band, ...bandOf(form, total)),
    dataset.notDiagnosis,
    isHigh ? dataset.high : !inCrisis && dataset.low,
  ].filter(Boolean);
}

function update(form) {
  const points = pointsOf(form);
  const answered = points.filter(Boolean);
  const inCrisis = answered.some(({ value, isCrisis }) => isCrisis && value > 0);
  const crisis = form.querySelector(".self-test-crisis");
  if (crisis) crisis.hidden = !inCrisis;

  const missing = form.querySelector(".self-test-missing");
  missing.textContent = fill(missing.dataset.text, answered.length, points.length);
  const isWhole = answered.length === points.length;
  missing.hidden = isWhole || answered.length === 0;
  form.querySelector(".self-test-clear").hidden = !form.querySelector("input:checked");
  form.querySelector(".self-test-by-hand").hidden = true;

  const paragraphs = (isWhole ? sentences(form, points, inCrisis) : []).map((text) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    return paragraph;
  });
  form.querySelector(".self-test-result").replaceChildren(...paragraphs);
}

// The forms of the other language come and go with the reading mode, so the page listens, not each form.
for (const event of ["change", "reset"]) {
  document.addEventListener(event, ({ target }) => {
    const form = target.closest(FORMS);
    // A form is cleared after its event.
    if (form) setTimeout(update, 0, form);
  });
}
document.addEventListener("submit", (event) => {
  if (event.target.matches(FORMS)) event.preventDefault();
});
// Browsers keep what was chosen when they go back; a page that was left shall not.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll(FORMS)) {
    form.reset();
    update(form);
  }
});

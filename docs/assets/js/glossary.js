// Filters the glossary as the reader types: every word typed must occur in a term, its other names or its pinyin.
// Without this script the whole list stands there, under its letters.
const form = document.querySelector(".glossary-filter");

if (form) {
  const input = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  let letters;

  const filter = () => {
    letters ??= readLetters();
    const words = input.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { section, entries } of letters) {
      let here = 0;
      for (const { entry, text } of entries) {
        entry.hidden = !words.every((word) => text.includes(word));
        if (!entry.hidden) here += 1;
      }
      section.hidden = here === 0;
      shown += here;
    }
    const { shown: count, none } = status.dataset;
    status.textContent = words.length === 0 ? "" : shown ? count.replace("{0}", shown) : none;
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", filter);
  if (input.value) filter(); // Browsers keep what was typed when they go back.
}

function readLetters() {
  return [...document.querySelectorAll(".glossary-letter")].map((section) => ({
    section,
    entries: [...section.querySelectorAll("[data-find]")].map((entry) => ({
      entry,
      text: `${entry.textContent} ${entry.dataset.find}`.normalize("NFKC").toLowerCase(),
    })),
  }));
}

// Brings the findings of the page's references, which travel apart so that the page itself stays light.
// Without this script an entry leads to its reference page, where the finding stands.
const list = document.querySelector(".bibliography[data-findings]");
let asked = null;

/** Complete the entries of the bibliography; a failure is forgotten, so that the next card asks again. */
export function completeEntries() {
  asked ??= load().catch(() => { asked = null; });
  return asked;
}

async function load() {
  if (!list) return;
  const reply = await fetch(list.dataset.findings);
  for (const [id, finding] of Object.entries(await reply.json())) {
    document.getElementById(id)?.querySelector(".finding")?.append(finding);
  }
}

if (list) {
  // Well before the list comes into view, so that nothing moves under the reader's eyes.
  const watch = new IntersectionObserver(([entry]) => {
    if (entry.isIntersecting) completeEntries().then(() => watch.disconnect());
  }, { rootMargin: "150% 0px" });
  watch.observe(list);
}

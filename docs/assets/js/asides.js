// Brings what the page's cards show, which travels apart so that the page itself stays light: design, finding and
// PubMed link of its references and the definitions of its terms. Without this script all are a link away.
const list = document.querySelector(".bibliography");
let asked = null;

/** Complete the page; a failure is forgotten, so that the next card asks again. */
export function completeAsides() {
  asked ??= load().catch(() => { asked = null; });
  return asked;
}

async function load() {
  const { findings, links, definitions } = await (await fetch("asides.json")).json();
  const put = (texts, part) => {
    for (const [id, html] of Object.entries(texts)) {
      document.getElementById(id)?.querySelector(part)?.insertAdjacentHTML("afterbegin", html);
    }
  };
  put(findings, ".finding");
  put(links, ".ref-links");
  const hidden = document.createElement("div");
  hidden.className = "term-definitions";
  hidden.hidden = true;
  hidden.innerHTML = definitions;
  document.querySelector("main").append(hidden);
  for (const term of document.querySelectorAll("a.term")) term.setAttribute("aria-describedby", `def-${term.hash.slice(1)}`);
}

if (list?.querySelector(".finding")) {
  // Well before the list comes into view, so that nothing moves under the reader's eyes.
  const watch = new IntersectionObserver(([entry]) => {
    if (entry.isIntersecting) completeAsides().then(() => watch.disconnect());
  }, { rootMargin: "150% 0px" });
  // The block, since what is in it is not laid out before it comes near.
  watch.observe(list.parentElement);
}
// Who walks by keyboard or hears the page read meets a term's description only after this. Only links count: whoever
// fills in a questionnaire causes no request at all.
document.addEventListener("focusin", (event) => {
  if (event.target.closest("a") && document.querySelector("a.term")) completeAsides();
});
// Paper shows the whole list.
addEventListener("beforeprint", completeAsides);

// Opens the search dialog by its button, by / and by Ctrl or Command and K; all else is loaded only then.
const button = document.querySelector(".search-button");
const REOPEN = "search-open";

async function open() {
  const { openSearch } = await import("./search-dialog.js");
  openSearch();
}

if (button) {
  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const combined = event.key?.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
    const writing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
    const slash = event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!combined && !slash) return;
    event.preventDefault();
    open();
  });
  try {
    // The dialog was open when the reader changed the language.
    if (sessionStorage.getItem(REOPEN)) {
      sessionStorage.removeItem(REOPEN);
      open();
    }
  } catch {
    // Without storage the dialog stays closed.
  }
}

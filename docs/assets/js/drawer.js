// Closes the drawer by Escape, by a tap beside it and by following one of its links; opening needs no script.
const toggle = document.querySelector(".menu-toggle");
const drawer = document.querySelector(".drawer");

// The class is for browsers that do not know :has().
const show = () => document.documentElement.classList.toggle("menu-open", toggle.checked);

function close() {
  toggle.checked = false;
  show();
}

if (toggle && drawer) {
  toggle.addEventListener("change", show);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    close();
    toggle.focus();
  });
  document.addEventListener("click", (event) => {
    if (!toggle.checked) return;
    const outside = !event.target.closest(".drawer, .site-header");
    if (outside || event.target.closest(".drawer a")) close();
  });
}

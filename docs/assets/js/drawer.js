// Closes the drawer by Escape, by a tap beside it and by following one of its links; opening needs no script.
const toggle = document.querySelector(".menu-toggle");
const drawer = document.querySelector(".drawer");

if (toggle && drawer) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    toggle.checked = false;
    toggle.focus();
  });
  document.addEventListener("click", (event) => {
    if (!toggle.checked) return;
    const outside = !event.target.closest(".drawer, .site-header, .menu-toggle");
    if (outside || event.target.closest(".drawer a")) toggle.checked = false;
  });
}

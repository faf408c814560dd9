// Switches between light and dark; the choice is kept unless it is what the system asks for anyway.
const root = document.documentElement;
const button = document.querySelector(".scheme-button");
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : systemIsDark.matches);

function show() {
  button.setAttribute("aria-pressed", String(isDark()));
}

function toggle() {
  const dark = !isDark();
  if (dark === systemIsDark.matches) delete root.dataset.scheme;
  else root.dataset.scheme = dark ? "dark" : "light";
  try {
    if (root.dataset.scheme) localStorage.setItem("scheme", root.dataset.scheme);
    else localStorage.removeItem("scheme");
  } catch {
    // The choice then lasts for this page only.
  }
  show();
}

if (button) {
  button.addEventListener("click", toggle);
  systemIsDark.addEventListener("change", show);
  show();
}

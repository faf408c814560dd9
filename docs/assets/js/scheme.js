// Runs before the first paint, so that a chosen scheme never flashes the other one and nothing moves.
document.documentElement.dataset.script = "";
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage may be forbidden; the system's wish then decides.
}

// What must stand before the page is first drawn: the light or dark that the reader chose. No module, which would wait.

(() => {
  try {
    const chosen = localStorage.getItem("theme"); // theme.js keeps it
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  } catch {
    // A browser may forbid to keep anything.
  }
})();

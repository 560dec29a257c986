// The switch between light and dark; without it the reader's system decides.

const KEY = "theme";

export function switchTheme() {
  const button = document.querySelector("[data-theme-switch]");
  if (!button) return;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = recall();
  if (chosen) document.documentElement.dataset.theme = chosen;
  const dark = () => (document.documentElement.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  const show = () => button.setAttribute("aria-pressed", String(dark()));
  button.hidden = false;
  button.addEventListener("click", () => {
    const next = dark() ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    remember(next);
    show();
  });
  system.addEventListener("change", show);
  show();
}

function recall() {
  try {
    const found = localStorage.getItem(KEY);
    return found === "light" || found === "dark" ? found : null;
  } catch {
    return null; // A browser may forbid to keep anything.
  }
}

function remember(value) {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // Then it holds for this page.
  }
}

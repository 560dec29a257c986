// The view of the text that a reader chose is kept for the next telegram.

const KEY = "view";

export function rememberView() {
  const choices = [...document.querySelectorAll('input[name="view"]')];
  if (!choices.length) return;
  try {
    const kept = choices.find((choice) => choice.value === localStorage.getItem(KEY));
    if (kept) kept.checked = true;
    for (const choice of choices) {
      choice.addEventListener("change", () => localStorage.setItem(KEY, choice.value));
    }
  } catch {
    // A browser may forbid to keep anything; the switch works without.
  }
}

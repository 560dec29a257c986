// Buttons that copy the text of the element which their data-copy names.

export function copyText() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    if (!source) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source.innerText.trim());
      const words = button.textContent;
      button.textContent = button.dataset.done;
      setTimeout(() => (button.textContent = words), 1600);
    });
  }
}

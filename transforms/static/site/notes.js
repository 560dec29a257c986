// On a wide screen each note stands beside its marker, pushed down only as far as the note above it needs.

const GAP = 10;

export function alignNotes() {
  const list = document.querySelector(".with-notes .notes");
  if (!list) return;
  const column = list.closest(".footnotes");
  const text = document.querySelector(".with-notes .reading-text");
  const wide = matchMedia("(min-width: 64rem)");
  const align = () => {
    const beside = wide.matches;
    column.classList.toggle("aligned", beside);
    for (const note of list.children) note.style.removeProperty("top");
    column.style.removeProperty("min-height");
    if (!beside) return;
    const start = list.getBoundingClientRect().top;
    let free = 0;
    for (const note of list.children) {
      const marker = document.getElementById(`marker--${note.id}`) ?? document.querySelector(`a[href="#${CSS.escape(note.id)}"]`);
      const box = marker?.getBoundingClientRect();
      const wanted = box?.height ? box.top - start : free;
      const top = Math.max(wanted, free);
      note.style.top = `${top}px`;
      free = top + note.getBoundingClientRect().height + GAP;
    }
    column.style.minHeight = `${free + (start - column.getBoundingClientRect().top)}px`;
  };
  wide.addEventListener("change", align);
  new ResizeObserver(align).observe(text);
  align();
}

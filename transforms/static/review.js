// Steps through what to look at, and ties each field to its words in the source. The page reads without it.
(() => {
  "use strict";
  const issues = [...document.querySelectorAll(".issue")];
  const stepper = document.querySelector(".stepper");
  const status = stepper.querySelector("p");
  let at = -1;

  const clear = () => document.querySelectorAll(".lit, .here").forEach((one) => one.classList.remove("lit", "here"));

  const light = (key) => {
    clear();
    const served = document.querySelectorAll(`[data-serves~="${CSS.escape(key)}"]`);
    served.forEach((one) => one.classList.add("lit"));
    const row = document.querySelector(`[data-field="${CSS.escape(key)}"]`);
    if (row) {
      row.classList.add("here");
      row.scrollIntoView({ block: "nearest" });
    }
    const target = served[0] || document.getElementById(key);
    if (target) target.scrollIntoView({ block: "center" });
  };

  const arrive = () => {
    const key = decodeURIComponent(location.hash.slice(1));
    if (key) light(key);
  };

  const step = (by) => {
    if (!issues.length) return;
    at = Math.min(Math.max(at + by, 0), issues.length - 1);
    const link = issues[at].querySelector("a");
    if (link && location.hash !== link.hash) location.hash = link.hash;
    else if (link) arrive();
    clear();
    if (link) light(decodeURIComponent(link.hash.slice(1)));
    else issues[at].scrollIntoView({ block: "center" });
    issues[at].classList.add("here");
    status.textContent = `${at + 1} of ${issues.length}: ${issues[at].innerText.replace(/\s+/g, " ").trim()}`;
  };

  addEventListener("hashchange", arrive);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea")) return;
    if (event.key === "j" || event.key === "n") step(1);
    else if (event.key === "k" || event.key === "p") step(-1);
    else if (event.key === "Escape") clear();
    else if (event.key === "g") document.getElementById("issues").focus();
    else return;
    event.preventDefault();
  });
  stepper.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) step(Number(button.dataset.step));
  });
  document.addEventListener("click", (event) => {
    const issue = event.target.closest(".issue");
    if (issue) at = issues.indexOf(issue);
    const segment = event.target.closest("[data-serves]");
    if (segment) light(segment.dataset.serves.split(" ").pop());
  });
  stepper.hidden = !issues.length;
  status.textContent = issues.length ? `${issues.length} to look at` : "";
  arrive();
})();

// Loads the page anew when its site was built anew, and shows what is wrong when that did not work.
const shown = Number(new URL(import.meta.url).search.slice(1) || 0);
const source = new EventSource("/_tei/events");

function element(name, text, parent) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (parent) parent.append(made);
  return made;
}

function show(news) {
  document.querySelector(".tei-news")?.remove();
  if (!news.findings.length) return;
  const box = element("aside");
  box.className = "tei-news";
  box.lang = "en";
  box.setAttribute("role", "alert");
  const count = news.findings.length + news.more;
  const words = `${count} ${count === 1 ? "error" : "errors"}`;
  element("h2", news.kept ? `${words}: you see the last good version` : `${words} in this version`, box);
  const list = element("ul", "", box);
  for (const finding of news.findings) {
    const item = element("li", "", list);
    element("p", `${finding.place} ${finding.code}`, item).className = "tei-news-place";
    element("p", finding.message, item);
    if (finding.frame) element("pre", finding.frame, item).tabIndex = 0;
    if (finding.hint) element("p", finding.hint, item).className = "tei-news-hint";
  }
  if (news.more) element("p", `and ${news.more} more`, box);
  const close = element("button", "Close", box);
  close.type = "button";
  close.addEventListener("click", () => box.remove());
  document.body.append(box);
}

source.addEventListener("message", (event) => {
  const news = JSON.parse(event.data);
  if (news.shown !== shown) location.reload();
  else show(news);
});
addEventListener("pagehide", () => source.close());
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

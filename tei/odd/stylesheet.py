"""The look of the guide: one style sheet, written into the page, so that the page needs nothing else."""

from typing import Final

STYLESHEET: Final = """
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --line: #d5d9de; --paper: #ffffff; --tint: #f5f6f8;
  --link: #1a5a96; --accent: #7a3b12; --serif: Georgia, "Iowan Old Style", "Times New Roman", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
@media (prefers-color-scheme: dark) { :root { --ink: #e3e6ea; --soft: #a2abb5; --line: #3a4149; --paper: #16191d;
  --tint: #1f2429; --link: #8ebff0; --accent: #e0a67d; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--serif);
  overflow-wrap: break-word; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code, pre { font-family: var(--mono); font-size: .875em; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
.page { display: grid; grid-template-columns: 17rem minmax(0, 46rem); gap: 3rem; max-width: 70rem; margin: 0 auto;
  padding: 0 1.5rem; }
nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 2rem 0;
  font: .875rem/1.5 var(--sans); }
nav summary { font-weight: 600; cursor: pointer; margin-top: .75rem; }
nav ul { list-style: none; margin: .25rem 0 .75rem; padding: 0 0 0 .9rem; }
nav ul a { display: block; padding: .1rem 0; }
main { padding: 2rem 0 6rem; min-width: 0; }
h1, h2, h3, h4, th, dt.label { font-family: var(--sans); line-height: 1.25; }
h1 { font-size: 2rem; margin: 0 0 .5rem; }
h2 { font-size: 1.5rem; margin: 4rem 0 1rem; padding-bottom: .35rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.2rem; margin: 0 0 .35rem; }
h3 code { font-size: 1em; color: var(--accent); }
h3 .gloss { font: italic 400 1rem var(--serif); color: var(--soft); }
h4 { font-size: .8rem; margin: 1.4rem 0 .3rem; color: var(--soft); text-transform: uppercase; letter-spacing: .05em; }
.lead { font-size: 1.1rem; color: var(--soft); }
.spec { padding: 2rem 0 1.25rem; border-top: 1px solid var(--line); }
h2 + .spec, .spec:first-of-type { border-top: 0; }
.spec p, .intro p { margin: .4rem 0 .8rem; }
.spec p.from { margin: .15rem 0; }
.names { font: .9rem/1.7 var(--mono); margin: .2rem 0; }
.names a { white-space: nowrap; }
.model { font: .9rem/1.7 var(--mono); background: var(--tint); padding: .6rem .8rem; border-radius: 4px;
  margin: .2rem 0; }
.soft { color: var(--soft); }
.mark { font: .75rem var(--sans); color: var(--soft); border: 1px solid var(--line); border-radius: 3px;
  padding: 0 .35em; white-space: nowrap; }
.mark.must { color: var(--accent); border-color: currentColor; }
dl { margin: .2rem 0; }
dl.attributes dt { margin-top: .7rem; }
dl.attributes dd { margin: .1rem 0 .2rem 1.25rem; }
dl.values { display: grid; grid-template-columns: minmax(5rem, max-content) 1fr; gap: .1rem .9rem; font-size: .95rem;
  margin: .3rem 0; }
dl.values dt, dl.values dd { margin: 0; }
pre { background: var(--tint); border-left: 3px solid var(--line); padding: .7rem .9rem; overflow-x: auto;
  line-height: 1.5; tab-size: 2; margin: .4rem 0 .8rem; }
ul.rules { margin: .2rem 0; padding-left: 1.2rem; }
footer { color: var(--soft); font-size: .9rem; margin-top: 4rem; border-top: 1px solid var(--line); padding-top: 1rem; }
@media (max-width: 52rem) {
  .page { display: block; padding: 0 1rem; }
  nav { position: static; max-height: 45vh; padding: 1rem 0; border-bottom: 1px solid var(--line); }
  nav ul { columns: 2; }
  main { padding-top: 1rem; }
  dl.values { display: block; }
  dl.values dd { margin: 0 0 .4rem 1.25rem; }
}
@media print {
  :root { --ink: #000; --soft: #333; --paper: #fff; --tint: #fff; --link: #000; --accent: #000; --line: #999; }
  .page { display: block; max-width: none; padding: 0; }
  nav { position: static; max-height: none; columns: 2; }
  body { font-size: 10pt; }
  .spec, pre, dl.values { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  pre { white-space: pre-wrap; }
}
"""

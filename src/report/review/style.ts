/** The style of the review page, on top of that of diff2html, whose colours it uses for lines. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --text: #1f2328; --dim: #59636e; --back: #fff; --soft: #f6f8fa; --line: #d1d9e0; --accent: #0969da;
  --good: #1a7f37; --doubt: #9a6700; --bad: #cf222e; --odd: #8250df;
  --d2h-change-del-color: #ffebe9; --d2h-change-ins-color: #dafbe1; --d2h-info-bg-color: #f6f8fa; --d2h-dim-color: #59636e;
  --d2h-del-highlight-bg-color: #ffb3ad; --d2h-ins-highlight-bg-color: #8ce99a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6edf3; --dim: #9198a1; --back: #0d1117; --soft: #151b23; --line: #3d444d; --accent: #4493f8;
    --good: #3fb950; --doubt: #d29922; --bad: #ff7b72; --odd: #ab7df8;
    --d2h-dark-change-del-color: rgba(248, 81, 73, .15); --d2h-dark-change-ins-color: rgba(46, 160, 67, .15);
    --d2h-dark-info-bg-color: #151b23; --d2h-dark-dim-color: #9198a1;
    --d2h-dark-del-highlight-bg-color: rgba(248, 81, 73, .55); --d2h-dark-ins-highlight-bg-color: rgba(46, 160, 67, .6);
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; color: var(--text); background: var(--back); font: 15px/1.5 system-ui, sans-serif; }
header, main { max-width: 80rem; margin: 0 auto; padding: 0 1.25rem; }
h1 { font-size: 1.6rem; margin: 1.5rem 0 .25rem; }
h2 { font-size: 1.05rem; margin: 0; }
a { color: var(--accent); text-decoration: none; } a:hover { text-decoration: underline; }
code, .code, .number { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 13px; }
.lead, .dim, .hint { color: var(--dim); }
.lead { margin: 0 0 1rem; }
.scroll { overflow-x: auto; }
table.services { border-collapse: collapse; margin: 1rem 0; }
table.services th, table.services td { border-bottom: 1px solid var(--line); padding: .35rem 1.25rem .35rem 0; text-align: left; vertical-align: top; }
table.services th { color: var(--dim); font-weight: 600; font-size: 13px; }
table.services td.count { text-align: right; font-variant-numeric: tabular-nums; }
.filters { position: sticky; top: 0; z-index: 2; background: var(--back); border-bottom: 1px solid var(--line); }
.filters > div { max-width: 80rem; margin: 0 auto; padding: .6rem 1.25rem; display: flex; flex-wrap: wrap; gap: .4rem .7rem; align-items: center; }
.filters label { color: var(--dim); font-size: 13px; display: flex; gap: .4rem; align-items: center; }
.filters select, button { font: inherit; font-size: 13px; color: var(--text); background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .2rem .5rem; max-width: 9rem; }
button { cursor: pointer; }
.filters output { margin-left: auto; color: var(--dim); font-size: 13px; font-variant-numeric: tabular-nums; }
section.file { border: 1px solid var(--line); border-radius: 8px; margin: 1.25rem 0; overflow: clip; scroll-margin-top: 4rem; }
section.file > .head { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; background: var(--soft); padding: .6rem 1rem; border-bottom: 1px solid var(--line); }
section.file h2 { overflow-wrap: anywhere; } section.file h2 a { color: inherit; }
section.file .count { margin-left: auto; color: var(--dim); font-size: 13px; }
ul.diagnostics { margin: 0; padding: .6rem 1rem .6rem 2rem; font-size: 14px; overflow-wrap: anywhere; }
ul.diagnostics .hint { display: block; }
table.diff { border-collapse: collapse; width: 100%; table-layout: fixed; }
table.diff col.numbers { width: 3.6rem; }
table.diff td { padding: 0; vertical-align: top; border: 0; }
table.diff td.number { text-align: right; padding: 0 .6rem; user-select: none; color: var(--dim); }
table.diff td.code { white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; line-height: 1.55; padding: 0 1rem 0 1.4rem; text-indent: -1.4rem; }
table.diff td.d2h-cntx { background: var(--back); }
.d2h-code-line { display: inline; padding: 0; width: auto; white-space: inherit; user-select: text; }
.d2h-code-line del, .d2h-code-line ins { display: inline; margin: 0; padding: 1px 0; font-weight: 600; }
.sign { display: inline-block; width: 1.4rem; text-indent: 0; text-align: center; user-select: none; color: var(--dim); }
.port { cursor: help; } .port.review { border-bottom: 2px dotted var(--odd); font-weight: 600; }
.hunk + .hunk .hunk-head td { border-top: 1px solid var(--line); }
.hunk-head td { font-size: 12px; line-height: 1.9; padding: 0 0 0 1.4rem; color: var(--dim); }
tr.notes > td:last-child { padding: .15rem 1rem .35rem 1.4rem; }
.note { display: flex; flex-wrap: wrap; gap: .15rem .5rem; align-items: baseline; font-size: 13px; padding: .15rem .5rem; border-left: 3px solid var(--good); outline: 0; overflow-wrap: anywhere; }
.note.review { border-left-color: var(--odd); }
.note.current { background: var(--soft); box-shadow: 0 0 0 2px var(--accent); border-radius: 4px; }
.note .place { color: var(--dim); font-size: 12px; } .note .ports { font-variant-numeric: tabular-nums; }
.note .hint::before { content: '→ '; }
.badge { font-size: 11.5px; line-height: 1.5; padding: 0 .5em; border-radius: 1em; border: 1px solid currentColor; color: var(--dim); white-space: nowrap; }
.badge.exact { color: var(--good); } .badge.probable, .badge.warning { color: var(--doubt); } .badge.possible, .badge.review { color: var(--odd); }
.badge.error { color: var(--bad); } .badge.role { color: var(--accent); } .badge.info { color: var(--accent); }
.badge.service { white-space: normal; }
dialog { color: var(--text); background: var(--back); border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.5rem; }
dialog::backdrop { background: rgba(0, 0, 0, .4); }
dialog h2 { margin: 0 0 .5rem; } dialog dl { display: grid; grid-template-columns: auto 1fr; gap: .3rem 1rem; margin: 0 0 1rem; } dialog dd { margin: 0; }
kbd { font: 12px ui-monospace, "DejaVu Sans Mono", monospace; border: 1px solid var(--line); border-radius: 4px; padding: .1em .45em; background: var(--soft); }
@media print { .filters, dialog { display: none; } section.file { break-inside: avoid; } }
`;

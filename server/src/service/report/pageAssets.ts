/** What the page is allowed to run and to look like: the SHA-256 of the texts below, which a test computes. */
export const scriptHash = 'sha256-vPRX+5AAvmMKIWkUg5zmTf41u/+5imDEOvTBUZ4DKV0=';
export const styleHash = 'sha256-6keZTPHVOJyBr8Fuolkufpa6hhzuOWUasQY/H32v5z4=';

/** Sorts and filters the list of failures. In a webview of VS Code it also says what was clicked. */
export const script = `
'use strict';
const editor = globalThis.acquireVsCodeApi ? acquireVsCodeApi() : undefined;
const table = document.getElementById('failures');
const filter = document.getElementById('filter');

function setUpList() {
  const heads = Array.from(table.tHead.rows[0].cells);
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const shown = document.getElementById('shown');
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const state = { filter: '', ...editor?.getState() };

  // The editor forgets a page that is hidden, but not its state.
  function keep(change) {
    Object.assign(state, change);
    editor?.setState(state);
  }

  function filterRows() {
    const words = filter.value.toLowerCase().split(' ').filter((word) => word !== '');
    let count = 0;
    rows.forEach((row, index) => {
      row.hidden = !words.every((word) => texts[index].includes(word));
      count += row.hidden ? 0 : 1;
    });
    keep({ filter: filter.value });
    shown.textContent = shown.dataset.text.replace('{0}', count).replace('{1}', rows.length);
  }

  function sortBy(head, descends) {
    heads.forEach((each) => each.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', descends ? 'descending' : 'ascending');
    const valueOf = (row) => row.cells[head.cellIndex].textContent;
    const sorted = rows.slice().sort((one, other) => collator.compare(valueOf(one), valueOf(other)));
    body.append(...(descends ? sorted.reverse() : sorted));
    keep({ sort: { column: head.cellIndex, descends } });
  }

  filter.value = state.filter;
  filter.addEventListener('input', filterRows);
  filterRows();
  if (state.sort) {
    sortBy(heads[state.sort.column], state.sort.descends);
  }
  return { filterRows, sortBy };
}

const list = table && setUpList();

document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) {
    return;
  }
  const { dataset } = button;
  if (dataset.sort !== undefined) {
    const head = button.parentElement;
    list.sortBy(head, head.getAttribute('aria-sort') === 'ascending');
  } else if (dataset.filter !== undefined) {
    filter.value = dataset.filter;
    list.filterRows();
    filter.focus();
  } else if (dataset.open !== undefined) {
    editor.postMessage({ open: Number(dataset.open) });
  } else if (dataset.export !== undefined) {
    editor.postMessage({ export: dataset.export });
  }
});
`;

/** The colours are those of VS Code's theme; in a browser those of its light and dark themes. */
export const style = `
:root {
  color-scheme: light dark;
  --text: var(--vscode-foreground, #1f1f1f);
  --background: var(--vscode-editor-background, #ffffff);
  --quiet: var(--vscode-descriptionForeground, #5f5f5f);
  --bar: var(--vscode-charts-blue, #1a6fc4);
  --border: var(--vscode-contrastBorder, var(--vscode-widget-border, #c8c8c8));
  --link: var(--vscode-textLink-foreground, #005fb8);
  --focus: var(--vscode-focusBorder, #005fb8);
  --input: var(--vscode-input-background, #ffffff);
  --input-text: var(--vscode-input-foreground, #1f1f1f);
  --hover: var(--vscode-list-hoverBackground, #f0f0f0);
}
body.vscode-dark, body.vscode-high-contrast { color-scheme: dark; }
body.vscode-light, body.vscode-high-contrast-light { color-scheme: light; }
@media (prefers-color-scheme: dark) {
  :root {
    --text: var(--vscode-foreground, #cccccc);
    --background: var(--vscode-editor-background, #1f1f1f);
    --quiet: var(--vscode-descriptionForeground, #9d9d9d);
    --bar: var(--vscode-charts-blue, #3794ff);
    --border: var(--vscode-contrastBorder, var(--vscode-widget-border, #4a4a4a));
    --link: var(--vscode-textLink-foreground, #4daafc);
    --focus: var(--vscode-focusBorder, #4daafc);
    --input: var(--vscode-input-background, #313131);
    --input-text: var(--vscode-input-foreground, #cccccc);
    --hover: var(--vscode-list-hoverBackground, #2a2d2e);
  }
}
body {
  margin: 0 auto;
  padding: 1rem 1.5rem;
  max-width: 90rem;
  color: var(--text);
  background: var(--background);
  font: var(--vscode-font-size, 14px) / 1.5 var(--vscode-font-family, system-ui, sans-serif);
}
h1 { margin: 0; font-size: 1.6em; font-weight: 600; }
h2, caption { font-size: 1.15em; font-weight: 600; text-align: start; }
h2 { margin: 1.5rem 0 0.5rem; }
caption { padding-bottom: 0.5rem; }
p { margin: 0.3rem 0; color: var(--quiet); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 1.5rem 3rem; margin-top: 1.5rem; }
table { border-collapse: collapse; }
.counts { width: 100%; }
.counts th { font-weight: normal; text-align: start; overflow-wrap: anywhere; }
.counts th, .counts td { padding: 0.1rem 0.75rem 0.1rem 0; }
.counts .bars { width: 33%; padding: 0; }
.count { text-align: end; font-variant-numeric: tabular-nums; }
.bar { display: block; }
.bar rect { fill: var(--bar); }
.line { max-width: 60rem; color: var(--quiet); font-variant-numeric: tabular-nums; }
.line svg { display: block; width: 100%; height: 11rem; margin: 0.3rem 0; overflow: visible; }
.line svg * { fill: none; vector-effect: non-scaling-stroke; }
.line polyline { stroke: var(--bar); stroke-width: 2; stroke-linejoin: round; }
.line .axis { stroke: var(--border); }
.line .ends { display: flex; justify-content: space-between; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.filter { display: flex; gap: 0.75rem; align-items: baseline; }
.filter label { color: var(--text); }
#shown { white-space: nowrap; }
input { flex: 0 1 24rem; min-width: 0; padding: 0.25rem 0.5rem; font: inherit; color: var(--input-text); background: var(--input); border: 1px solid var(--vscode-input-border, var(--border)); }
button { font: inherit; color: inherit; background: none; border: 1px solid var(--border); padding: 0.2rem 0.75rem; cursor: pointer; }
.actions { display: flex; gap: 0.5rem; margin-top: 0.75rem; }
.actions button { color: var(--vscode-button-secondaryForeground, var(--text)); background: var(--vscode-button-secondaryBackground, none); }
button.link { border: 0; padding: 0; color: var(--link); text-align: start; overflow-wrap: anywhere; }
button.link:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
.scroll { overflow-x: auto; }
#failures { width: 100%; margin-top: 0.5rem; }
#failures th { text-align: start; border-bottom: 1px solid var(--border); padding: 0; }
#failures th button { width: 100%; border: 0; padding: 0.3rem 0.75rem 0.3rem 0; font-weight: 600; text-align: start; white-space: nowrap; outline-offset: -2px; }
#failures th[aria-sort='ascending'] button::after { content: ' \\25B2'; }
#failures th[aria-sort='descending'] button::after { content: ' \\25BC'; }
#failures td { padding: 0.2rem 0.75rem 0.2rem 0; vertical-align: top; overflow-wrap: anywhere; border-bottom: 1px solid var(--border); }
#failures td:first-child, #failures td:nth-child(5) { white-space: nowrap; }
#failures td:nth-child(2), #failures td:nth-child(3), #failures td:nth-child(7) { min-width: 11rem; }
#failures td:nth-child(6) { min-width: 7rem; }
#failures tbody tr:hover { background: var(--hover); }
details td, details th { padding: 0.1rem 1rem 0.1rem 0; font-weight: normal; text-align: start; }
@media (forced-colors: active) {
  .bar rect { fill: CanvasText; }
  .line polyline { stroke: CanvasText; }
}
`;

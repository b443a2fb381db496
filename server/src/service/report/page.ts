import type { Localizer } from '../base/localizer';
import { countBars, timeLine } from './charts';
import { Html, markup } from './html';
import { script, scriptHash, style, styleHash } from './pageAssets';
import type { Report } from './reportBuilder';
import type { ReportRow } from './reportRow';
import { columns, countsTitle, namesOf, totalText, unlistedText } from './reportText';

/** What a page has besides the report. */
export interface PageOptions {
  /**
   * Whether the page is in an editor: it sends `{ open: index }` for a failure, the index being that of its row, and
   * `{ export: 'markdown' | 'csv' }`.
   */
  readonly isInEditor?: boolean;
  /** Sentences that go before the report. */
  readonly notes?: readonly string[];
}

/** Nothing is loaded from anywhere, and no script runs but our own. */
const policy = [
  "default-src 'none'",
  `script-src '${scriptHash}'`,
  `style-src '${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A report as a page that needs no other file. */
export function reportToHtml(report: Report, l10n: Localizer, options: PageOptions = {}): string {
  const title = l10n.t('API Failure Report');
  const { isInEditor = false, notes = [] } = options;
  const told = [totalText(report, l10n), unlistedText(report, l10n), ...notes].filter((note) => note !== '');
  const page = markup`<!doctype html>
<html lang="${l10n.language === 'en' ? 'en' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${Html.verbatim(style)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${told.map((note) => markup`<p>${note}</p>\n`)}${isInEditor ? exportButtons(l10n) : ''}</header>
<main>
${report.total > 0 ? contentOf(report, isInEditor, l10n) : ''}</main>
<script>${Html.verbatim(script)}</script>
</body>
</html>
`;
  return page.text;
}

function exportButtons(l10n: Localizer): Html {
  return markup`<p class="actions"><button type="button" data-export="markdown">${l10n.t('Export as Markdown')}</button>
<button type="button" data-export="csv">${l10n.t('Export as CSV')}</button></p>
`;
}

function contentOf(report: Report, isInEditor: boolean, l10n: Localizer): Html {
  const { byCode, byProduct } = report;
  return markup`<div class="charts">
${countBars(countsTitle('code', l10n), namesOf('code', byCode, l10n), l10n)}${countBars(countsTitle('product', l10n), namesOf('product', byProduct, l10n), l10n)}</div>
${timeLine(report, l10n)}${failureList(report, isInEditor, l10n)}`;
}

/** The list of failures. Buttons in its head sort it. */
function failureList({ rows }: Report, isInEditor: boolean, l10n: Localizer): Html {
  const shown = columns(l10n);
  const place = (text: string, index: number): Html =>
    isInEditor
      ? markup`<td><button type="button" class="link" data-open="${index}">${text}</button></td>`
      : markup`<td>${text}</td>`;
  const cells = (row: ReportRow, index: number): Html[] =>
    shown.map(({ id, value }) => (id === 'place' ? place(value(row), index) : markup`<td>${value(row)}</td>`));
  return markup`<section aria-labelledby="list">
<h2 id="list">${l10n.t('Failures')}</h2>
<p class="filter"><label for="filter">${l10n.t('Filter')}</label>
<input id="filter" type="search" autocomplete="off" spellcheck="false">
<span id="shown" role="status" data-text="${l10n.t('{0} of {1}')}"></span></p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="list">
<table id="failures">
<thead><tr>${shown.map(({ title }) => markup`<th scope="col"><button type="button" data-sort>${title}</button></th>`)}</tr></thead>
<tbody>
${rows.map((row, index) => markup`<tr>${cells(row, index)}</tr>\n`)}</tbody>
</table>
</div>
</section>
`;
}

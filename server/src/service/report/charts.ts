import type { Localizer } from '../base/localizer';
import { markup, type Html } from './html';
import type { Report } from './reportBuilder';
import { seriesTitle, untimedText, type LabelledCount } from './reportText';

/** Bars in a table, so that every number can be read too. A name that can be looked for is a button that does so. */
export function countBars(title: string, counts: readonly LabelledCount[], l10n: Localizer): Html {
  const most = Math.max(...counts.map(({ count }) => count));
  const rows = counts.map(({ label, name, count }) => {
    const shown =
      name === undefined ? label : markup`<button type="button" class="link" data-filter="${name}">${label}</button>`;
    const bar = markup`<svg class="bar" width="100%" height="12" aria-hidden="true"><rect width="${percent(count / most)}" height="12"></rect></svg>`;
    return markup`<tr><th scope="row">${shown}</th><td class="count">${count}</td><td class="bars">${bar}</td></tr>\n`;
  });
  return markup`<section>
<table class="counts">
<caption>${title}</caption>
<thead class="hidden"><tr><th scope="col">${title}</th><th scope="col">${l10n.t('Failures')}</th><td></td></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>
`;
}

/** In the units of the drawing, which is stretched to the room there is; texts are not, and so stand beside it. */
const width = 600;
const height = 120;

/** A line over time, and the same as a table; nothing if no time is known. */
export function timeLine(report: Report, l10n: Localizer): Html {
  const { points } = report.overTime;
  const title = seriesTitle(report.overTime, l10n);
  const note = untimedText(report, l10n);
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) {
    return markup`<p>${note}</p>\n`;
  }
  const most = Math.max(...points.map(({ count }) => count));
  const described = l10n.t('{0}, from {1} to {2}, at most {3}', title, first.time, last.time, most);
  const rows = points.map(
    ({ time, count }) => markup`<tr><th scope="row">${time}</th><td class="count">${count}</td></tr>\n`,
  );
  // One point is no line.
  const line =
    first === last
      ? ''
      : markup`<div class="line" role="img" aria-label="${described}">
<div>${most}</div>
<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
<path class="axis" d="M0 0V${height}H${width}"></path>
<polyline points="${coordinates(points.map(({ count }) => count / most))}"></polyline>
</svg>
<div class="ends"><span>${first.time}</span><span>${last.time}</span></div>
</div>
`;
  return markup`<section>
<h2>${title}</h2>
${line}<p>${note}</p>
<details${line === '' ? ' open' : ''}><summary>${l10n.t('As a table')}</summary>
<table>
<thead><tr><th scope="col">${l10n.t('Time')}</th><th scope="col">${l10n.t('Failures')}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</details>
</section>
`;
}

/** The points of a line, from at least two values. */
function coordinates(values: readonly number[]): string {
  return values
    .map((value, index) => `${rounded((index / (values.length - 1)) * width)},${rounded((1 - value) * height)}`)
    .join(' ');
}

function percent(part: number): string {
  return `${rounded(part * 100)}%`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

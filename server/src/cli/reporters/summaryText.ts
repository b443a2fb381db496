import type { LanguageService, Localizer } from '../../service';
import { painter } from '../output/colors';
import { oneLine } from '../output/spellOut';
import type { CodeCount, CodeCounts, Place } from '../results/codeCounts';
import { codeMeaning } from '../results/codeMeaning';
import type { Summary } from '../results/summary';
import type { Tally } from '../results/tally';
import type { TextOptions } from './reporter';

/** Lines per list of codes. */
const maxLines = 20;

/** The codes of failures and of items, those that occur most often first, then one line of counts. */
export function summaryText(
  { summary, failures, itemCodes }: Tally,
  { quiet, colors }: TextOptions,
  service: LanguageService,
  l10n: Localizer,
): string {
  const paint = painter(colors);
  const list = (title: string, counts: CodeCounts): string[] => {
    const lines = quiet ? [] : codeLines(counts, service, l10n);
    return lines.length > 0 ? [paint('bold', title), ...lines.map(oneLine)] : [];
  };
  return [
    ...list(l10n.t('Failures by code:'), failures),
    ...list(l10n.t('Codes inside payloads:'), itemCodes),
    paint('bold', countLine(summary, l10n)),
    '',
  ].join('\n');
}

/** A place as compilers name it. Lines and columns count from 1, columns in UTF-16 units. */
export function placeText({ path, line, character }: Place): string {
  return `${path}:${line + 1}:${character + 1}`;
}

function codeLines({ codes, others }: CodeCounts, service: LanguageService, l10n: Localizer): string[] {
  const sorted = [...codes].sort(([, one], [, other]) => other.count - one.count);
  const shown = sorted.slice(0, maxLines);
  const hidden = sorted.slice(maxLines).reduce((sum, [, { count }]) => sum + count, others);
  const width = Math.max(0, ...shown.map(([, { count }]) => String(count).length), hidden > 0 ? `${hidden}`.length : 0);
  const line = (count: number, text: string): string => `  ${String(count).padStart(width)}  ${text}`;
  return [
    ...shown.map(([code, counted]) => line(counted.count, codeText(code, counted, service, l10n))),
    ...(hidden > 0 ? [line(hidden, l10n.t('with other codes'))] : []),
  ];
}

/** What the code means, and where it is first. */
function codeText(code: string, { first, meaning }: CodeCount, service: LanguageService, l10n: Localizer): string {
  return `${meaning ?? codeMeaning(code, service, l10n)} ${l10n.t('First: {0}', placeText(first))}`;
}

function countLine({ files, envelopes, failures, findings }: Summary, l10n: Localizer): string {
  return l10n.t(
    '{0}, {1}, {2}, {3}, {4}, {5}, {6}',
    files === 1 ? l10n.t('1 file') : l10n.t('{0} files', files),
    envelopes === 1 ? l10n.t('1 response') : l10n.t('{0} responses', envelopes),
    failures === 1 ? l10n.t('1 failure') : l10n.t('{0} failures', failures),
    findings.error === 1 ? l10n.t('1 error') : l10n.t('{0} errors', findings.error),
    findings.warning === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', findings.warning),
    l10n.t('{0} information', findings.information),
    findings.hint === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', findings.hint),
  );
}

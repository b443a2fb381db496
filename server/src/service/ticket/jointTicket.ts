import type { Localizer } from '../base/localizer';
import type { ServiceContext } from '../context/serviceContext';
import { insightText, knownDescription, type Failure } from '../explain';
import type { Redacted } from '../redaction';
import { oneLine } from './fieldText';
import { redactedTicket, showMessage, type ShownMessage } from './redactedTicket';
import { localText, utcText, type LocalTime } from './time';

/** A failure in a ticket about many. */
export interface JointFailure extends Omit<Failure, 'span' | 'description' | 'fault' | 'time'> {
  /** The document's name as the reader of the ticket should see it. */
  readonly file: string;
}

/** Creates one ticket for many failures: a section per code, each RequestId once. It does not use the template. */
export function createJointTicket(
  failures: readonly JointFailure[],
  time: LocalTime,
  context: ServiceContext,
): Redacted {
  const { l10n } = context;
  const byCode = new Map<string, JointFailure[]>();
  for (const failure of failures) {
    const code = failure.code || l10n.t('(no code)');
    const group = byCode.get(code);
    if (group) {
      group.push(failure);
    } else {
      byCode.set(code, [failure]);
    }
  }
  const ids = distinct(failures.map(({ requestId }) => requestId));
  const head = [
    l10n.t('Tencent Cloud API support request'),
    '',
    l10n.t(
      'Total:       {0}',
      `${failureCount(failures, l10n)}, ${codeCount(byCode.size, l10n)}, ${idCount(ids.length, l10n)}`,
    ),
    l10n.t('Local time:  {0}', localText(time)),
    l10n.t('UTC:         {0}', utcText(time)),
  ];
  const sections = [...byCode].map(([code, group]) => section(code, group, context));
  const text = [head.join('\n'), ...sections.map((each) => each.text)].join('\n\n');
  return redactedTicket(
    text,
    sections.map(({ message }) => message),
    l10n,
  );
}

/** The failures with one code. */
interface Section {
  readonly text: string;
  readonly message: ShownMessage;
}

function section(code: string, failures: readonly JointFailure[], context: ServiceContext): Section {
  const { l10n } = context;
  const description = descriptionOf(failures, context);
  const valuesOf = (name: 'message' | 'file'): string[] => distinct(failures.map((failure) => failure[name]));
  const factsOf = (name: 'product' | 'action' | 'region'): string[] =>
    withCounts(
      failures.map((failure) => failure[name].trim()),
      l10n,
    );
  const [first = '', ...others] = valuesOf('message');
  const shown = failures.find((failure) => failure.message.trim() === first);
  const ids = distinct(failures.map(({ requestId }) => requestId));
  const message = showMessage(first, l10n);
  const heading = failures.every(({ item }) => item) ? l10n.t('Item code {0}', oneLine(code)) : oneLine(code);
  const lines = [
    `${heading}${description ? ` (${oneLine(description)})` : ''}: ${failureCount(failures, l10n)}`,
    ...fact(factsOf('product'), (values) => l10n.t('Product:    {0}', values)),
    ...fact(factsOf('action'), (values) => l10n.t('Action:     {0}', values)),
    ...fact(factsOf('region'), (values) => l10n.t('Region:     {0}', values)),
    ...(first === '' ? [] : [l10n.t('Message:    {0}', message.shown + otherMessages(others.length, l10n))]),
    ...fact(distinct(shown ? [insightText(shown, context, shown.product)] : []), (values) =>
      l10n.t('Insight:    {0}', values),
    ),
    ...fact(valuesOf('file'), (values) => l10n.t('Found in:   {0}', values)),
    ids.length > 0 ? l10n.t('RequestIds:') : l10n.t('RequestIds: (none in the responses)'),
    ...ids.map((id) => `  ${oneLine(id)}`),
  ];
  return { text: lines.join('\n'), message };
}

/** What the code means in the product of all failures; if they differ, or not all say theirs, in any product. */
function descriptionOf(failures: readonly JointFailure[], context: ServiceContext): string {
  const [{ code, product } = { code: '', product: '' }] = failures;
  const common = failures.every((failure) => failure.product === product) ? product : '';
  return knownDescription(context.catalog.match(code, common), common, context.l10n);
}

/** The distinct values; where not all failures have one, each with the number of those that do. */
function withCounts(values: readonly string[], l10n: Localizer): string[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const isPartial = counts.delete('');
  return [...counts].map(([value, count]) =>
    isPartial ? l10n.t('{0} (in {1} of {2})', value, count, values.length) : value,
  );
}

function fact(values: readonly string[], line: (values: string) => string): string[] {
  return values.length > 0 ? [line(oneLine(values.join(', ')))] : [];
}

function failureCount({ length }: readonly JointFailure[], l10n: Localizer): string {
  return length === 1 ? l10n.t('1 failure') : l10n.t('{0} failures', length);
}

function codeCount(count: number, l10n: Localizer): string {
  return count === 1 ? l10n.t('1 code') : l10n.t('{0} codes', count);
}

function idCount(count: number, l10n: Localizer): string {
  return count === 1 ? l10n.t('1 RequestId') : l10n.t('{0} RequestIds', count);
}

function otherMessages(count: number, l10n: Localizer): string {
  return count === 0 ? '' : count === 1 ? l10n.t(' (and 1 other)') : l10n.t(' (and {0} others)', count);
}

/** The trimmed values without duplicates and empty ones, in order of first occurrence. */
function distinct(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
}

import type { Localizer } from '../base/localizer';
import type { ServiceContext } from '../context/serviceContext';
import { explain, insightText, type Failure } from '../explain';
import { redactWithNote, type Redacted } from './redaction';
import { localText, utcText, type LocalTime } from './time';

/** A failure in a ticket about many. */
export interface JointFailure extends Omit<Failure, 'span' | 'description'> {
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
      'In all:      {0}',
      `${failureCount(failures, l10n)}, ${codeCount(byCode.size, l10n)}, ${idCount(ids.length, l10n)}`,
    ),
    l10n.t('Local time:  {0}', localText(time)),
    l10n.t('UTC:         {0}', utcText(time)),
  ];
  const sections = [...byCode].map(([code, group]) => section(code, group, context));
  return redactWithNote([head.join('\n'), ...sections].join('\n\n'), l10n);
}

function section(code: string, failures: readonly JointFailure[], context: ServiceContext): string {
  const { l10n } = context;
  const description = descriptionOf(failures[0], context);
  const valuesOf = (name: 'message' | 'product' | 'action' | 'region' | 'file'): string[] =>
    distinct(failures.map((failure) => failure[name]));
  const [message, ...others] = valuesOf('message');
  const shown = failures.find((failure) => failure.message.trim() === message);
  const ids = distinct(failures.map(({ requestId }) => requestId));
  return [
    `${code}${description ? ` (${description})` : ''}: ${failureCount(failures, l10n)}`,
    ...fact(valuesOf('product'), (values) => l10n.t('Product:    {0}', values)),
    ...fact(valuesOf('action'), (values) => l10n.t('Action:     {0}', values)),
    ...fact(valuesOf('region'), (values) => l10n.t('Region:     {0}', values)),
    ...(message === undefined ? [] : [l10n.t('Message:    {0}', message + otherMessages(others.length, l10n))]),
    ...fact(distinct(shown ? [insightText(shown, l10n)] : []), (values) => l10n.t('Insight:    {0}', values)),
    ...fact(valuesOf('file'), (values) => l10n.t('Found in:   {0}', values)),
    ids.length > 0 ? l10n.t('RequestIds:') : l10n.t('RequestIds: (none in the responses)'),
    ...ids.map((id) => `  ${id}`),
  ].join('\n');
}

function descriptionOf(failure: JointFailure | undefined, context: ServiceContext): string {
  return (failure && explain(failure.code, context, failure.product).entry?.description) ?? '';
}

function fact(values: readonly string[], line: (values: string) => string): string[] {
  return values.length > 0 ? [line(values.join(', '))] : [];
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

import type { Failure } from '../features/failures';
import { insightText } from '../features/insightText';
import { redactWithNote, type Redacted } from './redaction';
import { localText, utcText, type LocalTime } from './time';

/** A failure for a ticket about many. */
export interface JointFailure extends Omit<Failure, 'span'> {
  /** The document's name as the reader of the ticket should see it. */
  readonly file: string;
}

/** One ticket for many failures: a section a code, with each RequestId once. It has a form of its own, no template. */
export function createJointTicket(failures: readonly JointFailure[], time: LocalTime): Redacted {
  const byCode = new Map<string, JointFailure[]>();
  for (const failure of failures) {
    const code = failure.code || '(no code)';
    byCode.set(code, [...(byCode.get(code) ?? []), failure]);
  }
  const ids = distinct(failures.map(({ requestId }) => requestId));
  const head = [
    'Tencent Cloud API support request',
    '',
    `Failures:    ${failures.length} with ${byCode.size} ${byCode.size === 1 ? 'code' : 'codes'}, ${ids.length} ${ids.length === 1 ? 'RequestId' : 'RequestIds'}`,
    `Local time:  ${localText(time)}`,
    `UTC:         ${utcText(time)}`,
  ];
  const sections = [...byCode].map(([code, group]) => section(code, group));
  return redactWithNote([head.join('\n'), ...sections].join('\n\n'));
}

function section(code: string, failures: readonly JointFailure[]): string {
  const description = failures[0]?.description ?? '';
  const of = (name: 'message' | 'product' | 'action' | 'region' | 'file'): string[] =>
    distinct(failures.map((failure) => failure[name]));
  const [message = '', ...others] = of('message');
  const shown = failures.find((failure) => failure.message.trim() === message);
  const ids = distinct(failures.map(({ requestId }) => requestId));
  return [
    `${code}${description ? ` (${description})` : ''}: ${failures.length} ${failures.length === 1 ? 'failure' : 'failures'}`,
    ...fact('Product:  ', of('product')),
    ...fact('Action:   ', of('action')),
    ...fact('Region:   ', of('region')),
    ...(message
      ? [
          `Message:    ${message.trim()}${others.length > 0 ? ` (and ${others.length} ${others.length === 1 ? 'other' : 'others'})` : ''}`,
        ]
      : []),
    ...fact('Insight:  ', distinct(shown ? [insightText(shown)] : [])),
    ...fact('Found in: ', of('file')),
    ids.length > 0 ? 'RequestIds:' : 'RequestIds: (none in the responses)',
    ...ids.map((id) => `  ${id}`),
  ].join('\n');
}

function fact(title: string, values: readonly string[]): string[] {
  return values.length > 0 ? [`${title}  ${values.join(', ')}`] : [];
}

/** Each text once, without empty ones, in the order in which they first occur. */
function distinct(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
}

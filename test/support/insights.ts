import { builtinLocalizer } from '../../server/src/data/builtinData';
import { english } from '../../server/src/service/base/localizer';
import { insightsOf, type FailureTexts, type Insight } from '../../server/src/service/insights';

/** The insights of a message, each with its ID and as plain text. Values of the message are in `«»`. */
export function insightTexts(message: string, code = 'InternalError', requestId = 'r'): string[] {
  return insightsOf({ code, message, requestId }, english).map(({ id, sentences }) => `${id}: ${marked(sentences)}`);
}

/** The short forms of the insights of a message. */
export function shortTexts(message: string, code = 'InternalError', requestId = 'r'): string[] {
  return insightsOf({ code, message, requestId }, english).map(({ short }) => short);
}

/** What a message tells in Chinese, without the ids of the insights. */
export function chineseTexts(message: string, code = 'InternalError', call?: FailureTexts['call']): string[] {
  const failure = { code, message, requestId: 'r', ...(call ? { call } : {}) };
  return insightsOf(failure, builtinLocalizer('zh-cn')).map(({ sentences }) => marked(sentences));
}

/** The verdict that counts, such as `caller, after-fixing, InvalidParameter`; empty if there is none. */
export function verdictText(message: string, code: string): string {
  const [verdict] = insightsOf({ code, message, requestId: 'r' }, english).flatMap((insight) => insight.verdict ?? []);
  return [verdict?.fault, verdict?.retry, verdict?.code].filter(Boolean).join(', ');
}

function marked(sentences: Insight['sentences']): string {
  return sentences
    .map((sentence) => sentence.map((part) => (typeof part === 'string' ? part : `«${part.value}»`)).join(''))
    .join(' ');
}

/** A message of a denial by CAM, in the wording of the services. */
export function denial(operation: string, resource?: string): string {
  const on = resource === undefined ? '' : `\nresource (${resource}) has no permission\n`;
  return `Not allowed. [[request id:r]you are not authorized to perform operation (${operation})${on}]`;
}

/** Wraps a message as exceptions, logs and gateways do. */
export const surroundings: readonly ((message: string) => string)[] = [
  (message) => message,
  (message) => `  ${message}\n`,
  (message) => `(0a1b2c3d4e5f)${message}`,
  (message) => `The gateway says:\r\n[[${message}]]\r\nsee the log.`,
];

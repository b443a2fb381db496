import type { Localizer } from '../base/localizer';
import { trimCode, type Catalog, type CodeMatch } from '../catalog';
import { sentence, type FailureTexts, type Insight } from '../insights';
import { knownDescription, wordSpace } from './explanation';
import { readingOf, verdictOfMatch } from './reading';

/** Only this many UTF-16 units of a message are searched. */
const maxLength = 4000;

/** Codes with a dot, as in `[InvalidImageId.NotFound]`, and single words that a text calls a code. */
const codes =
  /(?<![\w.])[A-Z][A-Za-z]{2,40}(?:\.[A-Z]\w{1,60}){1,3}(?![\w.]|\()|\b[Cc]ode["']? ?[:=] ?["'`]?(?<single>[A-Z][a-z]{1,20}[A-Z]\w{1,40})(?![\w.])/g;

/** The part of a code that names the code of another service: `InternalError.CvmCommon[InvalidImageId.NotFound]`. */
const bracketed = /\[([^\]]{1,200})\]?/;

/** What the failure of another service, whose code stands in the message, says of this one. */
export function innerCode(failure: FailureTexts, catalog: Catalog, product: string, l10n: Localizer): Insight[] {
  const match = findMatch(failure, catalog, product);
  if (!match) {
    return [];
  }
  const { code, entry } = match;
  const description = knownDescription(match, product, l10n);
  const told =
    description === ''
      ? sentence(l10n.t('The message carries another code: {0}.'), code)
      : [...sentence(l10n.t('The message carries another code, {0}:'), code), `${wordSpace(l10n)}${description}`];
  return [
    {
      id: 'inner-code',
      sentences: [told],
      short: l10n.t('in the message: {0}', code),
      verdict: { code: entry.code, ...verdictOfMatch(match, readingOf(match, l10n)) },
    },
  ];
}

/**
 * Numbers that the services behind an API call their failures by: `Code:1001, Msg:…`, `[ERR130] …`, `(-130103)`,
 * `E90006:…`. The status of an HTTP response is none of them.
 */
const numbers: readonly RegExp[] = [
  /(?<!status |status_|http |http_)(?<![A-Za-z])(?:(?:err(?:or)? ?|ret ?|inner ?|biz ?)?code|errno|错误码|返回码)["']? {0,2}(?:[:=：]|为|是) {0,2}["'[(（]?(?<number>-?\d{3,10})(?![\w.])(?:["'\])）]? {0,2}[,，;；] {0,2}["']?(?:err(?:or)? ?)?(?:msg|message|desc|reason) {0,2}["']? ?[:=：] ?["']?(?<text>[^\r\n]{1,200}))?/i,
  /\[(?<number>ERR-?\d{1,10})\] ?(?<text>[^\r\n]{1,200})?/,
  /^[(（[](?<number>-?\d{3,10})[)）\]] ?(?<text>[^\r\n]{1,200})?/,
  /^(?<number>E\d{3,10})[:：] ?/,
  /(?:failed|error|err)(?: with)?,? (?:ret(?:urn)? ?)?code:? ?(?<number>-?\d{3,10})(?![\w.])/i,
];

/** A number in the message that is the code of another service. It means nothing in public, only to support. */
export function innerNumber({ message = '' }: FailureTexts, l10n: Localizer): Insight[] {
  const text = message.slice(0, maxLength).trim();
  for (const pattern of numbers) {
    const { number, text: told = '' } = pattern.exec(text)?.groups ?? {};
    if (number !== undefined) {
      const means = sentence(
        l10n.t(
          '{0} is an internal code of the service, with no public meaning: give it to support with the RequestId.',
        ),
        number,
      );
      const says = told.trim() === '' ? [] : [sentence(l10n.t('The service adds: {0}'), told.trim())];
      return [{ id: 'inner-code', sentences: [means, ...says], short: l10n.t('internal code {0}', number) }];
    }
  }
  return [];
}

function findMatch(
  { code = '', message = '' }: FailureTexts,
  catalog: Catalog,
  product: string,
): Exclude<CodeMatch, { kind: 'none' }> | undefined {
  const outer = trimCode(code);
  const text = `${bracketed.exec(code)?.[1] ?? ''} ${message.slice(0, maxLength)}`;
  for (const { 0: found, groups } of text.matchAll(codes)) {
    const inner = groups?.single ?? found;
    const match = catalog.match(inner, product);
    if (match.kind !== 'none' && inner !== outer && !inner.startsWith(`${outer}.`)) {
      return match;
    }
  }
  return undefined;
}

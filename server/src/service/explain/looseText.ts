import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import type { ServiceContext } from '../context/serviceContext';
import type { FailureTexts } from '../insights';
import { codeOfWording } from '../insights/codeOfWording';
import { withDeniedAction } from './callOf';
import { explain } from './explanation';
import { explanationToMarkdown, type Form } from './explanationMarkdown';
import { insightMarkdown, insightsOfTexts, verdictOf } from './insightText';
import { productOfCall } from './likelyProduct';

/** Only this many codes of a text are explained, and only this much of it is searched, in UTF-16 units. */
const maxCodes = 20;
const maxTextLength = 200_000;

/** What may be a code: words in camel case, joined by dots. */
const words = /(?<![\w.])[A-Z][A-Za-z0-9]{2,60}(?:\.[A-Z]\w{0,60}){0,4}(?!\w|\.\w|\()/g;

/** What stands between a code and its message. */
const separator = /^["'`\])】]{0,3} ?[:：,，-] ?(?=\S)/;

/** A code in a text, and the text up to the next one. */
interface FoundCode {
  readonly code: string;
  readonly following: string;
}

/** A failure that a text speaks of, which is neither a response nor an exception. */
export interface LooseFailure {
  readonly texts: FailureTexts;
  readonly product: string;
  /** The message, as far as it can be told from the text around it. */
  readonly message: string | undefined;
}

/** The known codes in a text, else the text itself if its wording goes with a code. */
export function looseFailures(text: string, context: ServiceContext): LooseFailure[] {
  const searched = text.slice(0, maxTextLength);
  const call = withDeniedAction({}, searched);
  const product = call.product ?? context.settings.product;
  const found = codesIn(searched, context, product);
  if (found.length === 0) {
    const texts = { code: undefined, message: text, requestId: undefined };
    return codeOfWording(text) === undefined ? [] : [{ texts, product, message: undefined }];
  }
  return found.map(({ code, following }) => ({
    // Of a single code the message may stand before it, too.
    texts: { code, message: found.length === 1 ? text : following, requestId: undefined },
    product: productOfCall(call, code, context),
    message: messageIn(following),
  }));
}

/** Explains the known codes in a text that is neither a response nor an exception, else the code its wording goes with. */
export function explainLooseText(text: string, context: ServiceContext, form?: Form): Markdown | undefined {
  const blocks = looseFailures(text, context).flatMap(({ texts, product, message }, index) => {
    const { code } = texts;
    return code === undefined
      ? (explainByWording(texts, product, context, form) ?? [])
      : [
          index > 0 ? markdown.rule : undefined,
          explainTexts({ ...texts, code }, product, context, form),
          message === undefined ? undefined : messageLine(message, context),
        ];
  });
  return blocks.length > 0 ? markdown.blocks(blocks) : undefined;
}

/** Explains the code that a message without a code goes with; undefined if its wording is not known. */
export function explainByWording(
  texts: FailureTexts,
  product: string,
  context: ServiceContext,
  form?: Form,
): Markdown[] | undefined {
  const code = codeOfWording(texts.message ?? '');
  return code === undefined
    ? undefined
    : [
        markdown.prose(
          context.l10n.t('There is no code in the text. Its wording is that of `{0}`, which is explained here.', code),
        ),
        explainTexts({ ...texts, code }, product, context, form),
      ];
}

/** Explains a code together with the message that belongs to it. */
export function explainTexts(
  texts: FailureTexts & { readonly code: string },
  product: string,
  context: ServiceContext,
  form?: Form,
): Markdown {
  const insights = insightsOfTexts(texts, context, product);
  const explanation = explain(texts.code, context, product, verdictOf(insights));
  return explanationToMarkdown(explanation, context.l10n, { insights: insightMarkdown(insights), form });
}

function codesIn(text: string, { catalog }: ServiceContext, product: string): FoundCode[] {
  const isOfTencentCloud = /tencent ?cloud/i.test(text);
  const places = new Map<string, number>();
  for (const { 0: code, index } of text.matchAll(words)) {
    const match = catalog.match(code, product);
    // Other programs raise errors of the same names as SDKs, such as `NetworkError`.
    const isKnown = match.kind !== 'none' && (match.entry.scope !== 'sdk' || code.includes('.') || isOfTencentCloud);
    if (isKnown && !places.has(code)) {
      places.set(code, index);
    }
    if (places.size === maxCodes) {
      break;
    }
  }
  const starts = [...places.values(), text.length];
  return [...places].map(([code, start], index) => ({
    code,
    following: text.slice(start + code.length, starts[index + 1]),
  }));
}

function messageIn(following: string): string | undefined {
  const [line = ''] = following.split('\n', 1);
  const message = separator.test(line) ? line.replace(separator, '').trim() : '';
  return message === '' ? undefined : message;
}

function messageLine(message: string, { l10n }: ServiceContext): Markdown {
  return markdown.line([markdown.strong(markdown.text(l10n.t('Message:'))), markdown.text(message)], ' ');
}

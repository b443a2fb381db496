import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import {
  callOf,
  explain,
  explainByWording,
  explanationToMarkdown,
  insightMarkdown,
  insightsOfEnvelope,
  likelyProduct,
  verdictOf,
  wordSpace,
} from '../explain';
import { redact, redactAll } from '../redaction';

/** Maximum lengths, in UTF-16 units. */
const maxMessageLength = 4000;
const maxNameLength = 200;

/** Says what is known of the failures of a document, one by one. What goes for several of them is said once. */
export class FailureTexts {
  /** The titles of the failures at which each explanation was given. */
  private readonly explained = new Map<Markdown, string>();

  constructor(
    private readonly document: ApiResponseDocument,
    private readonly context: ServiceContext,
  ) {}

  /** The texts of a failure, the call, what the message adds, and what is known of the code. */
  textOf(failure: Envelope, title: string): Markdown {
    const { l10n } = this.context;
    const { code, message, requestId } = withoutSecrets(failure, this.context);
    const { product, action, region } = callOf(this.document, failure);
    const call = [product, action, region].filter((each) => each).join(', ');
    const facts = [
      [l10n.t('Message:'), message?.value.trim()],
      [l10n.t('RequestId:'), requestId?.value.trim()],
      [l10n.t('Call:'), redact(call, l10n).text],
    ] as const;
    return markdown.blocks([
      markdown.text(l10n.t('{0}: {1}', title, code?.value.trim() || l10n.t('(no code)'))),
      markdown.bullets(
        facts.flatMap(([name, value]) => (value ? [markdown.text(`${name}${wordSpace(l10n)}${value}`)] : [])),
      ),
      ...this.explanationOf({ ...failure, code, message, requestId }, title),
    ]);
  }

  private explanationOf(failure: Envelope, title: string): Markdown[] {
    const { document, context, explained } = this;
    const { code, message, requestId } = failure;
    const product = likelyProduct(document, failure, context);
    const insights = insightsOfEnvelope(failure, context, product, document);
    if (!code || code.value.trim() === '') {
      const texts = { code: undefined, message: message?.value, requestId: requestId?.value };
      return explainByWording(texts, product, context) ?? insightMarkdown(insights);
    }
    const explanation = explanationToMarkdown(explain(code.value, context, product, verdictOf(insights)), context.l10n);
    const earlier = explained.get(explanation);
    if (earlier !== undefined) {
      return [...insightMarkdown(insights), markdown.text(context.l10n.t('Explained above: {0}.', earlier))];
    }
    explained.set(explanation, title);
    return [...insightMarkdown(insights), explanation];
  }
}

/** The failure without the secrets in its texts, which are cut afterwards: the form of some secrets needs all of them. */
function withoutSecrets(failure: Envelope, { l10n }: ServiceContext): Pick<Envelope, 'code' | 'message' | 'requestId'> {
  const texts = [failure.code, failure.message, failure.requestId];
  const clean = redactAll(
    texts.map((text) => text?.value ?? ''),
    l10n,
  );
  const [code, message, requestId] = texts.map(
    (text, index) =>
      text && { ...text, value: cut(clean[index]?.text ?? '', index === 1 ? maxMessageLength : maxNameLength) },
  );
  return { code, message, requestId };
}

function cut(text: string, maxLength: number): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}

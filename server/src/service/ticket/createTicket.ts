import Mustache from 'mustache';
import type { Localizer } from '../base/localizer';
import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import { callOf, insightText, knownDescription, productOfCall } from '../explain';
import { itemCodesOf } from '../itemCodes';
import type { Redacted } from '../redaction';
import { oneLine } from './fieldText';
import { itemCodesText } from './itemCodesText';
import { redactedTicket, showMessage } from './redactedTicket';
import { defaultTemplate } from './template';
import { localText, utcText, type LocalTime } from './time';

/** What a ticket needs besides the document. */
export interface TicketRequest {
  /** An envelope of the document. */
  readonly envelope: Envelope;
  /** The document's name as the reader of the ticket should see it. */
  readonly file: string;
  readonly time: LocalTime;
  /** The user's template; if empty, the built-in one is used. */
  readonly template?: string;
}

/** An invalid template. The message says why, and what to do. */
export class TemplateError extends Error {}

/** Maximum length of a template, in UTF-16 units. */
const maxTemplateLength = 50_000;

/** Fills in the support template. Values are inserted verbatim, never interpreted as templates. */
export function createTicket(document: ApiResponseDocument, request: TicketRequest, context: ServiceContext): Redacted {
  const { l10n } = context;
  const template = request.template?.trim() ? request.template : defaultTemplate(l10n.language);
  const message = showMessage(request.envelope.message?.value.trim() ?? '', l10n);
  const values = { ...placeholderValues(document, request, context), message: message.shown };
  return redactedTicket(render(template, values, l10n), [message], l10n);
}

function placeholderValues(
  document: ApiResponseDocument,
  { envelope, file, time }: TicketRequest,
  context: ServiceContext,
): Record<string, string | boolean> {
  const call = callOf(document, envelope);
  const code = envelope.code?.value.trim() ?? '';
  const failed = envelope.status === 'failure';
  const itemCodes = itemCodesOf(document.text, envelope, context);
  const product = productOfCall(call, code || (itemCodes?.codes[0]?.value ?? ''), context);
  const texts = {
    code: envelope.code?.value,
    message: envelope.message?.value,
    requestId: envelope.requestId?.value,
    call: () => call,
  };
  const values = {
    requestId: envelope.requestId?.value.trim() ?? '',
    code,
    description: knownDescription(context.catalog.match(code, product), product, context.l10n),
    insight: failed ? insightText(texts, context, product) : '',
    itemCodes: itemCodes ? itemCodesText(document.text, itemCodes, product, context) : '',
    status: envelope.status,
    product,
    action: call.action ?? '',
    region: call.region ?? '',
    apiVersion: call.apiVersion ?? '',
    method: call.method ?? '',
    requestTime: call.time ?? '',
    file,
    line: String(document.text.positionAt(envelope.span.offset).line + 1),
    localTime: localText(time),
    utcTime: utcText(time),
  };
  const lines = Object.entries(values).map(([name, value]) => [name, oneLine(value)]);
  return { ...(Object.fromEntries(lines) as typeof values), failed };
}

function render(template: string, values: Readonly<Record<string, string | boolean>>, l10n: Localizer): string {
  if (template.length > maxTemplateLength) {
    throw new TemplateError(
      l10n.t(
        'The setting apiResponse.supportTemplate cannot be used: it is over {0} characters. Shorten or empty it.',
        maxTemplateLength,
      ),
    );
  }
  try {
    return Mustache.render(template, new Placeholders(values), undefined, { escape: String });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TemplateError(
      l10n.t('The setting apiResponse.supportTemplate cannot be used: {0}. Correct or empty it.', reason),
    );
  }
}

/**
 * Looks up placeholders and nothing else. Mustache's own lookup reaches properties of JavaScript objects, as in
 * `{{code.constructor.name}}`, and fails after `{{hasOwnProperty}}`.
 */
class Placeholders extends Mustache.Context {
  private readonly values: ReadonlyMap<string, string | boolean>;

  constructor(values: Readonly<Record<string, string | boolean>>) {
    super(undefined);
    this.values = new Map(Object.entries(values));
  }

  override lookup(name: string): string | boolean {
    return this.values.get(name) ?? '';
  }

  /** A section has the same placeholders. */
  override push(): this {
    return this;
  }
}

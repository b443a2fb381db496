import Mustache from 'mustache';
import type { Catalog } from '../catalog';
import type { Envelope } from '../envelope/envelope';
import { explain } from '../explain/explanation';
import { insightText, textsOf } from '../explain/insightText';
import { redactWithNote, type Redacted } from './redaction';
import { requestsOf } from '../request/requests';
import { defaultTemplate } from './template';
import { localText, utcText, type LocalTime } from './time';
import * as l10n from '../base/localizer';

export interface TicketRequest {
  /** The document's text. */
  readonly text: string;
  readonly envelope: Envelope;
  /** All envelopes of the document, in its order. */
  readonly envelopes: readonly Envelope[];
  /** The document's name as the reader of the ticket should see it. */
  readonly file: string;
  /** 1-based line of the envelope. */
  readonly line: number;
  readonly time: LocalTime;
  /** The user's template; empty: the built-in one. */
  readonly template?: string;
  readonly product?: string;
}

/** A template that cannot be used; the message says why and what to do. */
export class TemplateError extends Error {}

/** UTF-16 units that a template may have. */
const longestTemplate = 50_000;

/** Fills in the support template. Values are put in once and never read as templates themselves. */
export function createTicket(catalog: Catalog, request: TicketRequest): Redacted {
  const { envelope, product = '' } = request;
  const context = requestsOf(request.text, request.envelopes, (each) => each === envelope).get(envelope) ?? {};
  const code = envelope.code?.value.trim() ?? '';
  const explanation = code === '' ? undefined : explain(catalog, code, context.product ?? product);
  return redactWithNote(
    render(request.template?.trim() ? request.template : defaultTemplate(), {
      requestId: envelope.requestId?.value.trim() ?? '',
      code,
      description: explanation?.entry?.description ?? '',
      message: envelope.message?.value.trim() ?? '',
      insight: envelope.status === 'failure' ? insightText(textsOf(envelope)) : '',
      status: envelope.status,
      failed: envelope.status === 'failure',
      product: context.product ?? product,
      action: context.action ?? '',
      region: context.region ?? '',
      apiVersion: context.apiVersion ?? '',
      method: context.method ?? '',
      requestTime: context.time ?? '',
      file: request.file,
      line: String(request.line),
      localTime: localText(request.time),
      utcTime: utcText(request.time),
    }),
  );
}

function render(template: string, values: Readonly<Record<string, string | boolean>>): string {
  if (template.length > longestTemplate) {
    throw new TemplateError(
      l10n.t(
        'The setting apiResponse.supportTemplate cannot be used: it is over {0} characters. Shorten or empty it.',
        longestTemplate,
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
 * The placeholders and nothing else. Mustache's own lookup reaches what JavaScript objects have of their own, as in
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

  /** Inside a section the same placeholders are known. */
  override push(): this {
    return this;
  }
}

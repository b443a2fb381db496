import { TextDocument } from 'vscode-languageserver-textdocument';
import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import type { ServiceContext } from '../context/serviceContext';
import { parseDocument, type ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import { explainLooseText, explainText, itemFailures, wordSpace } from '../explain';
import { findingsOf } from '../features';
import { redact } from '../redaction';
import { Validator } from '../validation';
import { FailureTexts } from './failureTexts';

/** Models pay for each word. Past this many UTF-16 units, and this many failures, the rest is only counted. */
const maxLength = 16_000;
const maxFailures = 20;
const maxFindings = 30;
const maxFindingLength = 500;

/** A text that is neither a response nor an exception is searched for codes up to here, in UTF-16 units. */
const maxLooseLength = 200_000;

/**
 * Says to a language model what hovers and findings know of a document, as plain text without secrets. Undefined if the
 * document has no response, exception, code or RequestId.
 */
export function explainForAssistant(document: ApiResponseDocument, context: ServiceContext): string | undefined {
  const found = withResponses(document);
  return found ? markdown.toPlainText(reportOf(found, context)) : looseReport(document, context);
}

/** Who passes a text without a name says that it is a response, so it may lack its `Response`. A file may be anything. */
function withResponses(document: ApiResponseDocument): ApiResponseDocument | undefined {
  const { options, text } = document;
  if (document.envelopes().length > 0) {
    return document;
  }
  if (text.uri !== '') {
    return undefined;
  }
  const source = TextDocument.create('', options.languageId, 0, text.slice(0, text.length));
  return [false, true]
    .map((declared) => parseDocument(source, { ...options, unwrapped: true, declared }))
    .find((lenient) => lenient.envelopes().length > 0);
}

/** Secrets are taken out first: in what is said of a text, our own words may look like some. */
function looseReport(document: ApiResponseDocument, context: ServiceContext): string | undefined {
  const { text } = redact(document.text.slice(0, maxLooseLength), context.l10n);
  const content = document.text.uri === '' ? explainText(text, context) : explainLooseText(text, context);
  const said = content && markdown.toPlainText(content);
  return said === undefined || said.length <= maxLength
    ? said
    : `${said.slice(0, said.lastIndexOf('\n\n', maxLength))}\n\n${context.l10n.t('The rest was left out.')}`;
}

function reportOf(document: ApiResponseDocument, context: ServiceContext): Markdown {
  const failures = titledFailures(document, context);
  const texts = new FailureTexts(document, context);
  const sections: Markdown[] = [];
  let length = 0;
  for (const { failure, title } of failures.slice(0, maxFailures)) {
    if (length > maxLength) {
      break;
    }
    const section = texts.textOf(failure, title);
    length += section.length;
    sections.push(section);
  }
  const left = failures.length - sections.length;
  return markdown.blocks([
    headOf(document, context),
    ...sections,
    left > 0 ? markdown.text(context.l10n.t('{0} more failures.', left)) : undefined,
    ...findingsOfDocument(document, context),
  ]);
}

/** The failures of calls, and the first of items with each code. */
function titledFailures(
  document: ApiResponseDocument,
  context: ServiceContext,
): { failure: Envelope; title: string }[] {
  const { l10n } = context;
  const lineOf = ({ code, span }: Envelope): number =>
    document.text.positionAt((code ?? { span }).span.offset).line + 1;
  const failures = document.envelopes().filter(({ status }) => status === 'failure');
  return [
    ...failures.map((failure, index) => ({
      failure,
      title: l10n.t('Failure {0} of {1}, line {2}', index + 1, failures.length, lineOf(failure)),
    })),
    ...itemFailures(document, context).map((failure) => ({
      failure,
      title: l10n.t('Failed item, line {0}', lineOf(failure)),
    })),
  ];
}

function headOf(document: ApiResponseDocument, { l10n }: ServiceContext): Markdown | undefined {
  const { responses, failures } = document.count();
  if (responses > 1) {
    return markdown.text(l10n.t('{0} responses, {1} failed.', responses, failures));
  }
  const id = redact(document.envelopes()[0]?.requestId?.value.trim() ?? '', l10n).text;
  const succeeded = l10n.t('The call succeeded: the response has no Error.');
  const space = wordSpace(l10n);
  return failures === 0 ? markdown.text(`${succeeded}${space}${l10n.t('RequestId:')}${space}${id}`) : undefined;
}

function findingsOfDocument(document: ApiResponseDocument, context: ServiceContext): Markdown[] {
  const { l10n } = context;
  const { first, total } = findingsOf(document, new Validator(context, maxFindings), context);
  const lines = first.map(({ span, severity, message, rule }) => {
    const { line, character } = document.text.positionAt(span.offset);
    const text = redact(message, l10n).text.slice(0, maxFindingLength);
    return markdown.prose(l10n.t('line {0}, column {1}: {2} {3} [{4}]', line + 1, character + 1, severity, text, rule));
  });
  const left = total - first.length;
  return [
    ...(lines.length > 0 ? [markdown.text(l10n.t('Findings:')), markdown.bullets(lines)] : []),
    ...(left > 0 ? [markdown.text(l10n.t('{0} more findings.', left))] : []),
  ];
}

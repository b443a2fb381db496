import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { plainText } from '../base/plainText';
import { endOf, type Span } from '../base/span';
import type { ServiceContext } from '../context/serviceContext';
import { rangeOf, type ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';

/** Responses that are listed, the first ones of a document, as many as VS Code lists of a JSON document. */
const maxSymbols = 5000;

/** UTF-16 units of a code or RequestId that are shown. */
const maxNameLength = 200;

/** The responses of a document: a failure by its code, and each with its RequestId. */
export function findDocumentSymbols(document: ApiResponseDocument, { l10n }: ServiceContext): DocumentSymbol[] {
  return document.envelopes({ max: maxSymbols }).map((envelope) => {
    const failed = envelope.status === 'failure';
    return {
      name: failed
        ? plainText(envelope.code?.value ?? '', maxNameLength) || l10n.t('Failure without an error code')
        : l10n.t('Success'),
      detail: plainText(envelope.requestId?.value ?? '', maxNameLength),
      kind: failed ? SymbolKind.Event : SymbolKind.Object,
      range: rangeOf(document.text, envelope.span),
      selectionRange: rangeOf(document.text, selectionOf(envelope)),
    };
  });
}

/** What is selected when the symbol is chosen; editors refuse a place that is not in the envelope. */
function selectionOf({ span, code, requestId }: Envelope): Span {
  const place = (code ?? requestId)?.span;
  return place && place.offset >= span.offset && endOf(place) <= endOf(span) ? place : { ...span, length: 0 };
}

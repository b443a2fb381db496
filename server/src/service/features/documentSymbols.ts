import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { plainText } from '../base/plainText';
import { endOf, type Span } from '../base/span';
import type { ServiceContext } from '../context/serviceContext';
import { rangeOf, type ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';

/** Only the first responses are listed. VS Code has the same limit for JSON documents. */
const maxSymbols = 5000;

/** Maximum length of a shown code or RequestId, in UTF-16 units. */
const maxNameLength = 200;

/** The responses of a document, failures named by their code, each with its RequestId. */
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

/** The selection range of a symbol. Editors reject one that is not inside the envelope. */
function selectionOf({ span, code, requestId }: Envelope): Span {
  const place = (code ?? requestId)?.span;
  return place && place.offset >= span.offset && endOf(place) <= endOf(span) ? place : { ...span, length: 0 };
}

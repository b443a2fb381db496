import { endOf, type Span, shiftSpan } from '../base/span';
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { type Envelope } from '../envelope/envelope';
import { firstEnvelopes, type Part } from '../document';
import type { PositionedText } from '../incremental/chunkedText';
import { plainText } from '../base/plainText';
import { rangeOf } from './range';
import * as l10n from '../base/localizer';

/** Responses that are listed, the first ones of a document, as many as VS Code lists of a JSON document. */
const mostSymbols = 5000;

/** UTF-16 units of a code or RequestId that are shown. */
const longestName = 200;

/** The responses of a document: a failure by its code, and each with its RequestId. */
export function documentSymbols(document: PositionedText, parts: readonly Part[]): DocumentSymbol[] {
  return firstEnvelopes(parts, mostSymbols, () => true).map(({ envelope, base }) => {
    const failed = envelope.status === 'failure';
    return {
      name: failed
        ? plainText(envelope.code?.value ?? '', longestName) || l10n.t('Failure without an error code')
        : l10n.t('Success'),
      detail: plainText(envelope.requestId?.value ?? '', longestName),
      kind: failed ? SymbolKind.Event : SymbolKind.Object,
      range: rangeOf(document, shiftSpan(envelope.span, base)),
      selectionRange: rangeOf(document, shiftSpan(selectionOf(envelope), base)),
    };
  });
}

/** What is shown when the symbol is chosen; editors refuse a place that is not in the envelope. */
function selectionOf({ span, code, requestId }: Envelope): Span {
  const place = (code ?? requestId)?.span;
  return place && place.offset >= span.offset && endOf(place) <= endOf(span) ? place : { ...span, length: 0 };
}

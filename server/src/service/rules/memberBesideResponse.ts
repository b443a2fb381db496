import { createScanner, SyntaxKind } from 'jsonc-parser';
import { endOf, type Sliceable, type Span } from '../base/span';
import type { JsonEnvelope } from '../envelope/envelope';
import { misplacedRequestIdOf } from '../envelope/members';
import type { EnvelopeRule } from './rule';

export const memberBesideResponse: EnvelopeRule = {
  meta: {
    id: 'member-beside-response',
    severity: 'off',
    description: 'There is a member next to `Response`.',
  },
  *check(envelope, { text, l10n }) {
    const { wrapper } = envelope.shape;
    // Of an embedded envelope the text is escaped, and cannot be read for names.
    if (!wrapper || envelope.source === 'embedded') {
      return;
    }
    const misplaced = misplacedRequestIdOf(envelope)?.name.offset;
    for (const { span, key } of membersOf(text, envelope)) {
      if (key !== wrapper.key && span.offset !== misplaced) {
        yield { span, message: l10n.t('Only `Response` is part of the contract; SDKs drop what is next to it.') };
      }
    }
  },
};

/** The names in the envelope's root, read from the text: the envelope keeps only those that make it one. */
function* membersOf(text: Sliceable, { span, shape }: JsonEnvelope): Iterable<{ span: Span; key: string }> {
  const { offset, length } = span;
  const scanner = createScanner(text.slice(offset, endOf(span)), true);
  scanner.setPosition(1);
  let depth = 0;
  let name: { span: Span; key: string } | undefined;
  while (scanner.getPosition() < length) {
    const token = scanner.scan();
    const here = { offset: offset + scanner.getTokenOffset(), length: scanner.getTokenLength() };
    if (here.offset === shape.response.span.offset) {
      scanner.setPosition(endOf(shape.response.span) - offset);
    } else if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) {
      depth++;
    } else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) {
      depth--;
    } else if (token === SyntaxKind.EOF) {
      return;
    } else if (depth === 0 && token === SyntaxKind.ColonToken && name) {
      yield name;
    }
    name = token === SyntaxKind.StringLiteral ? { span: here, key: scanner.getTokenValue() } : undefined;
  }
}

import { shiftSpan, type WholeText } from '../base/span';
import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { Catalog } from '../catalog';
import { insightsOf } from '../insights';
import type { Settings } from '../context/settings';
import { firstEnvelopes, type Part } from '../document';
import type { PositionedText } from '../incremental/chunkedText';
import { insightLabel, textsOf } from '../explain/insightText';
import { likelyProduct } from '../explain/likelyProduct';
import { rangeOf } from './range';
import { summaries } from '../explain/summary';
import * as l10n from '../base/localizer';

/** The commands of a client that has some; each gets one argument. */
export interface LensCommands {
  /** Explains a failure: the argument is `{code, uri, position}`, its code and a place in the envelope. */
  readonly explain: string;
  /** Copies a ticket: the argument is `{uri, position}`, a place in the envelope. */
  readonly copyTicket: string;
  /** Copies a policy draft for an action that was denied: the argument is like that of `copyTicket`. */
  readonly copyPolicy: string;
}

/** Failures that have lenses, the first ones of a document: more help nobody, and make the editor slow. */
const mostFailures = 1000;

/** A longer text is no code, and no argument of a command. */
const longestCode = 200;

/**
 * A line above each failure: what its code means, and what can be done. A client without our commands gets the former
 * only. Lenses are made at once: those of 1,000 failures cost less than asking for each of them.
 */
export function codeLenses(
  document: PositionedText & WholeText,
  parts: readonly Part[],
  catalog: Catalog,
  settings: Settings,
  commands: LensCommands | undefined,
): CodeLens[] {
  const summaryOf = summaries(catalog);
  const failures = firstEnvelopes(parts, mostFailures, ({ envelope }) => envelope.status === 'failure');
  return failures.flatMap(({ envelope, envelope: { span, code }, base }) => {
    // A lens has a place on one line only.
    const range = rangeOf(document, shiftSpan({ ...span, length: 1 }, base));
    const known = code?.value.trim() ?? '';
    const explained = known !== '' && known.length <= longestCode ? known : undefined;
    // A summary is the code's, and kept by it; an insight is this failure's own.
    const insights = insightsOf(textsOf(envelope));
    const label = insightLabel(insights);
    const { line } = summaryOf(code?.value, likelyProduct(catalog, document, parts, envelope, settings.product, base));
    const place = { uri: document.uri, position: range.start };
    const explain = (title: string): Command =>
      commands && explained !== undefined
        ? { title, command: commands.explain, arguments: [{ code: explained, ...place }] }
        : { title, command: '' };
    return [
      explain(label === undefined ? line : `${line} · ${label}`),
      ...(commands && explained !== undefined ? [explain(l10n.t('Explain'))] : []),
      ...(commands
        ? [
            {
              title: l10n.t('Copy Support Template'),
              command: commands.copyTicket,
              arguments: [place],
            },
          ]
        : []),
      ...(commands && insights.some(({ policy }) => policy !== undefined)
        ? [{ title: l10n.t('Copy CAM Policy Draft'), command: commands.copyPolicy, arguments: [place] }]
        : []),
    ].map((command) => ({ range, command }));
  });
}

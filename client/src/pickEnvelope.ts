import { l10n, Range, window, workspace, type QuickPickItem, type TextDocument, type TextEditor } from 'vscode';
import type { LazyLanguageClient } from './client/lazyLanguageClient';
import {
  envelopesRequest,
  type EnvelopePlace,
  type EnvelopesParams,
  type EnvelopeSummary,
} from '../../server/src/lsp/protocol';
import { envelopeGone } from './copyTicket';
import { inLabel } from './documentText';

/** An envelope that the user means, and the document that it is in. */
export interface PickedEnvelope {
  readonly document: TextDocument;
  readonly envelope: EnvelopeSummary;
}

interface EnvelopeItem extends QuickPickItem {
  readonly envelope: EnvelopeSummary;
}

/**
 * The envelope at the place that `argument` names, if it is an `EnvelopePlace`. Else the envelope at the cursor; where
 * there is none, the only one of the document, or the one that the user picks.
 * Undefined when there is none or the user thinks better of it; he has been told why in the former case.
 */
export async function pickEnvelope(
  client: LazyLanguageClient,
  argument?: unknown,
): Promise<PickedEnvelope | undefined> {
  if (isPlace(argument)) {
    return envelopeAt(client, argument);
  }
  const editor = window.activeTextEditor;
  if (!editor) {
    void window.showInformationMessage(l10n.t('Open a document with an API response first.'));
    return undefined;
  }
  const params: EnvelopesParams = { uri: editor.document.uri.toString(), position: editor.selection.active };
  const envelopes = await listEnvelopes(client, params);
  const [first] = envelopes;
  if (!first) {
    void window.showInformationMessage(l10n.t('There is no API response in this document.'));
    return undefined;
  }
  const envelope =
    envelopes.find(({ atCursor }) => atCursor) ?? (envelopes.length === 1 ? first : await ask(envelopes, editor));
  return envelope && { document: editor.document, envelope };
}

/** What a code lens of ours hands over; anybody else may hand over anything. */
export function isPlace(argument: unknown): argument is EnvelopePlace {
  if (typeof argument !== 'object' || argument === null || !('uri' in argument) || !('position' in argument)) {
    return false;
  }
  const { uri, position } = argument;
  return (
    typeof uri === 'string' &&
    typeof position === 'object' &&
    position !== null &&
    'line' in position &&
    'character' in position &&
    [position.line, position.character].every((part) => typeof part === 'number' && Number.isInteger(part) && part >= 0)
  );
}

async function envelopeAt(
  client: LazyLanguageClient,
  { uri, position: { line, character } }: EnvelopePlace,
): Promise<PickedEnvelope | undefined> {
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
  const envelopes = document ? await listEnvelopes(client, { uri, position: { line, character } }) : [];
  const envelope = envelopes.find(({ atCursor }) => atCursor);
  if (!document || !envelope) {
    void window.showInformationMessage(envelopeGone());
    return undefined;
  }
  return { document, envelope };
}

function listEnvelopes(client: LazyLanguageClient, params: EnvelopesParams): Promise<EnvelopeSummary[]> {
  return client.sendRequest<EnvelopeSummary[]>(envelopesRequest, params);
}

async function ask(envelopes: readonly EnvelopeSummary[], editor: TextEditor): Promise<EnvelopeSummary | undefined> {
  const items = envelopes.map((envelope): EnvelopeItem => {
    const failed = envelope.status === 'failure';
    const line = envelope.range.start.line + 1;
    return {
      label: failed
        ? `$(error) ${inLabel(envelope.code ?? l10n.t('Failure without an error code'))}`
        : `$(pass) ${l10n.t('Success')}`,
      description: inLabel(envelope.requestId ?? l10n.t('no RequestId')),
      detail: failed ? l10n.t('Failure, line {0}', line) : l10n.t('Success, line {0}', line),
      envelope,
    };
  });
  const picked = await window.showQuickPick(items, {
    title: l10n.t('API Responses in This Document'),
    placeHolder: l10n.t('Which response?'),
    matchOnDescription: true,
    matchOnDetail: true,
    onDidSelectItem: (item: EnvelopeItem) => {
      const { start, end } = item.envelope.range;
      editor.revealRange(new Range(start.line, start.character, end.line, end.character));
    },
  });
  return picked?.envelope;
}

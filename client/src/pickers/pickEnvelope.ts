import { l10n, Range, window, workspace, type QuickPickItem, type TextDocument, type TextEditor } from 'vscode';
import {
  envelopesRequest,
  type EnvelopePlace,
  type EnvelopesParams,
  type EnvelopeSummary,
} from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { escapeForLabel } from '../ui/escape';
import { showInformation } from '../ui/messages';
import { showEnvelopeGone } from '../ui/showEnvelopeGone';

export interface PickedEnvelope {
  readonly document: TextDocument;
  readonly envelope: EnvelopeSummary;
}

interface EnvelopeItem extends QuickPickItem {
  readonly envelope: EnvelopeSummary;
}

/**
 * The envelope at `place` if that is given. Otherwise the one at the cursor, the only one of its line or of the active
 * document, or one that the user picks. Undefined if the user cancels or there is no envelope; in that case a message says so.
 */
export async function pickEnvelope(
  client: LazyLanguageClient,
  place?: EnvelopePlace,
): Promise<PickedEnvelope | undefined> {
  if (place) {
    return envelopeAt(client, place);
  }
  const editor = window.activeTextEditor;
  if (!editor) {
    void showInformation(l10n.t('Open a document with an API response first.'));
    return undefined;
  }
  // A `Position` of VS Code would reach a web worker as an object without these: they are getters.
  const { line, character } = editor.selection.active;
  const params: EnvelopesParams = { uri: editor.document.uri.toString(), position: { line, character } };
  const envelopes = await listEnvelopes(client, params);
  if (envelopes.length === 0) {
    void showInformation(l10n.t('There is no API response in this document.'));
    return undefined;
  }
  const onLine = envelopes.filter(({ range }) => range.start.line <= line && line <= range.end.line);
  const envelope =
    envelopes.find(({ atCursor }) => atCursor) ??
    only(onLine) ??
    only(envelopes) ??
    (await showEnvelopes(envelopes, editor));
  return envelope && { document: editor.document, envelope };
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

async function envelopeAt(
  client: LazyLanguageClient,
  { uri, position: { line, character } }: EnvelopePlace,
): Promise<PickedEnvelope | undefined> {
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
  const envelopes = document ? await listEnvelopes(client, { uri, position: { line, character } }) : [];
  const envelope = envelopes.find(({ atCursor }) => atCursor);
  if (!document || !envelope) {
    showEnvelopeGone();
    return undefined;
  }
  return { document, envelope };
}

function listEnvelopes(client: LazyLanguageClient, params: EnvelopesParams): Promise<EnvelopeSummary[]> {
  return client.sendRequest<EnvelopeSummary[]>(envelopesRequest, params);
}

async function showEnvelopes(
  envelopes: readonly EnvelopeSummary[],
  editor: TextEditor,
): Promise<EnvelopeSummary | undefined> {
  const picked = await window.showQuickPick(envelopes.map(toItem), {
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

function toItem(envelope: EnvelopeSummary): EnvelopeItem {
  const failed = envelope.status === 'failure';
  const line = envelope.range.start.line + 1;
  return {
    label: failed
      ? `$(error) ${escapeForLabel(envelope.code ?? l10n.t('Failure without an error code'))}`
      : `$(pass) ${l10n.t('Success')}`,
    description: escapeForLabel(envelope.requestId ?? l10n.t('no RequestId')),
    detail: failed ? l10n.t('Failure, line {0}', line) : l10n.t('Success, line {0}', line),
    envelope,
  };
}

import { Range, window, type QuickPickItem, type TextEditor } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { envelopesRequest, type EnvelopesParams, type EnvelopeSummary } from '../../server/src/lsp/protocol';
import { inLabel } from './documentText';

/** An envelope that the user means, and the editor that shows it. */
export interface PickedEnvelope {
  readonly editor: TextEditor;
  readonly envelope: EnvelopeSummary;
}

interface EnvelopeItem extends QuickPickItem {
  readonly envelope: EnvelopeSummary;
}

/**
 * The envelope at the cursor; where there is none, the only one of the document, or the one that the user picks.
 * Undefined when there is none or the user thinks better of it; he has been told why in the former case.
 */
export async function pickEnvelope(client: BaseLanguageClient): Promise<PickedEnvelope | undefined> {
  const editor = window.activeTextEditor;
  if (!editor) {
    void window.showInformationMessage('Open a document with an API response first.');
    return undefined;
  }
  const params: EnvelopesParams = { uri: editor.document.uri.toString(), position: editor.selection.active };
  const envelopes = await client.sendRequest<EnvelopeSummary[]>(envelopesRequest, params);
  const [first] = envelopes;
  if (!first) {
    void window.showInformationMessage('There is no API response in this document.');
    return undefined;
  }
  const envelope =
    envelopes.find(({ atCursor }) => atCursor) ?? (envelopes.length === 1 ? first : await ask(envelopes, editor));
  return envelope && { editor, envelope };
}

async function ask(envelopes: readonly EnvelopeSummary[], editor: TextEditor): Promise<EnvelopeSummary | undefined> {
  const items = envelopes.map((envelope): EnvelopeItem => {
    const failed = envelope.status === 'failure';
    return {
      label: `$(${failed ? 'error' : 'pass'}) ${failed ? inLabel(envelope.code ?? 'Failure without a code') : 'Success'}`,
      description: inLabel(envelope.requestId ?? 'no RequestId'),
      detail: `${failed ? 'Failure' : 'Success'}, line ${envelope.range.start.line + 1}`,
      envelope,
    };
  });
  const picked = await window.showQuickPick(items, {
    title: 'API Responses in This Document',
    placeHolder: 'Which response?',
    matchOnDescription: true,
    matchOnDetail: true,
    onDidSelectItem: (item: EnvelopeItem) => {
      const { start, end } = item.envelope.range;
      editor.revealRange(new Range(start.line, start.character, end.line, end.character));
    },
  });
  return picked?.envelope;
}

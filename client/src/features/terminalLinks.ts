import { env, l10n, TerminalLink, window, workspace, type Disposable } from 'vscode';
import type { Range } from 'vscode-languageserver-types';
import {
  envelopesRequest,
  mayHoldResponse,
  type EnvelopesParams,
  type EnvelopeSummary,
} from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { clientTime } from '../tickets/clientTime';
import { copyTicket } from '../tickets/copyTicket';
import { escapeForLabel, escapeForMessage } from '../ui/escape';
import { showInformation } from '../ui/messages';
import type { Explanations } from './explanations';

class FailureLink extends TerminalLink {
  constructor(
    readonly failure: EnvelopeSummary,
    readonly text: string,
    readonly terminal: string,
    { start, end }: Range,
  ) {
    super(start.character, end.character - start.character, l10n.t('Explain, or copy for support'));
  }
}

/** Longer lines are ignored, since terminals request links again and again while the mouse moves. */
const maxLineLength = 20_000;

/** Turns error codes in terminals into links that offer to explain the failure or to copy it for support. */
export function registerTerminalLinks(client: LazyLanguageClient, explanations: Explanations): Disposable {
  return window.registerTerminalLinkProvider({
    async provideTerminalLinks({ line, terminal }): Promise<FailureLink[]> {
      const isOn = workspace.getConfiguration('apiResponse').get<boolean>('terminalLinks.enabled', true);
      if (!isOn || line.length > maxLineLength || !mayHoldResponse(line)) {
        return [];
      }
      const params: EnvelopesParams = { text: line };
      const envelopes = await client.sendRequest<EnvelopeSummary[]>(envelopesRequest, params).catch(() => []);
      return envelopes.flatMap((failure) => toLinks(failure, line, terminal.name));
    },
    handleTerminalLink: (link: FailureLink) => showActions(client, explanations, link),
  });
}

function toLinks(failure: EnvelopeSummary, text: string, terminal: string): FailureLink[] {
  const { code, codeRange } = failure;
  return code?.trim() && codeRange ? [new FailureLink(failure, text, terminal, codeRange)] : [];
}

async function showActions(client: LazyLanguageClient, explanations: Explanations, link: FailureLink): Promise<void> {
  const { failure, terminal, text } = link;
  const requestId = failure.requestId?.trim();
  const actions = [
    { label: l10n.t('Explain'), run: () => explanations.showCode(failure.code?.trim() ?? '') },
    {
      label: l10n.t('Copy Support Template'),
      run: () =>
        copyTicket(
          client,
          { text, index: failure.index, file: l10n.t('terminal {0}', terminal), time: clientTime() },
          requestId ?? null,
        ),
    },
    ...(requestId
      ? [
          {
            label: l10n.t('Copy RequestId'),
            run: async () => {
              await env.clipboard.writeText(requestId);
              void showInformation(l10n.t('RequestId {0} copied.', escapeForMessage(requestId)));
            },
          },
        ]
      : []),
  ];
  const picked = await window.showQuickPick(actions, { title: escapeForLabel(failure.code ?? '') });
  await picked?.run();
}

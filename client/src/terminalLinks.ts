import { env, l10n, TerminalLink, window, workspace, type Disposable } from 'vscode';
import type { LazyLanguageClient } from './client/lazyLanguageClient';
import type { Range } from 'vscode-languageserver-types';
import { envelopesRequest, type EnvelopesParams, type EnvelopeSummary } from '../../server/src/lsp/protocol';
import { copyTicket } from './copyTicket';
import { inLabel, inMessage } from './documentText';
import type { Explanations } from './explanations';
import { now } from './now';

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

/** Only lines that may hold a failure are sent to the server: terminals ask for the links of every line. */
const marks = ['TencentCloudSDK', '"Response"'];

/** Longer lines are not looked at: a terminal asks again and again while the mouse moves. */
const longestLine = 20_000;

/** Makes a link of each failure's code in a terminal; following it offers what can be done about the failure. */
export function registerTerminalLinks(client: LazyLanguageClient, explanations: Explanations): Disposable {
  return window.registerTerminalLinkProvider({
    async provideTerminalLinks({ line, terminal }): Promise<FailureLink[]> {
      const isOn = workspace.getConfiguration('apiResponse').get<boolean>('terminalLinks.enabled', true);
      if (!isOn || line.length > longestLine || !marks.some((mark) => line.includes(mark))) {
        return [];
      }
      const params: EnvelopesParams = { text: line };
      const envelopes = await client.sendRequest<EnvelopeSummary[]>(envelopesRequest, params).catch(() => []);
      return envelopes.flatMap((failure) => linkTo(failure, line, terminal.name));
    },
    handleTerminalLink: (link: FailureLink) => follow(client, explanations, link),
  });
}

function linkTo(failure: EnvelopeSummary, text: string, terminal: string): FailureLink[] {
  const { code, codeRange } = failure;
  return code?.trim() && codeRange ? [new FailureLink(failure, text, terminal, codeRange)] : [];
}

async function follow(client: LazyLanguageClient, explanations: Explanations, link: FailureLink): Promise<void> {
  const { failure, terminal, text } = link;
  const requestId = failure.requestId?.trim();
  const actions = [
    { label: l10n.t('Explain'), run: () => explanations.showCode(failure.code?.trim() ?? '') },
    {
      label: l10n.t('Copy Support Template'),
      run: () =>
        copyTicket(
          client,
          { text, index: failure.index, file: l10n.t('terminal {0}', terminal), time: now() },
          requestId ?? null,
        ),
    },
    ...(requestId
      ? [
          {
            label: l10n.t('Copy RequestId'),
            run: async () => {
              await env.clipboard.writeText(requestId);
              void window.showInformationMessage(l10n.t('RequestId {0} copied.', inMessage(requestId)));
            },
          },
        ]
      : []),
  ];
  const picked = await window.showQuickPick(actions, { title: inLabel(failure.code ?? '') });
  await picked?.run();
}

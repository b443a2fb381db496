import { l10n, TerminalLink, window, workspace, type Disposable, type TerminalLinkProvider } from 'vscode';
import type { Range } from 'vscode-languageserver-types';
import {
  envelopesRequest,
  mayHoldResponse,
  type EnvelopesParams,
  type EnvelopeSummary,
} from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { clientTime } from '../tickets/clientTime';
import { copyRequestId } from '../tickets/copyRequestId';
import { copyTicket } from '../tickets/copyTicket';
import { escapeForLabel } from '../ui/escape';
import type { Explanations } from './explanations';
import { KnownCodes } from './knownCodes';

class FailureLink extends TerminalLink {
  constructor(
    readonly failure: EnvelopeSummary,
    readonly text: string,
    readonly terminal: string,
    readonly codeRange: Range,
  ) {
    const { start, end } = codeRange;
    super(start.character, end.character - start.character, l10n.t('Explain, or copy for support'));
  }
}

/** A code on a line of its own, as in a response on several lines: terminals hand out single lines. */
class CodeLink extends TerminalLink {
  constructor(
    readonly code: string,
    startIndex: number,
  ) {
    super(startIndex, code.length, l10n.t('Explain'));
  }
}

const codeMember = /"Code"\s*:\s*"([A-Z]\w*(?:\.\w+)*)"/g;

/** Longer lines are ignored, since terminals request links again and again while the mouse moves. */
const maxLineLength = 20_000;

/** Turns error codes in terminals into links that offer to explain the failure or to copy it for support. */
export function registerTerminalLinks(client: LazyLanguageClient, explanations: Explanations): Disposable {
  const known = new KnownCodes(client);
  const provider: TerminalLinkProvider<FailureLink | CodeLink> = {
    async provideTerminalLinks({ line, terminal }) {
      const isOn = workspace.getConfiguration('apiResponse').get<boolean>('terminalLinks.enabled', true);
      if (!isOn || line.length > maxLineLength) {
        return [];
      }
      const members = [...line.matchAll(codeMember)];
      if (members.length === 0 && !mayHoldResponse(line)) {
        return [];
      }
      const params: EnvelopesParams = { text: line };
      const envelopes = await client.sendRequest<EnvelopeSummary[]>(envelopesRequest, params).catch(() => []);
      return envelopes.length > 0
        ? envelopes.flatMap((failure) => toLinks(failure, line, terminal.name))
        : codeLinks(members, known);
    },
    handleTerminalLink: (link) =>
      link instanceof FailureLink ? showActions(client, explanations, link) : explanations.showCode(link.code),
  };
  return window.registerTerminalLinkProvider(provider);
}

async function codeLinks(members: readonly RegExpMatchArray[], known: KnownCodes): Promise<CodeLink[]> {
  const links: CodeLink[] = [];
  for (const { 0: member, 1: code = '', index = 0 } of members) {
    if (await known.has(code)) {
      links.push(new CodeLink(code, index + member.length - code.length - 1));
    }
  }
  return links;
}

function toLinks(failure: EnvelopeSummary, text: string, terminal: string): FailureLink[] {
  const { code, codeRange } = failure;
  return code?.trim() && codeRange ? [new FailureLink(failure, text, terminal, codeRange)] : [];
}

async function showActions(client: LazyLanguageClient, explanations: Explanations, link: FailureLink): Promise<void> {
  const { codeRange, failure, terminal, text } = link;
  const code = failure.code?.trim() ?? '';
  const requestId = failure.requestId?.trim();
  const actions = [
    { label: l10n.t('Explain'), run: () => explanations.showCodeIn(text, codeRange.start, code) },
    {
      label: l10n.t('Copy Support Ticket'),
      run: () =>
        copyTicket(
          client,
          { text, index: failure.index, file: l10n.t('terminal {0}', terminal), time: clientTime() },
          requestId ?? null,
        ),
    },
    ...(requestId ? [{ label: l10n.t('Copy RequestId'), run: () => copyRequestId(requestId) }] : []),
  ];
  const picked = await window.showQuickPick(actions, { title: escapeForLabel(code) });
  await picked?.run();
}

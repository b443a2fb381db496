import { MarkdownString } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { explainCommand } from '../../../server/src/lsp/protocol';
import { noteHover } from '../walkthrough/noteHover';

/** Lets the links of our hovers run the one command that they have, and no other. Notes the first for the walkthrough. */
export const hoverMiddleware: Pick<Middleware, 'provideHover'> = {
  provideHover: async (document, position, token, next) => {
    const hover = await next(document, position, token);
    for (const content of hover?.contents ?? []) {
      if (content instanceof MarkdownString) {
        content.isTrusted = { enabledCommands: [explainCommand] };
      }
    }
    if (hover) {
      noteHover();
    }
    return hover;
  },
};

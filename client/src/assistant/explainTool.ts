import {
  CancellationError,
  l10n,
  LanguageModelTextPart,
  LanguageModelToolResult,
  lm,
  type CancellationToken,
  type Disposable,
  type LanguageModelTool,
  type PreparedToolInvocation,
} from 'vscode';
import {
  explainForAssistantRequest,
  type ExplainForAssistantParams,
  type ExplainForAssistantResult,
} from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { escapeForMessage } from '../ui/escape';
import { readWorkspaceFile } from './workspaceFile';

/** What a language model passes: one of the two. Models do not keep to schemas that say so. */
interface Input {
  readonly text?: string;
  readonly file?: string;
}

/** Registers the language model tool `#apiResponse`, which package.json describes. */
export function registerExplainTool(client: LazyLanguageClient): Disposable {
  return lm.registerTool('explain_api_response', new ExplainTool(client));
}

class ExplainTool implements LanguageModelTool<Input> {
  constructor(private readonly client: LazyLanguageClient) {}

  prepareInvocation({ input }: { readonly input: Input }): PreparedToolInvocation {
    const file = escapeForMessage(input.file ?? '');
    const read = file === '' ? l10n.t('Reads the text in the request.') : l10n.t('Reads the file {0}.', file);
    const passed = l10n.t(
      'The language model gets the error codes, messages and RequestIds that are found, and what they mean. Secrets are taken out. Nothing else is passed on.',
    );
    return {
      invocationMessage: l10n.t('Explaining API responses'),
      confirmationMessages: {
        title: l10n.t('Explain API responses?'),
        message: `${read} ${passed}`,
      },
    };
  }

  async invoke({ input }: { readonly input: Input }, token: CancellationToken): Promise<LanguageModelToolResult> {
    const params = await paramsOf(input);
    const result = await this.request(params, token);
    return new LanguageModelToolResult([new LanguageModelTextPart(textOf(result))]);
  }

  private async request(
    params: ExplainForAssistantParams,
    token: CancellationToken,
  ): Promise<ExplainForAssistantResult | null> {
    try {
      return await this.client.sendRequest<ExplainForAssistantResult | null>(explainForAssistantRequest, params, token);
    } catch (error) {
      throw token.isCancellationRequested ? new CancellationError() : error;
    }
  }
}

/** The text to explain. The errors are for the model, which can do better next time. */
async function paramsOf({ text, file }: Input): Promise<ExplainForAssistantParams> {
  if (file !== undefined && text === undefined) {
    const found = await readWorkspaceFile(file);
    return { text: found.text, uri: found.uri.toString() };
  }
  if (text === undefined || file !== undefined) {
    throw new Error(l10n.t('Pass either text or file.'));
  }
  return { text };
}

function textOf(result: ExplainForAssistantResult | null): string {
  if (!result) {
    return l10n.t('No API response, SDK exception, error code or RequestId was found.');
  }
  if ('tooLarge' in result) {
    throw new Error(l10n.t('This is too large to be read. Pass the part with the failure as text.'));
  }
  return result.text;
}

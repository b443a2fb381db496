import { commands, Disposable, Uri, window, workspace } from 'vscode';
import type { LazyLanguageClient } from './client/lazyLanguageClient';
import { explainRequest, type ExplainParams, type ExplainResult } from '../../server/src/lsp/protocol';

const scheme = 'api-response-explanation';

/** As many explanations of copied texts are kept as anybody has open. */
const mostKept = 20;

/** Read-only documents that explain something: a code, by its name in the address, or what was found in a text. */
export class Explanations implements Disposable {
  private readonly ofTexts = new Map<string, string>();
  private readonly registration: Disposable;
  private made = 0;

  constructor(private readonly client: LazyLanguageClient) {
    this.registration = workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: ({ path }) =>
        this.ofTexts.get(path) ?? this.ask({ code: path.slice(1, -'.md'.length) }),
    });
  }

  showCode(code: string): Promise<void> {
    return show(`/${code}.md`, 'markdown.showPreview');
  }

  /** Explains a failure of a document: what its code means, and what its message adds. */
  async showFailure(params: ExplainParams): Promise<void> {
    await show(this.keep(params.code, await this.ask(params)), 'markdown.showPreview');
  }

  /** Shows Markdown beside the editor. */
  showText(title: string, markdown: string): Promise<void> {
    return show(this.keep(title, markdown), 'markdown.showPreviewToSide');
  }

  dispose(): void {
    this.registration.dispose();
  }

  /** Keeps Markdown under a path of its own. */
  private keep(title: string, markdown: string): string {
    const path = `/${title} ${++this.made}.md`;
    this.ofTexts.set(path, markdown);
    const [oldest] = this.ofTexts.keys();
    if (oldest !== undefined && this.ofTexts.size > mostKept) {
      this.ofTexts.delete(oldest);
    }
    return path;
  }

  private async ask(params: ExplainParams): Promise<string> {
    const result = await this.client.sendRequest<ExplainResult | null>(explainRequest, params);
    return result?.markdown ?? '';
  }
}

/** Opens an explanation rendered, or as text where VS Code's Markdown support is switched off. */
async function show(path: string, command: string): Promise<void> {
  const uri = Uri.from({ scheme, path });
  const document = await workspace.openTextDocument(uri);
  try {
    await commands.executeCommand(command, uri);
  } catch {
    await window.showTextDocument(document, { preview: true });
  }
}

import { commands, Disposable, Uri, window, workspace } from 'vscode';
import { explainRequest, type ExplainParams, type ExplainResult } from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { pageName, textOfPage } from '../ui/pageName';

const scheme = 'api-response-explanation';

/** More than anybody has open at once. */
const maxKept = 20;

/**
 * Read-only documents that explain an error code, a failure or a text. The path of an explanation of a code contains the
 * code; the Markdown of all others is kept here.
 */
export class Explanations implements Disposable {
  private readonly kept = new Map<string, string>();
  private readonly registration: Disposable;
  private lastNumber = 0;

  constructor(private readonly client: LazyLanguageClient) {
    this.registration = workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: ({ path }) =>
        this.kept.get(path) ?? this.request({ code: textOfPage(path.slice(1, -'.md'.length)) }),
    });
  }

  showCode(code: string): Promise<void> {
    return open(`/${pageName(code)}.md`, 'markdown.showPreview');
  }

  /** Explains a failure in a document: what its code means, and what its message adds. */
  async showFailure(params: ExplainParams): Promise<void> {
    await open(this.keep(params.code, await this.request(params)), 'markdown.showPreview');
  }

  /** Shows Markdown beside the editor. */
  showText(title: string, markdown: string): Promise<void> {
    return open(this.keep(title, markdown), 'markdown.showPreviewToSide');
  }

  dispose(): void {
    this.registration.dispose();
  }

  /** Keeps Markdown and returns the path of its document. */
  private keep(title: string, markdown: string): string {
    const path = `/${pageName(title)} ${++this.lastNumber}.md`;
    this.kept.set(path, markdown);
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size > maxKept) {
      this.kept.delete(oldest);
    }
    return path;
  }

  private async request(params: ExplainParams): Promise<string> {
    const result = await this.client.sendRequest<ExplainResult | null>(explainRequest, params);
    return result?.markdown ?? '';
  }
}

/** Opens an explanation in the Markdown preview, or as text if VS Code's Markdown extension is disabled. */
async function open(path: string, command: string): Promise<void> {
  const uri = Uri.from({ scheme, path });
  const document = await workspace.openTextDocument(uri);
  try {
    await commands.executeCommand(command, uri);
  } catch {
    await window.showTextDocument(document, { preview: true });
  }
}

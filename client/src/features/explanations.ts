import { commands, Disposable, TabInputText, TabInputWebview, Uri, window, workspace, type Tab } from 'vscode';
import { explainRequest, type ExplainParams, type ExplainResult } from '../../../server/src/lsp/protocol';
import { isEnvelopePlace } from '../client/envelopePlace';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { explanationScheme } from '../client/readDocuments';

/** More than anybody has open at once. */
const maxKept = 20;

/**
 * Read-only documents that explain an error code, a failure or a text. VS Code opens them again in later sessions. The
 * address says which code or failure is explained. A text may hold secrets, so its explanation is kept here only, and its
 * page closes with the session.
 */
export class Explanations implements Disposable {
  private readonly kept = new Map<string, string>();
  private readonly registration: Disposable;
  private lastNumber = 0;

  constructor(private readonly client: LazyLanguageClient) {
    this.registration = workspace.registerTextDocumentContentProvider(explanationScheme, {
      provideTextDocumentContent: (uri) => this.contentOf(uri),
    });
  }

  showCode(code: string): Promise<void> {
    return this.showFailure({ code });
  }

  /** Explains a failure in a document: what its code means, and what its message adds. */
  showFailure(params: ExplainParams): Promise<void> {
    return open(addressOf(params.code, JSON.stringify(params)), 'markdown.showPreview');
  }

  /** Shows Markdown beside the editor. */
  showText(title: string, markdown: string): Promise<void> {
    // Different from those of earlier sessions.
    const id = `${Date.now()}-${++this.lastNumber}`;
    this.kept.set(id, markdown);
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size > maxKept) {
      this.kept.delete(oldest);
    }
    return open(addressOf(title, id), 'markdown.showPreviewToSide');
  }

  dispose(): void {
    this.registration.dispose();
  }

  private async contentOf(uri: Uri): Promise<string> {
    const kept = this.kept.get(uri.query);
    if (kept !== undefined) {
      return kept;
    }
    const params = readParams(uri.query);
    if (!params) {
      await closePages(uri);
      return '';
    }
    if (params.place) {
      // The server only knows open documents. Without this one it explains the code alone.
      await Promise.resolve(workspace.openTextDocument(Uri.parse(params.place.uri))).catch(() => undefined);
    }
    const result = await this.client.sendRequest<ExplainResult | null>(explainRequest, params);
    return result?.markdown ?? '';
  }
}

/** The path is what tabs are called, the query says what is explained. */
function addressOf(title: string, query: string): Uri {
  return Uri.from({ scheme: explanationScheme, path: `/${title.replace(/[^\p{L}\p{N}._-]+/gu, '_')}.md`, query });
}

/** What an address says is explained; undefined if that was kept in an earlier session only. */
function readParams(query: string): ExplainParams | undefined {
  try {
    const params: unknown = JSON.parse(query);
    if (typeof params === 'object' && params !== null && 'code' in params && typeof params.code === 'string') {
      const place = 'place' in params && isEnvelopePlace(params.place) ? { place: params.place } : {};
      return { code: params.code, ...place };
    }
  } catch {
    // Not the address of a code.
  }
  return undefined;
}

/** Opens an explanation in the Markdown preview, or as text if VS Code's Markdown extension is disabled. */
async function open(uri: Uri, command: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  try {
    await commands.executeCommand(command, uri);
  } catch {
    await window.showTextDocument(document, { preview: true });
  }
}

async function closePages(uri: Uri): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  await window.tabGroups.close(tabs.filter((tab) => shows(tab, uri)));
}

/** The tab of a preview does not say which document it shows, except in its label: `Preview Clipboard.md`. */
function shows({ input, label }: Tab, uri: Uri): boolean {
  return input instanceof TabInputText
    ? input.uri.toString() === uri.toString()
    : input instanceof TabInputWebview &&
        input.viewType.endsWith('markdown.preview') &&
        label.endsWith(` ${uri.path.slice(1)}`);
}

import {
  commands,
  Disposable,
  EventEmitter,
  TabInputText,
  TabInputWebview,
  Uri,
  window,
  workspace,
  type Tab,
} from 'vscode';
import type { Position } from 'vscode-languageserver-types';
import {
  explainRequest,
  explainTextRequest,
  type EnvelopePlace,
  type ExplainParams,
  type ExplainResult,
  type ExplainTextParams,
} from '../../../server/src/lsp/protocol';
import { isEnvelopePlace } from '../client/envelopePlace';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { explanationScheme } from '../client/readDocuments';

/** More than anybody has open at once. */
const maxKept = 20;

/** The path of the page of a related code, as in links of explanations. All other pages have no folder. */
const relatedPath = /^\/code\/([A-Z][\w.]*)\.md$/;

/** What the address of a page says is explained. */
type PageParams = Pick<ExplainParams, 'code' | 'product'> & { readonly place?: EnvelopePlace };

/**
 * Read-only documents that explain an error code, a failure or a text, made anew when the answers of the server change.
 * VS Code opens them again in later sessions. The address says which code or failure is explained. A text may hold secrets,
 * so it is kept here only, and its page closes with the session.
 */
export class Explanations implements Disposable {
  private readonly kept = new Map<string, string>();
  private readonly changes = new EventEmitter<Uri>();
  private readonly registration: Disposable;
  private lastNumber = 0;

  constructor(private readonly client: LazyLanguageClient) {
    this.registration = Disposable.from(
      this.changes,
      workspace.registerTextDocumentContentProvider(explanationScheme, {
        onDidChange: this.changes.event,
        provideTextDocumentContent: (uri) => this.contentOf(uri),
      }),
      client.onDidRefresh(() => this.makeAnew()),
    );
  }

  showCode(code: string): Promise<void> {
    return this.showFailure({ code });
  }

  /** Explains a failure in a document: what its code means, and what its message adds. */
  async showFailure(params: PageParams): Promise<void> {
    // The page outlives the place: once that is gone, the code is still explained for its product.
    const product = params.place && (await this.explain(params))?.product;
    const address = JSON.stringify({ ...params, ...(product ? { product } : {}) });
    await open(addressOf(params.code, address), 'markdown.showPreview');
  }

  /** Explains the code of a failure in a text that is no document. The text may hold secrets: only its product is kept. */
  async showCodeIn(text: string, position: Position, code: string): Promise<void> {
    const product = (await this.explain({ code, place: { text, position } }))?.product;
    await this.showFailure({ code, ...(product ? { product } : {}) });
  }

  /** Explains a text beside the editor. Returns whether there is something to explain. */
  async showText(title: string, text: string): Promise<boolean> {
    if (!(await this.explainText(text))) {
      return false;
    }
    // Different from those of earlier sessions.
    const id = `${Date.now()}-${++this.lastNumber}`;
    this.kept.set(id, text);
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size > maxKept) {
      this.kept.delete(oldest);
    }
    await open(addressOf(title, id), 'markdown.showPreviewToSide');
    return true;
  }

  dispose(): void {
    this.registration.dispose();
  }

  private makeAnew(): void {
    const pages = workspace.textDocuments.filter(({ uri }) => uri.scheme === explanationScheme);
    pages.forEach(({ uri }) => this.changes.fire(uri));
    // VS Code closes the document behind a preview after a few minutes. The preview then reads it again.
    if (allTabs().some(isPreview)) {
      void commands.executeCommand('markdown.preview.refresh');
    }
  }

  private async contentOf(uri: Uri): Promise<string> {
    const params = readParams(uri.query);
    const related = relatedPath.exec(uri.path)?.[1];
    const kept = this.kept.get(uri.query);
    if (related !== undefined) {
      const product = params?.product;
      return (await this.explain({ code: related, ...(product ? { product } : {}) }))?.markdown ?? '';
    }
    if (kept !== undefined) {
      return (await this.explainText(kept))?.markdown ?? '';
    }
    if (!params) {
      await closePages(uri);
      return '';
    }
    return (await this.explain(params))?.markdown ?? '';
  }

  private async explain(params: ExplainParams): Promise<ExplainResult | null> {
    if (params.place && 'uri' in params.place) {
      // The server only knows open documents. Without this one it explains the code alone.
      await Promise.resolve(workspace.openTextDocument(Uri.parse(params.place.uri))).catch(() => undefined);
    }
    return this.client.sendRequest(explainRequest, { ...params, pages: true } satisfies ExplainParams);
  }

  private explainText(text: string): Promise<ExplainResult | null> {
    return this.client.sendRequest(explainTextRequest, { text, pages: true } satisfies ExplainTextParams);
  }
}

/** The path is what tabs are called, the query says what is explained. */
function addressOf(title: string, query: string): Uri {
  return Uri.from({ scheme: explanationScheme, path: `/${title.replace(/[^\p{L}\p{N}._-]+/gu, '_')}.md`, query });
}

/** What an address says is explained; undefined if that was kept in an earlier session only. */
function readParams(query: string): PageParams | undefined {
  try {
    const params: unknown = JSON.parse(query);
    if (typeof params === 'object' && params !== null && 'code' in params && typeof params.code === 'string') {
      const place = 'place' in params && isEnvelopePlace(params.place) ? { place: params.place } : {};
      const product = 'product' in params && typeof params.product === 'string' ? { product: params.product } : {};
      return { code: params.code, ...place, ...product };
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
  await window.tabGroups.close(allTabs().filter((tab) => shows(tab, uri)));
}

function allTabs(): Tab[] {
  return window.tabGroups.all.flatMap(({ tabs }) => tabs);
}

function isPreview({ input }: Tab): boolean {
  return input instanceof TabInputWebview && input.viewType.endsWith('markdown.preview');
}

/** The tab of a preview does not say which document it shows, except in its label: `Preview Clipboard.md`. */
function shows(tab: Tab, uri: Uri): boolean {
  return tab.input instanceof TabInputText
    ? tab.input.uri.toString() === uri.toString()
    : isPreview(tab) && tab.label.endsWith(` ${uri.path.slice(1)}`);
}

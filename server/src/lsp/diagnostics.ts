import type { Connection, Diagnostic } from 'vscode-languageserver';
import { findings, toDiagnostics, type Catalog } from '../service';
import type { Documents, OpenDocument } from './documents';
import { safely, type Log } from './safely';

/** Milliseconds of quiet after an edit before findings are pushed. */
const quiet = 150;

/** Languages of which VS Code itself says where they are not valid JSON. */
const validatedElsewhere: ReadonlySet<string> = new Set(['json', 'jsonc']);

/** What findings are made with, beside the document. */
export interface Knowledge {
  /** Asked for when the first answer needs it. */
  readonly catalog: () => Catalog;
  /** Address of docs/rules.md. */
  readonly rulesPage: string;
}

/** The findings of a document, as the editor wants them. */
export function diagnose({ document, configuration, responses }: OpenDocument, knowledge: Knowledge): Diagnostic[] {
  if (!configuration.diagnostics) {
    return [];
  }
  const settings = validatedElsewhere.has(document.languageId)
    ? { ...configuration, rules: { ...configuration.rules, 'invalid-json': 'off' as const } }
    : configuration;
  const found = findings(responses, document.getText(), knowledge.catalog(), settings);
  return toDiagnostics(document, found, knowledge.rulesPage);
}

/** Pushes findings to clients that do not ask for them: after a pause, for the version they belong to, none after close. */
export class DiagnosticsPush {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: Documents,
    private readonly knowledge: Knowledge,
    private readonly log: Log,
  ) {
    documents.texts.onDidChangeContent(({ document }) => this.schedule(document.uri));
    documents.texts.onDidClose(({ document }) => {
      this.cancel(document.uri);
      void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    });
  }

  all(): void {
    this.documents.texts.keys().forEach((uri) => this.schedule(uri));
  }

  private schedule(uri: string): void {
    this.cancel(uri);
    this.timers.set(
      uri,
      setTimeout(() => {
        this.timers.delete(uri);
        void safely(this.log, 'diagnostics', undefined, () => this.push(uri));
      }, quiet),
    );
  }

  private async push(uri: string): Promise<void> {
    const open = await this.documents.read(uri);
    if (open) {
      const { version } = open.document;
      await this.connection.sendDiagnostics({ uri, version, diagnostics: diagnose(open, this.knowledge) });
    }
  }

  private cancel(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
  }
}

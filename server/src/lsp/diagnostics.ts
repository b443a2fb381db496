import type { Connection, Diagnostic } from 'vscode-languageserver';
import {
  findings,
  someFindings,
  toDiagnostics,
  type Catalog,
  type ChunkedText,
  type Language,
  type ParsedText,
  type Settings,
  type Strings,
} from '../service';
import type { Configuration } from './configuration';
import type { Documents, OpenDocument } from './documents';
import { safely } from './safely';

/** Milliseconds of quiet after an edit before findings are pushed. */
const quiet = 150;

/** Languages of which VS Code itself says where they are not valid JSON. */
const validatedElsewhere: ReadonlySet<string> = new Set(['json', 'jsonc']);

/** What answers are made with, beside the document. */
export interface Knowledge {
  /** Asked for when the first answer needs it. In the language that is spoken, unless another is asked for. */
  readonly catalog: (language?: Language) => Catalog;
  readonly strings: (language: Language) => Strings;
  /** Address of docs/rules.md. */
  readonly rulesPage: string;
  /** A RequestId that no call has. */
  readonly newRequestId: () => string;
}

/** More findings than this in one document help nobody, and make the editor slow. */
const mostFindings = 100;

/** The findings of a document, as the editor wants them. */
export function diagnose({ document, configuration, parts }: OpenDocument, knowledge: Knowledge): Diagnostic[] {
  if (!configuration.diagnostics) {
    return [];
  }
  const settings = validatedElsewhere.has(document.languageId) ? withoutValidity(configuration) : configuration;
  return toDiagnostics(document, someFindings(parts, knowledge.catalog(), settings, mostFindings), knowledge.rulesPage);
}

/** The findings of a file that is not open. */
export function diagnoseFile(
  document: ChunkedText,
  text: string,
  responses: ParsedText,
  configuration: Configuration,
  knowledge: Knowledge,
): Diagnostic[] {
  if (!configuration.diagnostics) {
    return [];
  }
  const found = findings(responses, text, knowledge.catalog(), configuration);
  const first = found.slice(0, mostFindings);
  return toDiagnostics(document, { first, total: found.length }, knowledge.rulesPage);
}

const settingsWithoutValidity = new WeakMap<Configuration, Settings>();

/** The same settings each time, so that findings made with them are known again. */
function withoutValidity(configuration: Configuration): Settings {
  let settings = settingsWithoutValidity.get(configuration);
  if (!settings) {
    settings = { ...configuration, rules: { ...configuration.rules, 'invalid-json': 'off' } };
    settingsWithoutValidity.set(configuration, settings);
  }
  return settings;
}

/** Pushes findings to clients that do not ask for them: after a pause, for the version they belong to, none after close. */
export class DiagnosticsPush {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: Documents,
    private readonly knowledge: Knowledge,
    /** What is published of a document beside its findings. */
    private readonly others: (uri: string) => readonly Diagnostic[],
  ) {
    documents.texts.onDidChangeContent(({ document }) => this.schedule(document.uri));
    documents.texts.onDidClose(({ document }) => {
      this.cancel(document.uri);
      void connection.sendDiagnostics({ uri: document.uri, diagnostics: [...this.others(document.uri)] });
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
        void safely(this.connection.console, 'diagnostics', undefined, () => this.push(uri));
      }, quiet),
    );
  }

  private async push(uri: string): Promise<void> {
    const open = await this.documents.read(uri);
    if (open) {
      const { version } = open.document;
      await this.connection.sendDiagnostics({
        uri,
        version,
        diagnostics: [...diagnose(open, this.knowledge), ...this.others(uri)],
      });
    }
  }

  private cancel(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
  }
}

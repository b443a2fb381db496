import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import {
  defaultSettings,
  displayLanguages,
  readRuleSettings,
  type DisplayLanguage,
  type Settings,
} from '../../service';

/** The settings of the user. */
export interface Configuration extends Settings {
  readonly hover: boolean;
  readonly diagnostics: boolean;
  /** Diagnostics in Markdown too, where malformed examples are normal. */
  readonly diagnosticsInMarkdown: boolean;
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  readonly completion: boolean;
  readonly symbols: boolean;
  /** Globs of documents that are API responses whatever their content. */
  readonly declared: readonly string[];
  readonly unwrapped: boolean;
  readonly supportTemplate: string;
  /** Paths of the user's catalog files. */
  readonly catalogs: readonly string[];
  /** Undefined: the language of the client. */
  readonly ticketLanguage: DisplayLanguage | undefined;
  /** Longer documents, in UTF-16 units, are parsed only when the user asks for it. */
  readonly maxLength: number;
}

/** Limits on the number of globs, and on the length of a glob or path: matching must stay cheap. */
const maxGlobs = 1_000;
const maxTextLength = 1_000;

/** Larger documents take seconds to open, and few are worth it. */
const defaultMegabytes = 20;

export const defaultConfiguration: Configuration = {
  ...defaultSettings,
  hover: true,
  diagnostics: true,
  diagnosticsInMarkdown: false,
  codeLens: true,
  inlayHints: false,
  completion: true,
  symbols: true,
  declared: [],
  unwrapped: false,
  supportTemplate: '',
  catalogs: [],
  ticketLanguage: undefined,
  maxLength: defaultMegabytes * 1e6,
};

/** Reads the section `apiResponse` as sent by the client. Invalid values count as not set. */
export function readConfiguration(value: unknown): Configuration {
  const section = objectOf(value);
  const enabled = (name: string): boolean => objectOf(section[name]).enabled !== false;
  const globs = objectOf(section.files).declared;
  return {
    rules: readRuleSettings(section.rules),
    product: stringOf(section.product),
    sourceCode: enabled('sourceCode'),
    hover: enabled('hover'),
    diagnostics: enabled('diagnostics'),
    diagnosticsInMarkdown: objectOf(section.diagnostics).markdown === true,
    codeLens: enabled('codeLens'),
    // Off by default.
    inlayHints: objectOf(section.inlayHints).enabled === true,
    completion: enabled('completion'),
    symbols: enabled('symbols'),
    declared: Array.isArray(globs) ? globs.filter(isShort).slice(0, maxGlobs) : [],
    unwrapped: objectOf(section.recognition).unwrapped === true,
    supportTemplate: stringOf(section.supportTemplate),
    catalogs: Array.isArray(section.catalogs) ? section.catalogs.filter(isShort) : [],
    ticketLanguage: displayLanguages.find((language) => language === objectOf(section.ticket).language),
    maxLength: 1e6 * (typeof section.maxFileSize === 'number' ? section.maxFileSize : defaultMegabytes),
  };
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= maxTextLength;
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** How long an answer of the client is waited for, in milliseconds. */
const defaultPatience = 5_000;

/** The configuration of each document, requested once and again after a change. */
export class Configurations {
  private readonly perDocument = new Map<string, Promise<Configuration>>();
  private readonly lateAnswers: (() => void)[] = [];
  /** What the client last sent unasked: it counts where the client cannot be asked, or has no answer. */
  private pushed: Configuration;
  private readonly canRequest: boolean;
  private patience: number;

  constructor(
    private readonly connection: Connection,
    { workspace }: ClientCapabilities,
    initializationOptions: unknown,
    private readonly fullPatience = defaultPatience,
  ) {
    this.patience = fullPatience;
    this.canRequest = workspace?.configuration === true;
    this.pushed = readConfiguration(objectOf(initializationOptions).apiResponse ?? initializationOptions);
  }

  /** The configuration of a document, or of the workspace if no URI is given. */
  get(uri = ''): Promise<Configuration> {
    const known = this.perDocument.get(uri);
    if (known) {
      return known;
    }
    const configuration = this.request(uri, (late) => {
      if (this.perDocument.get(uri) === configuration) {
        this.perDocument.set(uri, Promise.resolve(late));
        this.lateAnswers.forEach((callback) => callback());
      }
    });
    this.perDocument.set(uri, configuration);
    return configuration;
  }

  /**
   * Like `get`, but not cached: for a file that is not open. If the client does not answer in time, this goes on with the
   * initial settings, and calls `onLate` when it does.
   */
  request(uri: string, onLate: (configuration: Configuration) => void = () => undefined): Promise<Configuration> {
    if (!this.canRequest) {
      return Promise.resolve(this.pushed);
    }
    const answer = this.connection.workspace
      .getConfiguration(uri === '' ? { section: 'apiResponse' } : { scopeUri: uri, section: 'apiResponse' })
      .then(
        // Clients whose user has set nothing answer null.
        (section: unknown) => (section === null ? this.pushed : readConfiguration(section)),
        () => this.pushed,
      );
    return new Promise((resolve) => {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        // Nor are the other documents kept waiting.
        this.patience = 0;
        resolve(this.pushed);
      }, this.patience);
      void answer.then((configuration) => {
        clearTimeout(timer);
        this.patience = this.fullPatience;
        resolve(configuration);
        if (isLate) {
          onLate(configuration);
        }
      });
    });
  }

  /** Calls back when the client has answered after all, and a document has other settings than before. */
  onLateAnswer(callback: () => void): void {
    this.lateAnswers.push(callback);
  }

  /** Call when any setting changed. Some clients send the settings along. */
  changed(settings: unknown): void {
    this.perDocument.clear();
    const section = objectOf(settings).apiResponse;
    if (section !== undefined) {
      this.pushed = readConfiguration(section);
    }
  }

  forget(uri: string): void {
    this.perDocument.delete(uri);
  }
}

import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import {
  defaultSettings,
  displayLanguages,
  readRuleSettings,
  type DisplayLanguage,
  type Settings,
} from '../../service';

/** All that the user can set, as the server needs it. */
export interface Configuration extends Settings {
  readonly hover: boolean;
  readonly diagnostics: boolean;
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  readonly completion: boolean;
  readonly symbols: boolean;
  /** Globs of documents that are API responses whatever they hold. */
  readonly declared: readonly string[];
  readonly unwrapped: boolean;
  readonly supportTemplate: string;
  /** Paths of catalog files of the user. */
  readonly catalogs: readonly string[];
  /** Of tickets; undefined: that of the client. */
  readonly ticketLanguage: DisplayLanguage | undefined;
  /** UTF-16 units above which a document is parsed only when the user asks for it. */
  readonly maxLength: number;
}

/** More globs, and longer ones or paths, than anybody writes would cost more than they are worth. */
const maxGlobs = 1_000;
const maxTextLength = 1_000;

/** Documents that are larger take seconds to open, and few of them are what somebody wants to read. */
const defaultMegabytes = 20;

export const defaultConfiguration: Configuration = {
  ...defaultSettings,
  hover: true,
  diagnostics: true,
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

/** Makes sense of whatever the client sends as section `apiResponse`; what makes none is as if it were not set. */
export function readConfiguration(value: unknown): Configuration {
  const section = objectOf(value);
  const enabled = (name: string): boolean => objectOf(section[name]).enabled !== false;
  const globs = objectOf(section.files).declared;
  return {
    rules: readRuleSettings(section.rules),
    product: stringOf(section.product),
    hover: enabled('hover'),
    diagnostics: enabled('diagnostics'),
    codeLens: enabled('codeLens'),
    // The only one that is off unless it is switched on.
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

/** The configuration of each document, asked for once and again after a change. */
export class Configurations {
  private readonly perDocument = new Map<string, Promise<Configuration>>();
  private fixed: Configuration;
  private readonly canAsk: boolean;

  constructor(
    private readonly connection: Connection,
    { workspace }: ClientCapabilities,
    initializationOptions: unknown,
  ) {
    this.canAsk = workspace?.configuration === true;
    this.fixed = readConfiguration(initializationOptions);
  }

  /** Of a document, or, without one, of the workspace. */
  get(uri = ''): Promise<Configuration> {
    let configuration = this.perDocument.get(uri);
    if (!configuration) {
      configuration = this.ask(uri);
      this.perDocument.set(uri, configuration);
    }
    return configuration;
  }

  /** The same of a file that is not open, and that will not be asked for again. */
  ask(uri: string): Promise<Configuration> {
    return this.canAsk
      ? this.connection.workspace
          .getConfiguration(uri === '' ? { section: 'apiResponse' } : { scopeUri: uri, section: 'apiResponse' })
          .then(readConfiguration, () => this.fixed)
      : Promise.resolve(this.fixed);
  }

  /** Everything has changed: clients that do not let themselves be asked send the settings along. */
  changed(settings: unknown): void {
    this.perDocument.clear();
    const section = objectOf(settings).apiResponse;
    if (!this.canAsk && section !== undefined) {
      this.fixed = readConfiguration(section);
    }
  }

  forget(uri: string): void {
    this.perDocument.delete(uri);
  }
}

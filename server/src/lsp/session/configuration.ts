import type { Connection } from 'vscode-languageserver';
import {
  defaultSettings,
  displayLanguages,
  readRuleSettings,
  type CatalogFile,
  type DisplayLanguage,
  type ProjectSettings,
  type Settings,
} from '../../service';
import type { Client } from './client';
import type { Project } from './project';

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
  /** Globs of documents always treated as API responses. */
  readonly declared: readonly string[];
  /** The key of the folder that the globs are relative to; undefined: the workspace folder. */
  readonly declaredIn: string | undefined;
  readonly unwrapped: boolean;
  readonly supportTemplate: string;
  /** Paths of the user's catalog files. */
  readonly catalogs: readonly string[];
  /** The catalogs of a project file, which count in place of those of the user. */
  readonly projectCatalogs: readonly CatalogFile[] | undefined;
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
  declaredIn: undefined,
  unwrapped: false,
  supportTemplate: '',
  catalogs: [],
  projectCatalogs: undefined,
  ticketLanguage: undefined,
  maxLength: defaultMegabytes * 1e6,
};

/** What a project file sets. */
export interface ProjectValues extends ProjectSettings {
  /** The key of its folder. */
  readonly folder?: string;
  readonly catalogFiles?: readonly CatalogFile[] | undefined;
}

/**
 * Reads the section `apiResponse` as sent by the client. Invalid values count as not set. What is not set is that of the
 * project file.
 */
export function readConfiguration(value: unknown, project: ProjectValues = {}): Configuration {
  const section = objectOf(value);
  const enabled = (name: string): boolean => objectOf(section[name]).enabled !== false;
  const globs = arrayOf(objectOf(section.files).declared)?.filter(isShort).slice(0, maxGlobs);
  const catalogs = arrayOf(section.catalogs)?.filter(isShort);
  const { unwrapped } = objectOf(section.recognition);
  return {
    rules: { ...project.rules, ...readRuleSettings(section.rules) },
    product: stringOf(section.product, project.product),
    sourceCode: enabled('sourceCode'),
    hover: enabled('hover'),
    diagnostics: enabled('diagnostics'),
    diagnosticsInMarkdown: objectOf(section.diagnostics).markdown === true,
    codeLens: enabled('codeLens'),
    // Off by default.
    inlayHints: objectOf(section.inlayHints).enabled === true,
    completion: enabled('completion'),
    symbols: enabled('symbols'),
    declared: globs ?? project.declared ?? [],
    declaredIn: globs ? undefined : project.folder,
    unwrapped: typeof unwrapped === 'boolean' ? unwrapped : (project.unwrapped ?? false),
    supportTemplate: stringOf(section.supportTemplate),
    catalogs: catalogs ?? [],
    projectCatalogs: catalogs ? undefined : project.catalogFiles,
    ticketLanguage: displayLanguages.find((language) => language === objectOf(section.ticket).language),
    maxLength: 1e6 * (typeof section.maxFileSize === 'number' ? section.maxFileSize : defaultMegabytes),
  };
}

/**
 * What a project file sets where a section of settings leaves it open. In a workspace that is not trusted that is as
 * little as its settings may set, and no catalog is read.
 */
async function valuesOf({ folder, settings, catalogs }: Project, value: unknown): Promise<ProjectValues> {
  const section = objectOf(value);
  if (section.trusted === false) {
    return { rules: settings.rules, unwrapped: settings.unwrapped };
  }
  const isOpen = settings.catalogs !== undefined && !Array.isArray(section.catalogs);
  return { ...settings, folder, catalogFiles: isOpen ? await catalogs() : undefined };
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= maxTextLength;
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function arrayOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? (value as readonly unknown[]) : undefined;
}

function stringOf(value: unknown, fallback = ''): string {
  return typeof value === 'string' ? value : fallback;
}

/** How long an answer of the client is waited for, in milliseconds. */
const defaultPatience = 5_000;

/** The configuration of each document, requested once and again after a change. */
export class Configurations {
  private readonly perDocument = new Map<string, Promise<Configuration>>();
  private readonly lateAnswers: (() => void)[] = [];
  /** The section that the client last sent unasked: it counts where the client cannot be asked, or has no answer. */
  private pushed: unknown;
  private readonly canRequest: boolean;
  private patience: number;

  constructor(
    private readonly connection: Connection,
    { capabilities: { workspace }, initializationOptions }: Client,
    private readonly projectOf: (uri: string) => Promise<Project | undefined>,
    private readonly fullPatience = defaultPatience,
  ) {
    this.patience = fullPatience;
    this.canRequest = workspace?.configuration === true;
    this.pushed = objectOf(initializationOptions).apiResponse ?? initializationOptions;
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
      return this.complete(this.pushed, uri);
    }
    const answer = this.connection.workspace
      .getConfiguration(uri === '' ? { section: 'apiResponse' } : { scopeUri: uri, section: 'apiResponse' })
      .then(
        // Clients whose user has set nothing answer null.
        (section: unknown) => section ?? this.pushed,
        () => this.pushed,
      )
      .then((section) => this.complete(section, uri));
    return new Promise((resolve, reject) => {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        // Nor are the other documents kept waiting.
        this.patience = 0;
        resolve(readConfiguration(this.pushed));
      }, this.patience);
      answer
        .finally(() => clearTimeout(timer))
        .then((configuration) => {
          this.patience = this.fullPatience;
          resolve(configuration);
          if (isLate) {
            onLate(configuration);
          }
        })
        .catch(reject);
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
      this.pushed = section;
    }
  }

  forget(uri: string): void {
    this.perDocument.delete(uri);
  }

  private async complete(section: unknown, uri: string): Promise<Configuration> {
    const project = await this.projectOf(uri);
    return readConfiguration(section, project && (await valuesOf(project, section)));
  }
}

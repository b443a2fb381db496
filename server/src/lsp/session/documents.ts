import { TextDocuments, type ClientCapabilities, type Connection } from 'vscode-languageserver';
import {
  ChunkedText,
  isDeclared,
  isDeclaredByName,
  isProjectFile,
  languageOf,
  languageOfText,
  languageWithId,
  sourceLanguageOf,
  sourceLanguageWithId,
  TooManyResponses,
  type ApiResponseDocument,
  type DocumentOptions,
  type LanguageService,
} from '../../service';
import type { TextSource, TooLarge } from '../protocol';
import type { Configuration, Configurations } from './configuration';
import { textsFor } from './encodedText';
import type { Services } from './services';
import { Spellings } from './spellings';
import { uriKey } from './uriKey';
import type { WorkspaceFolders } from './workspaceFolders';

/** The current version of a document, with the configuration and service for answers about it. */
export interface OpenDocument {
  readonly document: ApiResponseDocument;
  readonly configuration: Configuration;
  readonly service: LanguageService;
  /** Why it was not parsed. */
  readonly tooLarge: TooLarge | false;
}

interface ParsedVersion {
  readonly configuration: Configuration;
  readonly document: ApiResponseDocument;
}

interface Client {
  readonly capabilities: ClientCapabilities;
  readonly folders: WorkspaceFolders;
}

/** The number of responses up to which a document is read: some 2 kB of memory go with each. */
const maxResponses = 100_000;

/** The open documents. Each version is parsed once, on its first request, and only the changed parts. */
export class Documents {
  readonly texts = new TextDocuments<ChunkedText>({
    create: (uri, languageId, version, text) =>
      this.createText({ uri, languageId: readAs(languageId, uri, text), version, text }),
    update: (text, changes, version) => {
      // Versions do not identify texts: a client may send the same version twice.
      this.parsed.delete(text);
      return text.update(changes, version);
    },
  });
  private readonly spellings = new Spellings();
  private readonly createText: ReturnType<typeof textsFor>;
  private readonly folders: WorkspaceFolders;
  /** By document, not by URI: a reopened document is a different one, whatever its version. */
  private parsed = new WeakMap<ChunkedText, ParsedVersion>();
  /** Documents to parse whatever their size. */
  private readonly unlimited = new WeakSet<ChunkedText>();
  /** The lengths of documents when they had too many responses. */
  private readonly refused = new WeakMap<ChunkedText, number>();

  constructor(
    connection: Connection,
    private readonly configurations: Configurations,
    private readonly services: Services,
    { capabilities, folders }: Client,
  ) {
    this.folders = folders;
    this.createText = textsFor(capabilities);
    this.texts.onDidClose(({ document: { uri } }) => configurations.forget(uri));
    this.texts.listen(this.spellings.messages(connection));
  }

  /** Call when the workspace folders changed. */
  parseAgain(): void {
    this.parsed = new WeakMap();
  }

  /** Parses an open document whatever its size, until it is closed. */
  parseAnyway(uri: string): void {
    const text = this.textOf(uri);
    if (text) {
      this.unlimited.add(text);
    }
  }

  /** The subject of a request: an open document, or text sent along. */
  async getSource(source: TextSource): Promise<OpenDocument | undefined> {
    if ('uri' in source) {
      return this.get(source.uri);
    }
    const configuration = await this.configurations.get();
    const service = this.services.for(configuration);
    const text = this.createText({ uri: '', languageId: languageOfText(source.text), version: 0, text: source.text });
    return { document: service.parse(text, { unwrapped: true }), configuration, service, tooLarge: false };
  }

  /** A file that is not open, as if it were. */
  getFile(uri: string, content: string, configuration: Configuration): OpenDocument {
    const languageId = languageOf(this.relativePath(uri), content);
    const text = this.createText({ uri, languageId, version: 0, text: content });
    const service = this.services.for(configuration);
    const { unwrapped, maxLength } = configuration;
    const options = { declared: this.isDeclared(uri, configuration), unwrapped, maxResponses };
    const parsed = text.length > maxLength ? 'size' : parseWithin(text, options, service);
    return { ...documentOrNothing(parsed, text, service), configuration, service };
  }

  /** An open document, in its version when the configuration has arrived; undefined if it is not open. */
  async get(uri: string): Promise<OpenDocument | undefined> {
    const opened = this.textOf(uri)?.uri;
    if (opened === undefined) {
      return undefined;
    }
    const configuration = await this.configurations.get(opened);
    const text = this.texts.get(opened);
    if (!text) {
      return undefined;
    }
    const service = this.services.for(configuration);
    const parsed = this.parse(text, configuration, service);
    return { ...documentOrNothing(parsed, text, service), configuration, service };
  }

  /** An open document, however the client spells its URI. */
  private textOf(uri: string): ChunkedText | undefined {
    return this.texts.get(uri) ?? this.texts.get(this.spellings.of(uri));
  }

  /** The parsed version of a document, or why it was not parsed. */
  private parse(
    text: ChunkedText,
    configuration: Configuration,
    service: LanguageService,
  ): ApiResponseDocument | TooLarge {
    const isUnlimited = this.unlimited.has(text);
    const refusal = isUnlimited ? undefined : this.refusalOf(text, configuration);
    if (refusal) {
      return refusal;
    }
    const known = this.parsed.get(text);
    if (known?.configuration === configuration) {
      return known.document;
    }
    const options = { ...this.optionsFor(text, configuration), maxResponses: isUnlimited ? Infinity : maxResponses };
    const parsed = parseWithin(text, options, service);
    if (parsed === 'responses') {
      this.refused.set(text, text.length);
    } else {
      this.parsed.set(text, { configuration, document: parsed });
    }
    return parsed;
  }

  /** What is known to forbid parsing a document. One that was refused is tried again once much of it is gone. */
  private refusalOf(text: ChunkedText, { maxLength }: Configuration): TooLarge | undefined {
    if (text.length > maxLength) {
      return 'size';
    }
    return text.length > 0.9 * (this.refused.get(text) ?? Infinity) ? 'responses' : undefined;
  }

  private optionsFor({ uri, languageId }: ChunkedText, configuration: Configuration): DocumentOptions {
    return {
      declared: this.isDeclared(uri, configuration),
      unwrapped: configuration.unwrapped,
      reportBreaks: languageWithId(languageId)?.validatedByEditor !== true,
    };
  }

  private isDeclared(uri: string, { declared, declaredIn }: Configuration): boolean {
    const path = this.relativePath(uri, declaredIn);
    return isDeclaredByName(path) || isDeclared(path, declared);
  }

  /** The path of a file in a folder, by default in its workspace folder. */
  private relativePath(uri: string, folder?: string): string {
    const key = uriKey(uri);
    const around = folder !== undefined && key.startsWith(folder) ? folder : this.folders.around(key);
    const path = around ? key.slice(around.length) : key.replace(/^[a-z][\w+.-]*:(\/\/[^/]*)?\/?/i, '');
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  }
}

/**
 * The ID of the language that an opened document is read as: that of the client or, since editors have names of their own
 * for the same languages, that of the file's name or content. In a project file nothing is found.
 */
function readAs(languageId: string, uri: string, text: string): string {
  if (isProjectFile(uri)) {
    return '';
  }
  const isKnown = languageWithId(languageId) ?? sourceLanguageWithId(languageId);
  return isKnown ? languageId : (sourceLanguageOf(uri) ?? languageOf(uri, text));
}

/** Parses a text unless it has too many responses. */
function parseWithin(
  text: ChunkedText,
  options: DocumentOptions,
  service: LanguageService,
): ApiResponseDocument | 'responses' {
  try {
    return service.parse(text, options);
  } catch (error) {
    if (error instanceof TooManyResponses) {
      return 'responses';
    }
    throw error;
  }
}

/** What was parsed; an empty document in place of one that was not. */
function documentOrNothing(
  parsed: ApiResponseDocument | TooLarge,
  { uri, version }: ChunkedText,
  service: LanguageService,
): Pick<OpenDocument, 'document' | 'tooLarge'> {
  return typeof parsed === 'string'
    ? // Nothing is found in a language that is not in the table.
      { document: service.parse(new ChunkedText(uri, '', version, '')), tooLarge: parsed }
    : { document: parsed, tooLarge: false };
}

import { TextDocuments, type Connection, type WorkspaceFolder } from 'vscode-languageserver';
import {
  ChunkedText,
  createReader,
  isDeclared,
  languageOf,
  languageOfText,
  readDocument,
  type DocumentReader,
  type Part,
  type ReadOptions,
  type ParsedText,
} from '../service';
import type { Configuration, Configurations } from './configuration';
import type { TextSource } from './protocol';

/** An open document as it is now, with what was found in it. */
export interface OpenDocument {
  readonly document: ChunkedText;
  readonly configuration: Configuration;
  readonly parts: readonly Part[];
  /** How it was read. */
  readonly options: ReadOptions;
  /** It is over `apiResponse.maxFileSize`, and was not read. */
  readonly tooLarge: boolean;
}

interface Reading {
  readonly options: ReadOptions;
  readonly reader: DocumentReader;
  readonly configuration: Configuration;
  /** Undefined once the text has changed. */
  parts: readonly Part[] | undefined;
}

/** The open documents. Each version is read once, when the first request asks for it, and only where it has changed. */
export class Documents {
  readonly texts = new TextDocuments<ChunkedText>({
    create: (uri, languageId, version, text) => new ChunkedText(uri, languageId, version, text),
    update: (document, changes, version) => {
      // Versions do not tell texts apart: a client may send the same one twice.
      const reading = this.readings.get(document);
      if (reading) {
        reading.parts = undefined;
      }
      return document.update(changes, version);
    },
  });
  private folders: readonly string[];
  /** By document, not by address: one that is opened again is another, whatever its version. */
  private readings = new WeakMap<ChunkedText, Reading>();
  /** Documents that the user wants to have read whatever their size. */
  private readonly wanted = new WeakSet<ChunkedText>();

  constructor(
    connection: Connection,
    private readonly configurations: Configurations,
    folders: readonly WorkspaceFolder[],
  ) {
    this.folders = addressesOf(folders);
    this.texts.onDidClose(({ document }) => configurations.forget(document.uri));
    this.texts.listen(connection);
  }

  setFolders(folders: readonly WorkspaceFolder[]): void {
    this.folders = addressesOf(folders);
    this.readings = new WeakMap();
  }

  /** The addresses of the folders of the workspace. */
  get folderUris(): readonly string[] {
    return this.folders;
  }

  /** From now on an open document is read whatever its size. */
  readAnyway(uri: string): void {
    const document = this.texts.get(uri);
    if (document) {
      this.wanted.add(document);
    }
  }

  /** What a request is about: an open document, or a text that comes with it. */
  async readSource(source: TextSource): Promise<OpenDocument | undefined> {
    if ('uri' in source) {
      return this.read(source.uri);
    }
    const configuration = await this.configurations.of();
    const document = new ChunkedText('', languageOfText(source.text), 0, source.text);
    const options = { languageId: document.languageId, declared: false, unwrapped: true };
    return { document, configuration, parts: createReader(options).read(document), options, tooLarge: false };
  }

  /** How a file that is not open is read. */
  readFile(uri: string, text: string, { declared, unwrapped }: Configuration): ParsedText {
    const path = this.relativePath(uri);
    const languageId = languageOf(path, text);
    return readDocument(text, { languageId, declared: isDeclared(path, declared), unwrapped });
  }

  /** The document as it is once its configuration is known; undefined where it is not open. */
  async read(uri: string): Promise<OpenDocument | undefined> {
    if (!this.texts.get(uri)) {
      return undefined;
    }
    const configuration = await this.configurations.of(uri);
    const document = this.texts.get(uri);
    if (!document) {
      return undefined;
    }
    if (document.length > configuration.maxLength && !this.wanted.has(document)) {
      return { document, configuration, parts: [], options: this.optionsOf(document, configuration), tooLarge: true };
    }
    let reading = this.readings.get(document);
    if (reading?.configuration !== configuration) {
      const options = this.optionsOf(document, configuration);
      reading = { options, reader: createReader(options), configuration, parts: undefined };
      this.readings.set(document, reading);
    }
    const { options, reader } = reading;
    reading.parts ??= reader.read(document);
    return { document, configuration, parts: reading.parts, options, tooLarge: false };
  }

  private optionsOf({ uri, languageId }: ChunkedText, { declared, unwrapped }: Configuration): ReadOptions {
    const isOne = languageId === 'api-response' || isDeclared(this.relativePath(uri), declared);
    return { languageId, declared: isOne, unwrapped };
  }

  private relativePath(uri: string): string {
    const folder = this.folders
      .filter((each) => uri.startsWith(each))
      .sort((one, other) => other.length - one.length)[0];
    const path = folder ? uri.slice(folder.length) : uri.replace(/^[a-z][\w+.-]*:(\/\/[^/]*)?\/?/i, '');
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  }
}

/** Of what a client calls its folders those that have an address. */
function addressesOf(folders: unknown): string[] {
  const uris = Array.isArray(folders) ? folders.map((folder: Partial<WorkspaceFolder> | null) => folder?.uri) : [];
  return uris.filter((uri) => typeof uri === 'string').map((uri) => (uri.endsWith('/') ? uri : `${uri}/`));
}

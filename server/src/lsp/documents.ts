import { TextDocuments, type Connection, type WorkspaceFolder } from 'vscode-languageserver';
import { ChunkedText, createReader, isDeclared, type DocumentReader, type Part } from '../service';
import type { Configuration, Configurations } from './configuration';

/** An open document as it is now, with what was found in it. */
export interface OpenDocument {
  readonly document: ChunkedText;
  readonly configuration: Configuration;
  /** The user says that the document is a response. */
  readonly declared: boolean;
  readonly parts: readonly Part[];
}

interface Reading {
  readonly reader: DocumentReader;
  readonly configuration: Configuration;
  readonly declared: boolean;
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
  folders: readonly string[] = [];
  /** By document, not by address: one that is opened again is another, whatever its version. */
  private readings = new WeakMap<ChunkedText, Reading>();

  constructor(
    connection: Connection,
    private readonly configurations: Configurations,
  ) {
    this.texts.onDidClose(({ document }) => configurations.forget(document.uri));
    this.texts.listen(connection);
  }

  setFolders(folders: readonly WorkspaceFolder[]): void {
    this.folders = folders.map(({ uri }) => (uri.endsWith('/') ? uri : `${uri}/`));
    this.readings = new WeakMap();
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
    const last = this.readings.get(document);
    const reading = last?.configuration === configuration ? last : this.readingOf(document, configuration);
    reading.parts ??= reading.reader.read(document);
    this.readings.set(document, reading);
    return { document, configuration, declared: reading.declared, parts: reading.parts };
  }

  private readingOf({ uri, languageId }: ChunkedText, configuration: Configuration): Reading {
    const declared = languageId === 'api-response' || isDeclared(this.relativePath(uri), configuration.declared);
    const reader = createReader({ languageId, declared, unwrapped: configuration.unwrapped });
    return { reader, configuration, declared, parts: undefined };
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

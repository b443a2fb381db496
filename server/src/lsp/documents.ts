import { TextDocuments, type Connection, type WorkspaceFolder } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isDeclared, readDocument, type ResponseDocument } from '../service';
import type { Configuration, Configurations } from './configuration';

/** An open document as it is now, with what was found in it. */
export interface OpenDocument {
  readonly document: TextDocument;
  readonly configuration: Configuration;
  readonly responses: ResponseDocument;
}

interface Reading {
  readonly version: number;
  readonly configuration: Configuration;
  readonly responses: ResponseDocument;
}

/** The open documents. Each version is read once, when the first request asks for it. */
export class Documents {
  readonly texts = new TextDocuments(TextDocument);
  folders: readonly string[] = [];
  private readonly readings = new Map<string, Reading>();

  constructor(
    connection: Connection,
    private readonly configurations: Configurations,
  ) {
    this.texts.onDidClose(({ document }) => {
      this.readings.delete(document.uri);
      configurations.forget(document.uri);
    });
    this.texts.listen(connection);
  }

  setFolders(folders: readonly WorkspaceFolder[]): void {
    this.folders = folders.map(({ uri }) => (uri.endsWith('/') ? uri : `${uri}/`));
    this.readings.clear();
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
    const known = this.readings.get(uri);
    if (known?.version === document.version && known.configuration === configuration) {
      return { document, configuration, responses: known.responses };
    }
    const responses = readDocument(document.getText(), {
      languageId: document.languageId,
      declared: isDeclared(this.relativePath(uri), configuration.declared),
      unwrapped: configuration.unwrapped,
    });
    this.readings.set(uri, { version: document.version, configuration, responses });
    return { document, configuration, responses };
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

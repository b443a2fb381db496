import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver/node';
import type { ProjectFileAccess } from '../../server/src/lsp/session/projectFileAccess';
import { renderMarkers } from '../support/markers';
import { ServerInProcess, type InProcessOptions } from '../support/serverInProcess';
import { codesOf } from './expected';

/** In place of a file's content: the file is there, and cannot be read. */
export const unreadable = Symbol('unreadable');

/** Breaks `request-id-not-string` and `member-beside-response`, which is off by default. */
export const malformed = '{"Response": {"RequestId": 1}, "extra": 2}';

/** A catalog with one code, `Teapot.Cold`. */
export function catalog(description: string): string {
  return JSON.stringify({ schemaVersion: 1, product: 'teapot', codes: { 'Teapot.Cold': description } });
}

/** Files in memory, by URI. */
class Files implements ProjectFileAccess {
  readonly content = new Map<string, string | typeof unreadable>();
  /** The files that were asked for. */
  readonly asked: string[] = [];

  read(uri: string): Promise<string | undefined> {
    this.asked.push(uri);
    const content = this.content.get(uri);
    return content === unreadable ? Promise.reject(new Error('unreadable')) : Promise.resolve(content);
  }

  write(files: Readonly<Record<string, string | typeof unreadable | object>>): void {
    for (const [name, content] of Object.entries(files)) {
      this.content.set(uriOf(name), typeof content === 'object' ? JSON.stringify(content) : content);
    }
  }
}

/** A language server whose folder has project files. Names of files are relative to it. */
export class ProjectFilesServer {
  readonly files = new Files();
  private running: ServerInProcess | undefined;

  get server(): ServerInProcess {
    assert.ok(this.running, 'The server was not started.');
    return this.running;
  }

  async start(options: InProcessOptions = {}): Promise<void> {
    this.running = await ServerInProcess.start({
      folders: ['file:///w'],
      ...options,
      environment: { projectFiles: this.files },
    });
  }

  /** Opens a document, and returns the rules that fire in it. */
  async rulesIn(name: string, text = malformed): Promise<unknown[]> {
    const uri = name.includes(':') ? name : uriOf(name);
    await this.server.open(uri, text);
    return codesOf(await this.server.diagnostics(uri));
  }

  /** The rules that fire now in a document that is open. */
  async again(name: string): Promise<unknown[]> {
    return codesOf(await this.server.diagnostics(uriOf(name)));
  }

  /** Tells the server that files changed. */
  change(...names: string[]): Promise<void> {
    return this.server.notify('workspace/didChangeWatchedFiles', {
      changes: names.map((name) => ({ uri: uriOf(name), type: FileChangeType.Changed })),
    });
  }

  /** A file with its findings marked, as they were published last. */
  findingsIn(name: string): string {
    const text = this.files.content.get(uriOf(name));
    const last = this.server.published.filter(({ uri }) => uri === uriOf(name)).at(-1);
    assert.ok(last && typeof text === 'string', `Nothing was published for ${name}.`);
    const lines = text.split('\n');
    const offsetOf = (line: number, character: number): number =>
      lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, character);
    const ranges = last.diagnostics.map(({ range: { start: from, end }, code, source }) => {
      assert.equal(source, 'api-response');
      const offset = offsetOf(from.line, from.character);
      return { offset, length: offsetOf(end.line, end.character) - offset, label: String(code) };
    });
    return renderMarkers(text, ranges);
  }

  /** The messages of a file's findings, as they were published last. */
  messagesIn(name: string): unknown[] {
    const last = this.server.published.filter(({ uri }) => uri === uriOf(name)).at(-1);
    return last?.diagnostics.map(({ message }) => message) ?? [];
  }

  dispose(): void {
    this.server.dispose();
  }
}

function uriOf(name: string): string {
  return `file:///w/${name}`;
}

import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  ResponseError,
  type Diagnostic,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageServer } from './languageServer';
import type { Edit, Question, Step } from './sessionSteps';

const time = { epoch: Date.UTC(2025, 9, 30), offset: 480 };

/** A notification about a document that was sent: its new version, or its close. */
type SentState = number | 'closed';

interface ClientDocument {
  readonly uri: string;
  readonly sent: SentState[];
  /** The text according to the protocol; undefined if it is not open, or after a malformed change. */
  text: TextDocument | undefined;
  isOpen: boolean;
  /** No malformed change was sent, which the server may apply in part. */
  isSound: boolean;
}

/** The notifications that were sent, and the publications received, before the response to a request. */
interface Barrier {
  readonly sent: ReadonlyMap<string, number>;
  readonly published: number;
}

interface SentRequest {
  readonly method: string;
  readonly params: unknown;
  /** Undefined if there was a result. */
  readonly failure: unknown;
}

/** A client in one session with a server that may have had others before. */
export class Session {
  private readonly documents = new Map<number, ClientDocument>();
  private readonly requests: Promise<SentRequest>[] = [];
  private readonly barriers: Barrier[] = [];

  /** `configure` receives the settings that the client returns from now on. */
  constructor(
    private readonly server: LanguageServer,
    private readonly folder: string,
    private readonly configure: (settings: unknown) => void,
  ) {}

  async take(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      await this.step(step);
    }
  }

  /** Asserts that every request was answered with a result or an error of the protocol. */
  async assertAnswered(): Promise<void> {
    for (const { method, params, failure } of await Promise.all(this.requests)) {
      assert.ok(
        failure === undefined || failure instanceof ResponseError,
        `${String(failure)} ${method} ${JSON.stringify(params)}`,
      );
    }
  }

  /** The open documents whose text is known. */
  get known(): { uri: string; text: TextDocument; version: SentState | undefined }[] {
    return [...this.documents.values()].flatMap(({ uri, text, sent }) =>
      text ? [{ uri, text, version: sent.at(-1) }] : [],
    );
  }

  async closeAll(): Promise<void> {
    for (const document of this.documents.values()) {
      await this.close(document);
    }
    await this.barrier();
    await this.assertAnswered();
  }

  /** Asserts that nothing was published for an outdated version, and that nothing is left. */
  assertPublished(): void {
    for (const { uri, sent, isSound } of this.documents.values()) {
      let at = 0;
      let last: readonly Diagnostic[] = [];
      this.server.published.forEach((params, index) => {
        if (params.uri === uri) {
          last = params.diagnostics;
          at = isSound ? this.placeOf(params, index, sent, at) : 0;
        }
      });
      assert.deepEqual(last, [], `Left after close: ${uri}`);
    }
  }

  /** The index of the state that a publication is about: the earliest possible one after the previous publication. */
  private placeOf(params: PublishDiagnosticsParams, index: number, sent: readonly SentState[], from: number): number {
    const known = this.barriers.filter(({ published }) => published <= index).at(-1);
    const about = params.version ?? 'closed';
    const at = sent.indexOf(about, Math.max(from, known?.sent.get(params.uri) ?? 0));
    assert.ok(at >= 0, `Stale: version ${about} of ${params.uri}, number ${index}; sent: ${sent.join()}`);
    assert.ok(about !== 'closed' || params.diagnostics.length === 0, `Not cleared: ${params.uri}`);
    return at;
  }

  private async step(step: Step): Promise<void> {
    switch (step.kind) {
      case 'open':
        return this.open(this.document(step.document), step.languageId, step.text);
      case 'change':
        return this.change(this.document(step.document), step.edits, step.version);
      case 'malformedChange': {
        const document = this.document(step.document);
        document.text = undefined;
        document.isSound = false;
        return this.notify('textDocument/didChange', {
          textDocument: { uri: document.uri, version: step.version },
          contentChanges: step.changes,
        });
      }
      case 'close':
        return this.close(this.document(step.document));
      case 'ask': {
        this.ask(this.document(step.document).uri, step.question, step.cancelled);
        return;
      }
      case 'burst':
        step.questions.forEach((question) => this.ask(this.document(step.document).uri, question, false));
        return;
      case 'request': {
        this.send(step.method, step.params);
        return;
      }
      case 'notification':
        return this.notify(step.method, step.params);
      case 'configure':
        this.configure(step.settings);
        return this.notify('workspace/didChangeConfiguration', { settings: { apiResponse: step.settings } });
      case 'barrier':
        return this.barrier();
    }
  }

  private document(number: number): ClientDocument {
    let document = this.documents.get(number);
    if (!document) {
      document = { uri: `${this.folder}/${number}.json`, sent: [], text: undefined, isOpen: false, isSound: true };
      this.documents.set(number, document);
    }
    return document;
  }

  private open(document: ClientDocument, languageId: string, text: string): Promise<void> {
    const version = document.sent.length + 1;
    document.isOpen = true;
    document.sent.push(version);
    document.text = TextDocument.create(document.uri, languageId, version, text);
    return this.notify('textDocument/didOpen', { textDocument: { uri: document.uri, languageId, version, text } });
  }

  private change(document: ClientDocument, edits: readonly Edit[], step: number): Promise<void> {
    const before = document.sent.at(-1);
    const version = (typeof before === 'number' ? before : 1) + step;
    const contentChanges: TextDocumentContentChangeEvent[] = [];
    for (const edit of edits) {
      const change = changeOf(edit, document.text);
      contentChanges.push(change);
      document.text &&= updated(document.text, change, version);
    }
    // The server ignores a change without edits, including its version.
    if (document.isOpen && edits.length > 0) {
      document.sent.push(version);
    }
    return this.notify('textDocument/didChange', { textDocument: { uri: document.uri, version }, contentChanges });
  }

  private close(document: ClientDocument): Promise<void> {
    if (document.isOpen) {
      document.sent.push('closed');
    }
    document.isOpen = false;
    document.text = undefined;
    return this.notify('textDocument/didClose', { textDocument: { uri: document.uri } });
  }

  private ask(uri: string, { about, position, index }: Question, cancelled: boolean): void {
    const textDocument = { uri };
    switch (about) {
      case 'hover':
      case 'completion': {
        this.send(`textDocument/${about}`, { textDocument, position }, cancelled);
        return;
      }
      case 'diagnostics': {
        this.send('textDocument/diagnostic', { textDocument }, cancelled);
        return;
      }
      case 'codeLens':
      case 'documentSymbol': {
        this.send(`textDocument/${about}`, { textDocument }, cancelled);
        return;
      }
      case 'inlayHint': {
        const range = { start: { line: 0, character: 0 }, end: position };
        this.send('textDocument/inlayHint', { textDocument, range }, cancelled);
        return;
      }
      case 'envelopes': {
        this.send('apiResponse/envelopes', { uri, position }, cancelled);
        return;
      }
      case 'ticket': {
        this.send('apiResponse/ticket', { uri, index, file: 'f', time }, cancelled);
        return;
      }
    }
  }

  private send(method: string, params: unknown, cancelled = false): void {
    const cancellation = new CancellationTokenSource();
    const sent = (failure?: unknown): SentRequest => ({ method, params, failure });
    this.requests.push(
      this.server.request(method, params, cancellation.token).then(
        () => sent(),
        (failure: unknown) => sent(failure ?? 'nothing'),
      ),
    );
    if (cancelled) {
      cancellation.cancel();
    }
  }

  private notify(method: string, params: unknown): Promise<void> {
    return this.server.notify(method, params);
  }

  private async barrier(): Promise<void> {
    const sent = new Map(
      [...this.documents.values()].map(({ uri, sent: states }) => [uri, Math.max(0, states.length - 1)]),
    );
    await this.server.request('apiResponse/explain', { code: 'InternalError' });
    this.barriers.push({ sent, published: this.server.published.length });
  }
}

/** A text after a change. Created again, since `TextDocument` miscounts lines after a change beyond the end. */
function updated(text: TextDocument, change: TextDocumentContentChangeEvent, version: number): TextDocument {
  const { uri, languageId } = text;
  return TextDocument.create(uri, languageId, version, TextDocument.update(text, [change], version).getText());
}

/** An edit of the current text, or of an arbitrary one if it is unknown. */
function changeOf(
  { start, length, text, off }: Edit,
  document: TextDocument | undefined,
): TextDocumentContentChangeEvent {
  if (start === undefined) {
    return { text };
  }
  const now = document ?? TextDocument.create('', '', 0, '\n');
  const offset = Math.floor(start * now.getText().length);
  const [lines, characters] = off;
  const place = (at: number): { line: number; character: number } => {
    const { line, character } = now.positionAt(at);
    return { line: line + lines, character: character + characters };
  };
  return { range: { start: place(offset), end: place(offset + length) }, text };
}

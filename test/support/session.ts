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

/** What was said of a document, in its order: the version that it then had, or that it was closed. */
type Said = number | 'closed';

interface ClientDocument {
  readonly uri: string;
  readonly said: Said[];
  /** The text as the protocol has it; undefined: not open, or nobody knows what the server made of it. */
  text: TextDocument | undefined;
  isOpen: boolean;
  /** The client never sent a change that the protocol does not know: of such a one the server may take over a part. */
  isSound: boolean;
}

/** What the server had been told when it answered a request, and how much it had published by then. */
interface Barrier {
  readonly told: ReadonlyMap<string, number>;
  readonly published: number;
}

interface Asked {
  readonly method: string;
  readonly params: unknown;
  /** Undefined where there was a result. */
  readonly failure: unknown;
}

/** A client in one session with a server that may have had others before. */
export class Session {
  private readonly documents = new Map<number, ClientDocument>();
  private readonly asked: Promise<Asked>[] = [];
  private readonly barriers: Barrier[] = [];

  /** `configure` is told what the client answers from now on when it is asked for its settings. */
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

  /** Every request was answered: with a result, or with an error of the protocol. */
  async assertAnswered(): Promise<void> {
    for (const { method, params, failure } of await Promise.all(this.asked)) {
      assert.ok(
        failure === undefined || failure instanceof ResponseError,
        `${String(failure)} ${method} ${JSON.stringify(params)}`,
      );
    }
  }

  /** Documents that are open, and whose text is known. */
  get known(): { uri: string; text: TextDocument; version: Said | undefined }[] {
    return [...this.documents.values()].flatMap(({ uri, text, said }) =>
      text ? [{ uri, text, version: said.at(-1) }] : [],
    );
  }

  async closeAll(): Promise<void> {
    for (const document of this.documents.values()) {
      await this.close(document);
    }
    await this.barrier();
    await this.assertAnswered();
  }

  /** Nothing was published for what the server knew to be over, and nothing is left. */
  assertPublished(): void {
    for (const { uri, said, isSound } of this.documents.values()) {
      let at = 0;
      let last: readonly Diagnostic[] = [];
      this.server.published.forEach((params, index) => {
        if (params.uri === uri) {
          last = params.diagnostics;
          at = isSound ? this.placeOf(params, index, said, at) : 0;
        }
      });
      assert.deepEqual(last, [], `Left after close: ${uri}`);
    }
  }

  /** What a publication is about: the earliest that comes after the one before and was not known to be over. */
  private placeOf(params: PublishDiagnosticsParams, index: number, said: readonly Said[], from: number): number {
    const known = this.barriers.filter(({ published }) => published <= index).at(-1);
    const about = params.version ?? 'closed';
    const at = said.indexOf(about, Math.max(from, known?.told.get(params.uri) ?? 0));
    assert.ok(at >= 0, `Stale: version ${about} of ${params.uri}, number ${index}; said: ${said.join()}`);
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
        return this.tell('textDocument/didChange', {
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
        return this.tell(step.method, step.params);
      case 'configure':
        this.configure(step.settings);
        return this.tell('workspace/didChangeConfiguration', { settings: { apiResponse: step.settings } });
      case 'barrier':
        return this.barrier();
    }
  }

  private document(number: number): ClientDocument {
    let document = this.documents.get(number);
    if (!document) {
      document = { uri: `${this.folder}/${number}.json`, said: [], text: undefined, isOpen: false, isSound: true };
      this.documents.set(number, document);
    }
    return document;
  }

  private open(document: ClientDocument, languageId: string, text: string): Promise<void> {
    const version = document.said.length + 1;
    document.isOpen = true;
    document.said.push(version);
    document.text = TextDocument.create(document.uri, languageId, version, text);
    return this.tell('textDocument/didOpen', { textDocument: { uri: document.uri, languageId, version, text } });
  }

  private change(document: ClientDocument, edits: readonly Edit[], step: number): Promise<void> {
    const before = document.said.at(-1);
    const version = (typeof before === 'number' ? before : 1) + step;
    const contentChanges: TextDocumentContentChangeEvent[] = [];
    for (const edit of edits) {
      const change = changeOf(edit, document.text);
      contentChanges.push(change);
      document.text &&= updated(document.text, change, version);
    }
    // A change of nothing is none: the server does not take over its version.
    if (document.isOpen && edits.length > 0) {
      document.said.push(version);
    }
    return this.tell('textDocument/didChange', { textDocument: { uri: document.uri, version }, contentChanges });
  }

  private close(document: ClientDocument): Promise<void> {
    if (document.isOpen) {
      document.said.push('closed');
    }
    document.isOpen = false;
    document.text = undefined;
    return this.tell('textDocument/didClose', { textDocument: { uri: document.uri } });
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
    const asked = (failure?: unknown): Asked => ({ method, params, failure });
    this.asked.push(
      this.server.request(method, params, cancellation.token).then(
        () => asked(),
        (failure: unknown) => asked(failure ?? 'nothing'),
      ),
    );
    if (cancelled) {
      cancellation.cancel();
    }
  }

  private tell(method: string, params: unknown): Promise<void> {
    return this.server.notify(method, params);
  }

  private async barrier(): Promise<void> {
    const told = new Map([...this.documents.values()].map(({ uri, said }) => [uri, Math.max(0, said.length - 1)]));
    await this.server.request('apiResponse/explain', { code: 'InternalError' });
    this.barriers.push({ told, published: this.server.published.length });
  }
}

/** A text after a change; made anew, since the lines of one that was changed behind its end are counted wrongly. */
function updated(text: TextDocument, change: TextDocumentContentChangeEvent, version: number): TextDocument {
  const { uri, languageId } = text;
  return TextDocument.create(uri, languageId, version, TextDocument.update(text, [change], version).getText());
}

/** An edit of a text as it is now; without a known text anything will do. */
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

import { pathToFileURL } from 'node:url';
import { BenchClient, frame, type BenchServer } from './client';
import type { BenchDocument } from './documents';
import type { Samples } from './measures';

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Diagnostics {
  readonly items: readonly unknown[];
}

export interface SessionOptions {
  readonly edits: number;
  readonly bursts: number;
  readonly hovers: number;
  readonly actions: number;
}

/** Key strokes of a burst. */
const burst = 20;

/** The metrics of a session, in the order of the table. */
export const sessionMetrics: Readonly<Record<string, string>> = {
  start: 'start: spawn to initialized',
  open: 'open to first diagnostics',
  edit: 'edit to diagnostics',
  burst: `${burst} key strokes to final diagnostics`,
  hover: 'hover',
  hoverAfterEdit: 'hover after an edit',
  actions: 'code actions of a finding',
  memory: 'peak memory',
};

/**
 * Opens one document in a server process of its own and measures it. Edits turn `"RequestId"` of a failure into
 * `"RequestIdx"` and back, which adds and removes a finding in both servers.
 */
export async function runSession(
  server: BenchServer,
  document: BenchDocument,
  options: SessionOptions,
): Promise<Samples> {
  const client = new BenchClient(server);
  try {
    return await new Session(client, server, document, options).run();
  } finally {
    await client.stop();
  }
}

class Session {
  private readonly samples: Record<string, number[]> = {};
  private readonly uri: string;
  private readonly keyEnd: Position;
  private readonly code: Position;
  private version = 1;

  constructor(
    private readonly client: BenchClient,
    private readonly server: BenchServer,
    private readonly document: BenchDocument,
    private readonly options: SessionOptions,
  ) {
    const { name, text } = document;
    this.uri = pathToFileURL(`/bench/${name}.json`).href;
    const code = text.indexOf('"Code": "', text.startsWith('[') ? text.length / 2 : 0);
    // The RequestId of the failure: the last one of a single document, the next one in an array.
    const key = text.startsWith('[') ? text.indexOf('"RequestId"', code) : text.lastIndexOf('"RequestId"');
    this.code = positionOf(text, code + '"Code": "x'.length);
    this.keyEnd = positionOf(text, key + '"RequestId'.length);
  }

  async run(): Promise<Samples> {
    this.add('start', await this.client.initialize());
    const { uri, document } = this;
    const textDocument = { uri, languageId: 'json', version: 1, text: document.text };
    const opened = await this.diagnose([frame({ method: 'textDocument/didOpen', params: { textDocument } })], 'open');
    await this.edits(opened);
    await this.bursts(opened);
    await this.hovers();
    await this.actions();
    const memory = this.client.peakMemory();
    if (memory !== undefined) {
      this.add('memory', memory);
    }
    return this.samples;
  }

  private async edits(before: number): Promise<void> {
    for (let edit = 0; edit < this.options.edits; edit++) {
      this.expect((await this.diagnose([this.type(0)], 'edit')) > before);
      this.expect((await this.diagnose([this.erase(1)], 'edit')) === before);
    }
  }

  private async bursts(before: number): Promise<void> {
    for (let index = 0; index < this.options.bursts; index++) {
      const strokes = Array.from({ length: burst }, (_, stroke) => this.type(stroke));
      this.expect((await this.diagnose(strokes, 'burst')) > before);
      this.expect((await this.diagnose([this.erase(burst)])) === before);
    }
  }

  private async hovers(): Promise<void> {
    for (let index = 0; index < this.options.hovers; index++) {
      await this.hover('hover');
    }
    for (let index = 0; index < this.options.hovers; index++) {
      await this.hover('hoverAfterEdit', index % 2 === 0 ? this.type(0) : this.erase(1));
    }
  }

  /** Those of the finding that a misspelled RequestId makes. */
  private async actions(): Promise<void> {
    await this.diagnose([this.type(0)]);
    const { line, character } = this.keyEnd;
    const range = { start: { line, character: character - 1 }, end: { line, character } };
    const params = { textDocument: { uri: this.uri }, range, context: { diagnostics: [] } };
    for (let index = 0; index < this.options.actions; index++) {
      const { result, milliseconds } = await this.client.request('textDocument/codeAction', params);
      this.expect(Array.isArray(result));
      this.add('actions', milliseconds);
    }
    await this.diagnose([this.erase(1)]);
  }

  /** The number of diagnostics after some notifications. */
  private async diagnose(notifications: readonly Buffer[], metric?: string): Promise<number> {
    const params = { textDocument: { uri: this.uri } };
    const answer = await this.client.request<Diagnostics>('textDocument/diagnostic', params, notifications);
    if (metric !== undefined) {
      this.add(metric, answer.milliseconds);
    }
    return answer.result.items.length;
  }

  private async hover(metric: string, ...notifications: readonly Buffer[]): Promise<void> {
    const params = { textDocument: { uri: this.uri }, position: this.code };
    const { result, milliseconds } = await this.client.request('textDocument/hover', params, notifications);
    this.expect(result !== null);
    this.add(metric, milliseconds);
  }

  /** A key stroke after the name, following `before` others. */
  private type(before: number): Buffer {
    const { line, character } = this.keyEnd;
    const place = { line, character: character + before };
    return this.change({ start: place, end: place }, 'x');
  }

  private erase(strokes: number): Buffer {
    const { line, character } = this.keyEnd;
    return this.change({ start: this.keyEnd, end: { line, character: character + strokes } }, '');
  }

  private change(range: { readonly start: Position; readonly end: Position }, text: string): Buffer {
    const textDocument = { uri: this.uri, version: ++this.version };
    return frame({ method: 'textDocument/didChange', params: { textDocument, contentChanges: [{ range, text }] } });
  }

  private add(metric: string, sample: number): void {
    (this.samples[metric] ??= []).push(sample);
  }

  /** Fails if a server does not do the work, since the comparison would be meaningless. */
  private expect(isAsExpected: boolean): void {
    if (!isAsExpected) {
      throw new Error(`${this.server.name} does not follow the edits of ${this.document.name}.`);
    }
  }
}

function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

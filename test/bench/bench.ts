import { join } from 'node:path';
import type { BenchServer } from './client';
import { manyResponses, singleResponse, type BenchDocument } from './documents';
import { measureLimits } from './limits';
import { rowOf, type Row, type Samples } from './measures';
import { peerServer } from './peer';
import { runSession, sessionMetrics, type SessionOptions } from './session';
import { measureThroughput } from './throughput';

export const root = join(__dirname, '..', '..', '..');

export interface BenchOptions {
  readonly rounds: number;
  /** Names of documents, see `documentsByName`. */
  readonly documents: readonly string[];
  readonly withPeer: boolean;
  /** Small documents and few samples: only shows that everything works. */
  readonly smoke: boolean;
  readonly log: (message: string) => void;
}

/** The documents of the sessions. */
export const documentsByName: Readonly<Record<string, (name: string) => BenchDocument>> = {
  failure: (name) => singleResponse(name, 0),
  '100kB': (name) => singleResponse(name, 100_000),
  '1MB': (name) => singleResponse(name, 1_000_000),
  '10MB': (name) => singleResponse(name, 10_000_000),
  array: (name) => manyResponses(name, 10_000),
};

const smokeDocuments: typeof documentsByName = {
  '5kB': (name) => singleResponse(name, 5_000),
  'small array': (name) => manyResponses(name, 20),
};

/** Measures everything. */
export async function bench(options: BenchOptions): Promise<Row[]> {
  const { smoke, rounds, log } = options;
  const ours: BenchServer = { name: 'ours', module: join(root, 'dist', 'server.js'), settings: {} };
  const servers = options.withPeer ? [ours, await peerServer(root)] : [ours];
  const made = smoke
    ? Object.entries(smokeDocuments)
    : options.documents.map((name) => [name, documentsByName[name]!] as const);
  const rows: Row[] = [];
  for (const [name, make] of made) {
    log(`sessions with ${name}`);
    rows.push(...(await measureSessions(make(name), servers, rounds, smoke)));
  }
  log('limits');
  const document = smoke ? singleResponse('5kB', 5_000) : singleResponse('10MB', 10_000_000);
  rows.push(...measureLimits(document, smoke ? 100 : 17_000, smoke ? 1 : 20));
  log('check');
  const cli = join(root, 'dist', 'cli.js');
  rows.push(...(smoke ? measureThroughput(cli, 60, 2_000, 1) : measureThroughput(cli, 2_000, 100_000, rounds)));
  return rows;
}

/** Both servers take turns, so that other load on the machine affects them equally. */
async function measureSessions(
  document: BenchDocument,
  servers: readonly BenchServer[],
  rounds: number,
  smoke: boolean,
): Promise<Row[]> {
  const samples = new Map<string, Record<string, number[]>>(servers.map(({ name }) => [name, {}]));
  for (let round = 0; round < rounds; round++) {
    for (const server of round % 2 === 0 ? servers : [...servers].reverse()) {
      collect(samples.get(server.name)!, await runSession(server, document, countsFor(document, smoke)));
    }
  }
  const ours = samples.get('ours')!;
  return Object.entries(sessionMetrics)
    .filter(([metric]) => metric in ours)
    .map(([metric, label]) => {
      const unit = metric === 'memory' ? 'MiB' : 'ms';
      return rowOf(document.name, label, unit, ours[metric]!, samples.get('peer')?.[metric]);
    });
}

/** Enough for a 99th percentile, and few enough for the peer to finish a large document within a minute. */
function countsFor({ text }: BenchDocument, smoke: boolean): SessionOptions {
  if (smoke) {
    return { edits: 2, bursts: 1, hovers: 2, actions: 2 };
  }
  return text.length > 2_000_000
    ? { edits: 10, bursts: 3, hovers: 20, actions: 20 }
    : { edits: 40, bursts: 10, hovers: 50, actions: 50 };
}

function collect(all: Record<string, number[]>, some: Samples): void {
  for (const [metric, values] of Object.entries(some)) {
    (all[metric] ??= []).push(...values);
  }
}

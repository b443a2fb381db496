import { relative, sep } from 'node:path';
import { builtinCatalog } from '../builtin';
import { currentLanguage, isDeclared, isDeclaredByName, languageOf, type Language } from '../service';
import { checkFile, type CheckedFile, type CheckOptions } from './checkFile';
import { readBytes, reasonOf, textOf, type Input } from './files';
import { mayHoldEnvelope } from './mayHoldEnvelope';
import { Positions } from './positions';
import { createReporter, type Format } from './reporters';
import { emptySummary, type Summary } from './summary';

/** What is to be done with all files: plain data, as threads are told it. */
export interface Job extends CheckOptions {
  readonly format: Format;
  readonly language: Language;
}

/** What became of one input: what is printed of it, or why it could not be read. */
export type Outcome =
  { readonly output: string; readonly summary: Summary } | { readonly path: string; readonly problem: string };

/** Files that are read while another is checked. Reading one takes four turns of the event loop, so one is always ready. */
const readAhead = 4;

/** Checks inputs in this thread. There is an outcome for each, in their order, whatever happens to it. */
export async function* checkInputs(inputs: AsyncIterable<Input> | Iterable<Input>, job: Job): AsyncGenerator<Outcome> {
  const reporter = createReporter(job.format, builtinCatalog(currentLanguage()), job.settings);
  const finish = async ({ path }: Input, reading: Promise<Buffer>): Promise<Outcome> => {
    try {
      const file = checkBytes(path, await reading, job);
      return { output: reporter.file(file), summary: summaryOf(file) };
    } catch (error) {
      return { path, problem: reasonOf(error) };
    }
  };
  const waiting: { readonly input: Input; readonly reading: Promise<Buffer> }[] = [];
  for await (const input of inputs) {
    const reading = readBytes(input);
    // A failure is told when the turn of the file comes.
    reading.catch(() => undefined);
    waiting.push({ input, reading });
    const first = waiting.length > readAhead ? waiting.shift() : undefined;
    if (first) {
      yield await finish(first.input, first.reading);
    }
  }
  for (const { input, reading } of waiting) {
    yield await finish(input, reading);
  }
}

function checkBytes(path: string, bytes: Buffer, job: Job): CheckedFile {
  const relativePath = relative(process.cwd(), path).split(sep).join('/');
  const declared = isDeclaredByName(path) || isDeclared(relativePath, job.declared);
  if (!declared && !job.unwrapped && !mayHoldEnvelope(bytes)) {
    return { path, positions: new Positions(''), envelopes: [], findings: [] };
  }
  const text = textOf(bytes);
  return checkFile(path, declared, languageOf(path, text), text, builtinCatalog(currentLanguage()), job);
}

function summaryOf({ envelopes, findings }: CheckedFile): Summary {
  const summary = emptySummary();
  summary.files = 1;
  summary.envelopes = envelopes.length;
  summary.failures = envelopes.filter(({ status }) => status === 'failure').length;
  findings.forEach(({ severity }) => summary.findings[severity]++);
  return summary;
}

import { stat } from 'node:fs/promises';
import { findSdks, type Sdk } from '../sdk/findSdks';
import { importSdk, isImported, writeWhole, type ImportSummary } from '../sdk/importSdk';
import { parse } from './arguments';
import { reasonOf } from './files';
import { exitCode, UsageError } from './usage';

/** `catalog import`: makes a catalog file of an installed SDK; returns the exit code. */
export async function catalog(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, { out: { type: 'string', default: '' } });
  const [action, folder, ...others] = positionals;
  if (action !== 'import' || folder === undefined || others.length > 0) {
    throw new UsageError('catalog takes the word import and exactly one folder; see api-response --help.');
  }
  if (values.out === '') {
    throw new UsageError('catalog import needs --out with the name of the file to write.');
  }
  const sdk = await onlySdk(folder);
  const summary = await importSdk(sdk);
  if (summary?.text === undefined) {
    throw new UsageError(`no error codes can be read in ${sdk.folder}.`);
  }
  await write(values.out, summary.text);
  process.stdout.write(`${describe(sdk, summary)}\n`);
  return exitCode.ok;
}

/** The SDK in a folder; which of several is meant only the user knows. */
async function onlySdk(folder: string): Promise<Sdk> {
  try {
    if (!(await stat(folder)).isDirectory()) {
      throw new UsageError(`${folder} is no folder.`);
    }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`cannot read ${folder}: ${reasonOf(error)}.`);
  }
  const [sdk, ...others] = await findSdks([folder]);
  if (!sdk) {
    throw new UsageError(`there is no Tencent Cloud SDK for Go or Python in ${folder}.`);
  }
  if (others.length > 0) {
    const folders = [sdk, ...others].map((each) => each.folder).join(', ');
    throw new UsageError(`there are ${others.length + 1} SDKs in ${folder}, name the folder of one: ${folders}.`);
  }
  return sdk;
}

/** Writes the file, unless something else than an earlier import is there. */
async function write(path: string, text: string): Promise<void> {
  try {
    if ((await isImported(path)) === false) {
      throw new UsageError(`${path} is there and is no imported catalog; remove it, or name another file.`);
    }
    await writeWhole(path, text);
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`cannot write ${path}: ${reasonOf(error)}.`);
  }
}

function describe({ language, version }: Sdk, summary: ImportSummary): string {
  const name = language === 'go' ? 'Go' : 'Python';
  const missed = [
    [summary.tooLarge, 'over 5 MB not read'],
    [summary.unreadable, 'not readable'],
    [summary.empty, 'without error codes'],
  ] as const;
  const notes = missed.filter(([files]) => files > 0).map(([files, what]) => ` ${count(files, 'file')} ${what}.`);
  const found = `${count(summary.products, 'product')}, ${count(summary.codes, 'error code')}`;
  return `Tencent Cloud SDK for ${name} ${version}: ${found}.${notes.join('')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

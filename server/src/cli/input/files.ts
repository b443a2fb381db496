import { readFile as readFileCallback } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { checkedExtensions, sourceExtensions, type Localizer } from '../../service';
import { isGlob, readGlob } from './glob';
import { walk, type Search } from './walk';

/** A file to check, or why it cannot be read. For standard input the path is just a name. */
export interface Input {
  readonly path: string;
  readonly isStandardInput?: boolean;
  /** It is source code. */
  readonly isSource?: boolean;
  /** The path of the project file that holds for it. */
  readonly projectFile?: string | undefined;
  /** The content, if it has been read already. */
  readonly bytes?: Uint8Array;
  readonly problem?: string;
}

/** Which files are looked for, and where not. */
export interface Wanted {
  readonly kind: 'responses' | 'source';
  /** Whether files that a `.gitignore` excludes are left out, unless they are named. */
  readonly obeysGitignore: boolean;
}

/** Extensions of the files that are read in a folder. */
const extensions: Readonly<Record<Wanted['kind'], ReadonlySet<string>>> = {
  responses: new Set(checkedExtensions),
  source: new Set(sourceExtensions),
};

/** The file at a path, the files of a kind below a folder, or the files that a pattern matches, whatever their kind. */
export async function* filesOf(path: string, wanted: Wanted, l10n: Localizer): AsyncGenerator<Input> {
  const { kind, obeysGitignore } = wanted;
  const isSource = kind === 'source';
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    yield* isGlob(path) ? matching(path, wanted, l10n) : [{ path, problem: reasonOf(error, l10n) }];
    return;
  }
  if (!isFolder) {
    yield { path, isSource };
    return;
  }
  const wants: Search['wants'] = (file) => extensions[kind].has(extname(file).toLowerCase());
  for await (const { path: file, error } of walk(path, { wants, maxDepth: Infinity, obeysGitignore })) {
    yield error === undefined ? { path: file, isSource } : { path: file, problem: reasonOf(error, l10n) };
  }
}

async function* matching(pattern: string, { kind, obeysGitignore }: Wanted, l10n: Localizer): AsyncGenerator<Input> {
  const glob = readGlob(pattern);
  if (!glob) {
    yield { path: pattern, problem: l10n.t('it expands to too many patterns; use fewer braces') };
    return;
  }
  let isEmpty = true;
  for await (const { path, error } of walk(glob.folder, { ...glob, obeysGitignore })) {
    // That there is no folder to search is no other problem than that nothing matches.
    if (path !== glob.folder || !isMissing(error)) {
      isEmpty = false;
      yield error === undefined ? { path, isSource: kind === 'source' } : { path, problem: reasonOf(error, l10n) };
    }
  }
  if (isEmpty) {
    const all = walk(glob.folder, { ...glob, obeysGitignore: false });
    const { value: ignored, done } = await all.next();
    const problem =
      !done && ignored.error === undefined
        ? l10n.t('all files that match this pattern are ignored by a .gitignore; --no-ignore reads them')
        : l10n.t('no file matches this pattern');
    yield { path: pattern, problem };
  }
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** `fs/promises` takes a third longer for files of usual size. */
const readFile = promisify(readFileCallback);

/** The content of an input, not decoded. */
export async function readBytes({ path, isStandardInput, problem }: Input): Promise<Buffer> {
  if (problem !== undefined) {
    throw new Error(problem);
  }
  return isStandardInput ? (standardInput ??= readStandardInput()) : readFile(path);
}

let standardInput: Promise<Buffer> | undefined;

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** Why a file cannot be read, as a phrase for the user. */
export function reasonOf(error: unknown, l10n: Localizer): string {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return l10n.t('there is no such file');
    case 'EACCES':
    case 'EPERM':
      return l10n.t('permission denied');
    case 'ENOSPC':
      return l10n.t('no space is left on the device');
    case 'ERR_STRING_TOO_LONG':
    case 'ERR_FS_FILE_TOO_LARGE':
      return l10n.t('the file is too large');
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

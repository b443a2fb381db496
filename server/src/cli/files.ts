import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** What is read when a folder is named. */
const extensions: ReadonlySet<string> = new Set(['.json', '.jsonc', '.jsonl', '.ndjson', '.har', '.http', '.log']);

const languages: Readonly<Record<string, string>> = {
  '.json': 'json',
  '.har': 'json',
  '.jsonc': 'jsonc',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.http': 'plaintext',
  '.log': 'plaintext',
};

/** A file to check, or why there is none. */
export type Input = { readonly path: string } | { readonly path: string; readonly problem: string };

/** The files that a path stands for, one at a time: itself, or all below it but hidden folders and node_modules. */
export async function* filesOf(path: string): AsyncGenerator<Input> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    yield { path, problem: reasonOf(error) };
    return;
  }
  if (isFolder) {
    yield* filesBelow(path);
  } else {
    yield { path };
  }
}

async function* filesBelow(folder: string): AsyncGenerator<Input> {
  let names: string[];
  try {
    names = (await readdir(folder)).sort();
  } catch (error) {
    yield { path: folder, problem: reasonOf(error) };
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    const entry = await lstat(path).catch(() => undefined);
    if (entry?.isDirectory()) {
      if (!name.startsWith('.') && name !== 'node_modules') {
        yield* filesBelow(path);
      }
    } else if (entry?.isFile() && extensions.has(extname(name).toLowerCase())) {
      yield { path };
    }
  }
}

/** The file's text without a byte order mark. Bytes that are not UTF-8 read as U+FFFD. */
export async function readText(path: string): Promise<string> {
  return withoutMark(await readFile(path, 'utf8'));
}

export async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
  }
  return withoutMark(Buffer.concat(chunks).toString('utf8'));
}

/** How a file is read: by its extension, else by what it holds. */
export function languageOf(path: string, text: string): string {
  if (path.toLowerCase().endsWith('.api-response.json')) {
    return 'api-response';
  }
  return languages[extname(path).toLowerCase()] ?? languageOfText(text);
}

function languageOfText(text: string): string {
  if (!/^\s*[[{]/.test(text)) {
    return 'plaintext';
  }
  const lines = text.split('\n', 1_000).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line)) ? 'jsonl' : 'json';
}

/** Why a file cannot be read, without a stack. */
export function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'ERR_STRING_TOO_LONG':
    case 'ERR_FS_FILE_TOO_LARGE':
      return 'the file is too large';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

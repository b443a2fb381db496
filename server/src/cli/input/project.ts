import { dirname, join, relative } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readRegularFile } from '../../files/regularFile';
import {
  readCatalog,
  readProjectFile,
  type CatalogFile,
  type FileProblem,
  type Localizer,
  type ProjectSettings,
} from '../../service';
import { isImport, type UserCatalogs } from './catalogs';

/** A project file that was read. */
export interface Project {
  readonly folder: string;
  readonly settings: ProjectSettings;
  readonly catalogs: UserCatalogs | undefined;
  /** What in it, and in its catalogs, cannot be used: one sentence each, with the place. */
  readonly problems: readonly string[];
}

/** As in the editor. */
const maxBytes = 5_000_000;

/** Reads a project file, and the catalogs that it names. What cannot be used is left out. */
export async function readProject(path: string, l10n: Localizer): Promise<Project> {
  const folder = dirname(path);
  const text = await textOf(path, folder);
  if (typeof text !== 'string') {
    const message = l10n.t(
      'This project file cannot be read. It must be a file of up to 5 MB, and not a link to another place.',
    );
    return { folder, settings: {}, catalogs: undefined, problems: [sentence(path, message)] };
  }
  const { settings, problems } = readProjectFile(text, l10n);
  const read = await readCatalogs(settings, folder, l10n);
  return {
    folder,
    settings,
    catalogs: settings.catalogs && read.catalogs,
    problems: [...sentences(path, text, [...problems, ...read.missing]), ...read.problems],
  };
}

interface ReadCatalogs {
  readonly catalogs: UserCatalogs;
  /** The catalogs that cannot be read, by their places in the project file. */
  readonly missing: readonly FileProblem[];
  readonly problems: readonly string[];
}

async function readCatalogs(settings: ProjectSettings, folder: string, l10n: Localizer): Promise<ReadCatalogs> {
  const imported: CatalogFile[] = [];
  const own: CatalogFile[] = [];
  const missing: FileProblem[] = [];
  const found: string[] = [];
  for (const { names, span } of settings.catalogs ?? []) {
    const path = join(folder, ...names);
    const text = await textOf(path, folder);
    if (text === undefined) {
      missing.push({ span, message: l10n.t('There is no file "{0}".', names.join('/')) });
    } else if (typeof text !== 'string') {
      const message = l10n.t(
        'This catalog cannot be read. It must be a file of up to 5 MB, and not a link to another place.',
      );
      missing.push({ span, message });
    } else {
      const { data, problems } = readCatalog(text, l10n);
      found.push(...sentences(path, text, problems));
      if (data) {
        (isImport(text) ? imported : own).push({ scope: 'common', data });
      }
    }
  }
  return { catalogs: { imported, own }, missing, problems: found };
}

const unreadable = Symbol('unreadable');

/** The text of a file; undefined if there is none. */
async function textOf(path: string, within: string): Promise<string | typeof unreadable | undefined> {
  try {
    return await readRegularFile(path, { maxBytes, within });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : unreadable;
  }
}

function sentences(path: string, text: string, problems: readonly FileProblem[]): string[] {
  const document = TextDocument.create('', 'json', 0, text);
  return problems.map(({ span, message }) => sentence(path, message, document.positionAt(span.offset)));
}

/** Lines and columns count from 1, as in editors. */
function sentence(path: string, message: string, { line, character } = { line: 0, character: 0 }): string {
  const shown = relative('', path);
  return `${shown.startsWith('..') ? path : shown}:${line + 1}:${character + 1}: ${message}`;
}

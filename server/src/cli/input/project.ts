import { dirname, join, relative } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readRegularFileIfAny } from '../../files/regularFile';
import {
  readProjectCatalogs,
  readProjectFile,
  unreadableProjectFile,
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
  const text = await readRegularFileIfAny(path, { maxBytes, within: folder }).catch(() => undefined);
  if (text === undefined) {
    return { folder, settings: {}, catalogs: undefined, problems: [sentence(path, unreadableProjectFile(l10n))] };
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
  const read = (names: readonly string[]): Promise<string | undefined> =>
    readRegularFileIfAny(join(folder, ...names), { maxBytes, within: folder });
  for await (const catalog of readProjectCatalogs(settings, read, l10n)) {
    if ('problem' in catalog) {
      missing.push(catalog.problem);
      continue;
    }
    const { names, text, data, problems } = catalog;
    found.push(...sentences(join(folder, ...names), text, problems));
    if (data) {
      (isImport(text) ? imported : own).push({ scope: 'common', data });
    }
  }
  return { catalogs: { imported, own }, missing, problems: found };
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

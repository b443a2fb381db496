import type { Diagnostic, TextDocumentItem } from 'vscode-languageserver';
import {
  projectFileName,
  readCatalog,
  readProjectFile,
  type CatalogFile,
  type FileProblem,
  type Localizer,
  type ProjectSettings,
} from '../../service';
import type { textsFor } from './encodedText';
import { diagnosticsOf, problemOfFile } from './fileProblems';
import type { ProjectFileAccess } from './projectFileAccess';
import { uriKey } from './uriKey';

/** A project file that was read. */
export interface Project {
  /** The key of its folder, with a trailing slash. */
  readonly folder: string;
  readonly settings: ProjectSettings;
  /** The keys of its catalogs. */
  readonly catalogUris: readonly string[];
  /** Reads its catalogs, the first time. Not to be called in a workspace that is not trusted. */
  readonly catalogs: () => Promise<readonly CatalogFile[]>;
}

/** What reading a project needs. */
export interface ProjectReading {
  readonly access: ProjectFileAccess;
  readonly l10n: Localizer;
  /** Creates texts with positions as the client counts them. */
  readonly createText: ReturnType<typeof textsFor>;
  /** Which problems of the project file are shown. */
  readonly isShown: (problem: FileProblem) => boolean;
  /** Is given all problems, by the keys of the files they are in, as far as they are known. */
  readonly onProblems: (problems: ReadonlyMap<string, readonly Diagnostic[]>) => void;
}

const code = 'invalid-project-file';
const unreadable = Symbol('unreadable');

/** Reads the project file in a folder; undefined if there is none. */
export async function readProject(folder: string, reading: ProjectReading): Promise<Project | undefined> {
  const { createText, l10n, onProblems, isShown } = reading;
  const uri = folder + projectFileName;
  const text = await textOf(uri, folder, reading);
  if (text === undefined) {
    return undefined;
  }
  if (text === unreadable) {
    const message = l10n.t(
      'This project file cannot be read. It must be a file of up to 5 MB, and not a link to another place.',
    );
    onProblems(new Map([[uri, [problemOfFile(code, message)]]]));
    return { folder, settings: {}, catalogUris: [], catalogs: () => Promise.resolve([]) };
  }
  const { settings, problems } = readProjectFile(text, l10n);
  const shown = problems.filter(isShown);
  const publish = (missing: readonly FileProblem[], others: ReadonlyMap<string, Diagnostic[]>): void =>
    onProblems(new Map([[uri, diagnosticsOf([...shown, ...missing], code, createText(jsonText(text)))], ...others]));
  publish([], new Map());
  let catalogs: Promise<readonly CatalogFile[]> | undefined;
  return {
    folder,
    settings,
    catalogUris: (settings.catalogs ?? []).map(({ names }) => catalogUri(folder, names)),
    catalogs: () => (catalogs ??= readCatalogs({ folder, settings }, reading, publish)),
  };
}

/** Reads the catalogs of a project, and publishes what cannot be used. */
async function readCatalogs(
  { folder, settings }: Pick<Project, 'folder' | 'settings'>,
  reading: ProjectReading,
  publish: (missing: readonly FileProblem[], others: ReadonlyMap<string, Diagnostic[]>) => void,
): Promise<readonly CatalogFile[]> {
  const { createText, l10n } = reading;
  const files: CatalogFile[] = [];
  const missing: FileProblem[] = [];
  const problemsByFile = new Map<string, Diagnostic[]>();
  for (const { names, span } of settings.catalogs ?? []) {
    const uri = catalogUri(folder, names);
    const text = await textOf(uri, folder, reading);
    if (text === undefined) {
      missing.push({ span, message: l10n.t('There is no file "{0}".', names.join('/')) });
    } else if (text === unreadable) {
      const message = l10n.t(
        'This catalog cannot be read. It must be a file of up to 5 MB, and not a link to another place.',
      );
      missing.push({ span, message });
    } else {
      const { data, problems } = readCatalog(text, l10n);
      files.push(...(data ? [{ scope: 'common', data } as const] : []));
      problemsByFile.set(uri, diagnosticsOf(problems, 'invalid-catalog', createText(jsonText(text))));
    }
  }
  publish(missing, problemsByFile);
  return files;
}

function jsonText(text: string): TextDocumentItem {
  return { uri: '', languageId: 'json', version: 0, text };
}

function catalogUri(folder: string, names: readonly string[]): string {
  return uriKey(folder + names.map(encodeURIComponent).join('/'));
}

async function textOf(
  uri: string,
  folder: string,
  { access }: ProjectReading,
): Promise<string | typeof unreadable | undefined> {
  try {
    return await access.read(uri, folder);
  } catch {
    return unreadable;
  }
}

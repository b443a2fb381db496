import type { Diagnostic, TextDocumentItem } from 'vscode-languageserver';
import {
  projectFileName,
  readProjectCatalogs,
  readProjectFile,
  unreadableProjectFile,
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

/** Reads the project file in a folder; undefined if there is none. */
export async function readProject(folder: string, reading: ProjectReading): Promise<Project | undefined> {
  const { access, createText, l10n, onProblems, isShown } = reading;
  const uri = folder + projectFileName;
  let text: string | undefined;
  try {
    text = await access.read(uri, folder);
  } catch {
    onProblems(new Map([[uri, [problemOfFile(code, unreadableProjectFile(l10n))]]]));
    return { folder, settings: {}, catalogUris: [], catalogs: () => Promise.resolve([]) };
  }
  if (text === undefined) {
    return undefined;
  }
  const { settings, problems } = readProjectFile(text, l10n);
  const document = createText(jsonText(text));
  const shown = problems.filter(isShown);
  const publish = (missing: readonly FileProblem[], others: ReadonlyMap<string, Diagnostic[]>): void =>
    onProblems(new Map([[uri, diagnosticsOf([...shown, ...missing], code, document)], ...others]));
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
  { access, createText, l10n }: ProjectReading,
  publish: (missing: readonly FileProblem[], others: ReadonlyMap<string, Diagnostic[]>) => void,
): Promise<readonly CatalogFile[]> {
  const files: CatalogFile[] = [];
  const missing: FileProblem[] = [];
  const problemsByFile = new Map<string, Diagnostic[]>();
  const read = (names: readonly string[]): Promise<string | undefined> =>
    access.read(catalogUri(folder, names), folder);
  for await (const catalog of readProjectCatalogs(settings, read, l10n)) {
    if ('problem' in catalog) {
      missing.push(catalog.problem);
      continue;
    }
    const { names, text, data, problems } = catalog;
    files.push(...(data ? [{ scope: 'common', data } as const] : []));
    problemsByFile.set(
      catalogUri(folder, names),
      diagnosticsOf(problems, 'invalid-catalog', createText(jsonText(text))),
    );
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

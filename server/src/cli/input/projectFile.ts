import { lstat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isProjectFile, projectFileName, type Localizer, type Settings } from '../../service';
import type { UserCatalogs } from './catalogs';
import type { Input } from './files';
import { readProject, type Project } from './project';

/** The options that a project file may set. */
export interface ProjectOptions {
  readonly settings: Settings;
  readonly catalogs?: UserCatalogs | undefined;
  /** Globs of documents always treated as API responses. */
  readonly declared?: readonly string[];
  /** The folder that the globs are relative to; by default the working directory. */
  readonly declaredIn?: string | undefined;
  readonly unwrapped?: boolean;
}

/** Options, and what a project file sets where they leave something open. */
export function withProject<T extends ProjectOptions>(options: T, { catalogs, folder, settings }: Project): T {
  const { declared = [], unwrapped = false } = options;
  return {
    ...options,
    settings: {
      ...options.settings,
      rules: { ...settings.rules, ...options.settings.rules },
      product: options.settings.product || (settings.product ?? ''),
    },
    catalogs: options.catalogs ?? catalogs,
    ...(declared.length > 0 ? {} : { declared: settings.declared ?? [], declaredIn: folder }),
    unwrapped: unwrapped || settings.unwrapped === true,
  };
}

/** Finds and reads project files. Each folder is looked at once. */
export class ProjectFiles {
  private readonly byFolder = new Map<string, Promise<string | undefined>>();
  private readonly byPath = new Map<string, Promise<Project>>();

  constructor(
    private readonly l10n: Localizer,
    private readonly exists: (path: string) => Promise<boolean> = isThere,
  ) {}

  /** The path of the project file that holds for a file. */
  find(path: string): Promise<string | undefined> {
    return this.findIn(dirname(resolve(path)));
  }

  read(path: string): Promise<Project> {
    let project = this.byPath.get(path);
    if (!project) {
      project = readProject(path, this.l10n);
      this.byPath.set(path, project);
    }
    return project;
  }

  private findIn(folder: string): Promise<string | undefined> {
    let found = this.byFolder.get(folder);
    if (!found) {
      found = this.search(folder);
      this.byFolder.set(folder, found);
    }
    return found;
  }

  /** The search ends where a repository does. */
  private async search(folder: string): Promise<string | undefined> {
    const path = join(folder, projectFileName);
    if (await this.exists(path)) {
      return path;
    }
    const parent = dirname(folder);
    return parent === folder || (await this.exists(join(folder, '.git'))) ? undefined : this.findIn(parent);
  }
}

/**
 * The options with what the project file beside a file sets, and what in that cannot be used. The path may be any name: one
 * without a folder stands for the working directory. Undefined: no project file is wanted.
 */
export async function withProjectOf<T extends ProjectOptions>(
  path: string | undefined,
  options: T,
  l10n: Localizer,
): Promise<{ readonly options: T; readonly problems: readonly string[] }> {
  const files = new ProjectFiles(l10n);
  const projectFile = path === undefined ? undefined : await files.find(path);
  if (projectFile === undefined) {
    return { options, problems: [] };
  }
  const project = await files.read(projectFile);
  return { options: withProject(options, project), problems: project.problems };
}

/**
 * The inputs, each with its project file. A project file itself is no input. `onProblem` is given what cannot be used in
 * them, one sentence each.
 */
export async function* withProjectFiles(
  inputs: AsyncIterable<Input>,
  onProblem: (sentence: string) => void,
  l10n: Localizer,
): AsyncGenerator<Input> {
  const files = new ProjectFiles(l10n);
  const seen = new Set<string>();
  for await (const input of inputs) {
    const projectFile = input.problem === undefined ? await files.find(input.path) : undefined;
    if (projectFile !== undefined && !seen.has(projectFile)) {
      seen.add(projectFile);
      (await files.read(projectFile)).problems.forEach(onProblem);
    }
    if (input.problem !== undefined || !isProjectFile(input.path)) {
      yield { ...input, projectFile };
    }
  }
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

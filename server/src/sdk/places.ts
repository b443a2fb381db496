import { readdir, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A folder, and a path below it whose segments may end with `*`. */
type Pattern = readonly [folder: string, below: string];

/** The SDKs of both sites below a folder of Go modules. The module cache escapes capitals in the name of the owner. */
const goModules = ['tencentcloud', 'TencentCloud', '!tencent!cloud'].map(
  (owner) => `github.com/${owner}/tencentcloud-sdk-go*`,
);

/** The SDK below a Python installation or virtual environment, on Linux, macOS and Windows. */
const pythonPackages = ['lib/python3*/site-packages', 'lib/python3*/dist-packages', 'Lib/site-packages'].map(
  (packages) => `${packages}/tencentcloud`,
);

/** The usual Python installations. */
const systemPythons = ['/usr', '/usr/local', '/opt/homebrew'];

/** The SDK below the home folder: in user packages, and in Python installations of the user. */
const userPackages = [
  ...['.local', '.pyenv/versions/*', 'AppData/Local/Programs/Python/*'].flatMap((python) =>
    pythonPackages.map((packages) => `${python}/${packages}`),
  ),
  'Library/Python/*/lib/python/site-packages/tencentcloud',
  'AppData/Roaming/Python/*/site-packages/tencentcloud',
];

/** The existing folders that usually contain SDKs, on the machine and in the workspace folders. */
export async function usualPlaces(workspace: readonly string[], environment: Environment): Promise<string[]> {
  const found = await Promise.all(
    [...goPlaces(workspace, environment), ...pythonPlaces(workspace, environment)].map(expand),
  );
  // Symbolic links and case-insensitive file systems give one folder several names.
  const real = await Promise.all(found.flat().map((folder) => realpath(folder).catch(() => folder)));
  return [...new Set(real)];
}

function goPlaces(workspace: readonly string[], { GOMODCACHE, GOPATH }: Environment): Pattern[] {
  const paths = GOPATH ? GOPATH.split(delimiter).filter((path) => path !== '') : [join(homedir(), 'go')];
  const caches = GOMODCACHE ? [GOMODCACHE] : paths.map((path) => join(path, 'pkg', 'mod'));
  const folders = [...workspace.map((folder) => join(folder, 'vendor')), ...caches];
  return folders.flatMap((folder) => goModules.map((module): Pattern => [folder, module]));
}

function pythonPlaces(workspace: readonly string[], { VIRTUAL_ENV, CONDA_PREFIX }: Environment): Pattern[] {
  const environments = workspace.flatMap((folder) => [join(folder, '.venv'), join(folder, 'venv')]);
  const active = [VIRTUAL_ENV, CONDA_PREFIX].filter((folder) => folder !== undefined && folder !== '');
  return [
    ...[...environments, ...active, ...systemPythons].flatMap((python) =>
      pythonPackages.map((packages): Pattern => [python ?? '', packages]),
    ),
    ...userPackages.map((packages): Pattern => [homedir(), packages]),
  ];
}

/** The existing folders that match a pattern. */
async function expand([folder, below]: Pattern): Promise<string[]> {
  let folders = [folder];
  for (const name of below.split('/')) {
    const next = await Promise.all(folders.map((each) => matchesIn(each, name)));
    folders = next.flat();
  }
  const exists = await Promise.all(folders.map(isFolder));
  return folders.filter((_, index) => exists[index]);
}

async function matchesIn(folder: string, name: string): Promise<string[]> {
  if (!name.endsWith('*')) {
    return [join(folder, name)];
  }
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((each) => each.startsWith(name.slice(0, -1))).map((each) => join(folder, each));
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

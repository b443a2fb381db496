import { readdir, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A folder, and names below it, each of which may have a `*` at its end. */
type Pattern = readonly [folder: string, below: string];

/** The SDK for either site below a folder of Go modules, by the name of its owner as Go, `vendor` and people write it. */
const goModules = ['tencentcloud', 'TencentCloud', '!tencent!cloud'].map(
  (owner) => `github.com/${owner}/tencentcloud-sdk-go*`,
);

/** The SDK below the root of a Python, the system's or an environment's, on Linux, macOS and Windows. */
const pythonPackages = ['lib/python3*/site-packages', 'lib/python3*/dist-packages', 'Lib/site-packages'].map(
  (packages) => `${packages}/tencentcloud`,
);

/** Pythons that a machine usually has. */
const systemPythons = ['/usr', '/usr/local', '/opt/homebrew'];

/** The SDK below the user's folder: packages of the user, and Pythons of the user. */
const userPackages = [
  ...['.local', '.pyenv/versions/*', 'AppData/Local/Programs/Python/*'].flatMap((python) =>
    pythonPackages.map((packages) => `${python}/${packages}`),
  ),
  'Library/Python/*/lib/python/site-packages/tencentcloud',
  'AppData/Roaming/Python/*/site-packages/tencentcloud',
];

/** The folders that SDKs usually are in, as far as they exist: of the machine, and of the folders of the workspace. */
export async function usualPlaces(workspace: readonly string[], environment: Environment): Promise<string[]> {
  const found = await Promise.all(
    [...goPlaces(workspace, environment), ...pythonPlaces(workspace, environment)].map(expand),
  );
  // Links, and file systems that know no case, lead to one place by several names.
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
  const ofWorkspace = workspace.flatMap((folder) => [join(folder, '.venv'), join(folder, 'venv')]);
  const active = [VIRTUAL_ENV, CONDA_PREFIX].filter((folder) => folder !== undefined && folder !== '');
  return [
    ...[...ofWorkspace, ...active, ...systemPythons].flatMap((python) =>
      pythonPackages.map((packages): Pattern => [python ?? '', packages]),
    ),
    ...userPackages.map((packages): Pattern => [homedir(), packages]),
  ];
}

/** The folders that a pattern stands for. */
async function expand([folder, below]: Pattern): Promise<string[]> {
  let folders = [folder];
  for (const name of below.split('/')) {
    const next = await Promise.all(folders.map((each) => namedIn(each, name)));
    folders = next.flat();
  }
  const exist = await Promise.all(folders.map(isFolder));
  return folders.filter((_, index) => exist[index]);
}

async function namedIn(folder: string, name: string): Promise<string[]> {
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

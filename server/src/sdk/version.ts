import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { compareVersions, type SdkSourcePlace } from '../service';
import { readSdkFile } from './readSdkFile';

/** The version of an SDK that does not state one. */
const unknown = 'unknown';

const moduleName = /@v(\d[\w.+-]{0,60})$/;
const goClient = /"SDK_GO_(\d[\w.+-]{0,60})"/;
const pythonModule = /^__version__ *= *["'](\d[\w.+-]{0,60})["']/m;
const pythonPackage = /^tencentcloud_sdk_python\w{0,60}-(\d[\w.+]{0,60})\.dist-info$/;

/** The version of the SDK in a folder, such as `1.3.166`, or `unknown`. */
export async function sdkVersion(folder: string, places: readonly SdkSourcePlace[]): Promise<string> {
  return places[0]?.language === 'python' ? pythonVersion(folder) : goVersion(folder, places);
}

async function goVersion(folder: string, places: readonly SdkSourcePlace[]): Promise<string> {
  const ofModules = newest(places.map(({ moduleVersion }) => moduleVersion.slice(1)));
  return (
    moduleName.exec(basename(dirname(folder)))?.[1] ??
    ofModules ??
    goClient.exec(await textOf(folder, 'common', 'http', 'request.go'))?.[1] ??
    unknown
  );
}

async function pythonVersion(folder: string): Promise<string> {
  const stated = pythonModule.exec(await textOf(folder, '__init__.py'))?.[1];
  if (stated !== undefined) {
    return stated;
  }
  const installed = await readdir(dirname(folder)).catch((): string[] => []);
  return newest(installed.map((name) => pythonPackage.exec(name)?.[1] ?? '')) ?? unknown;
}

function newest(versions: readonly string[]): string | undefined {
  return versions
    .filter((version) => version !== '')
    .sort(compareVersions)
    .at(-1);
}

/** The content of a file of the SDK; empty if it cannot be read. */
function textOf(folder: string, ...names: readonly string[]): Promise<string> {
  return readSdkFile(join(folder, ...names), folder).catch(() => '');
}

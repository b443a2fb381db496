import * as fs from 'node:fs';
import * as path from 'node:path';
import { repoRoot } from './paths';

/** The VSIX named, else the newest in the repository's root, where `npm run package` puts it. */
export function findVsix(named?: string): string {
  if (named !== undefined) {
    const file = path.resolve(named);
    if (!fs.existsSync(file)) {
      throw new Error(`There is no VSIX at ${file}: check the path.`);
    }
    return file;
  }
  const newest = fs
    .readdirSync(repoRoot)
    .filter((name) => name.endsWith('.vsix'))
    .map((name) => path.join(repoRoot, name))
    .sort((a, b) => fs.statSync(b).mtimeMs - fs.statSync(a).mtimeMs)[0];
  if (newest === undefined) {
    throw new Error(`There is no VSIX in ${repoRoot}: run "npm run package" first.`);
  }
  return newest;
}

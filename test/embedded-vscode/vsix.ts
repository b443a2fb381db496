import JSZip from 'jszip';
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

/** Unpacks the extension in a VSIX into a folder that must not exist yet, and returns the extension's own folder. */
export async function unpackVsix(vsix: string, folder: string): Promise<string> {
  const archive = await JSZip.loadAsync(fs.readFileSync(vsix));
  for (const entry of Object.values(archive.files).filter(({ dir }) => !dir)) {
    const file = path.join(folder, entry.name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, await entry.async('nodebuffer'));
  }
  return path.join(folder, 'extension');
}

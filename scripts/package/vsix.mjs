import { createVSIX } from '@vscode/vsce';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import { hasPlaceholder } from './addresses.mjs';

/**
 * Packs the extension in a folder into a VSIX. The links of its README and CHANGELOG lead into the repository, which is
 * all that the marketplaces can show; without an address they stay as they are, and work in the folder of the extension.
 */
export async function packVsix(folder, packagePath) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const rewriteRelativeLinks = !hasPlaceholder(manifest);
  await createVSIX({ cwd: folder, packagePath, dependencies: false, rewriteRelativeLinks });
}

/** The size of a VSIX in bytes, and the texts of its files by their paths. */
export async function readVsix(file) {
  const zip = await openPromise(file);
  const files = {};
  for await (const entry of zip.eachEntry()) {
    files[entry.fileName] = await text(await zip.openReadStreamPromise(entry));
  }
  return { size: statSync(file).size, files };
}

import { join } from 'node:path';
import { build } from 'esbuild';
import { GenerateError, root } from './files.mjs';

/** Imports a module that is made up of lines of TypeScript and lies in a folder of the project. */
export async function importTypeScript(folder, lines) {
  const { outputFiles } = await build({
    stdin: { contents: lines.join('\n'), resolveDir: join(root, folder), loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'silent',
  }).catch(({ errors: [{ location, text }] }) => {
    throw new GenerateError(`${location?.file}:${location?.line} cannot be compiled; correct it: ${text}.`);
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

import { join } from 'node:path';
import { build } from 'esbuild';
import { GenerateError, root } from './files.mjs';

/** Compiles and imports a module given as lines of TypeScript, as if it were a file in a folder of the project. */
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
    throw new GenerateError(`${location?.file}:${location?.line} does not compile; correct it: ${text}.`);
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

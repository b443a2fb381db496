import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where things lie in the folder that `unpackBrowser` fills. */
export const browserLayout = { executable: 'chromium', libraries: 'al2023/lib', fontConfig: 'fonts.conf' } as const;

const fontFolders = ['@embedpdf/fonts-sc/fonts', 'dejavu-fonts-ttf/ttf'];
const fontsKept = /^(NotoSansHans-(Regular|Bold)\.otf|DejaVuSans(Mono)?(-Bold)?\.ttf)$/;

/**
 * Unpacks Chromium, the libraries it needs and some fonts from installed npm packages into `chromium/` of an install.
 */
export async function unpackBrowser(install: string): Promise<void> {
  const folder = path.join(install, 'chromium');
  fs.mkdirSync(folder);
  // The package unpacks into the temporary folder, and its libraries only where it believes to be on AWS.
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  await run(process.execPath, ['-e', 'require("@sparticuz/chromium").executablePath()'], { cwd: install, env });
  if (!fs.existsSync(path.join(folder, browserLayout.executable))) {
    throw new Error(`@sparticuz/chromium unpacked no browser into ${folder}: delete .vscode-test and run again.`);
  }
  const modules = path.join(install, 'node_modules');
  fs.mkdirSync(path.join(folder, 'fonts'), { recursive: true });
  for (const from of fontFolders.map((name) => path.join(modules, name))) {
    for (const font of fs.readdirSync(from).filter((name) => fontsKept.test(name))) {
      fs.copyFileSync(path.join(from, font), path.join(folder, 'fonts', font));
    }
  }
  fs.writeFileSync(path.join(folder, browserLayout.fontConfig), fontConfig);
  // The packed originals are of no more use and take 110 MB.
  for (const name of ['@sparticuz', '@embedpdf', 'dejavu-fonts-ttf']) {
    fs.rmSync(path.join(modules, name), { recursive: true, force: true });
  }
}

// Folders are relative to this file, and the machine's own fonts are left out: a screenshot looks the same everywhere.
const fontConfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family><family>Noto Sans Hans</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family><family>Noto Sans Hans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family><family>Noto Sans Hans</family></prefer></alias>
</fontconfig>
`;

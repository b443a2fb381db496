// Runs the suites inside VS Code against the installed VSIX: in the embedded VS Code, or with VSCODE_TEST=desktop in a
// downloaded desktop one. Usage: run.js [VSIX]
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import {
  findVsix,
  installVSCode,
  installVsix,
  program,
  repoRoot,
  testSettings,
  vscodeVersion,
} from '../embedded-vscode';

interface Folders {
  readonly workspace: string;
  readonly extensionsDir: string;
  readonly userDataDir: string;
}

interface Target {
  readonly executable: string;
  readonly firstArguments: readonly string[];
}

const resultFile = path.join(repoRoot, 'out/test-results/vscode.json');

async function main(): Promise<void> {
  const vsix = findVsix(process.argv[2]);
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'vscode-test-'));
  // Do not count the result of an earlier run.
  fs.rmSync(resultFile, { force: true });
  try {
    const folders = prepare(base);
    const prepareTarget = process.env.VSCODE_TEST === 'desktop' ? desktop : embedded;
    const target = await prepareTarget(vsix, folders);
    const failure = await runSuites(target, folders);
    report();
    if (failure !== undefined) {
      throw new Error(
        `The suites in VS Code failed (${failure}): see their reports above, and the logs in out/test-results/vscode-logs.`,
      );
    }
  } finally {
    keepLogs(base);
    fs.rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A fresh workspace, a fresh profile and no other extensions: nothing carries over from run to run. */
function prepare(base: string): Folders {
  const folders = {
    workspace: path.join(base, 'workspace'),
    extensionsDir: path.join(base, 'extensions'),
    userDataDir: path.join(base, 'data'),
  };
  Object.values(folders).forEach((folder) => fs.mkdirSync(folder));
  const fixtures = path.join(repoRoot, 'test/fixtures/workspace');
  if (!fs.existsSync(fixtures)) {
    throw new Error(`The workspace that the suites open is missing at ${fixtures}: restore it from git.`);
  }
  fs.cpSync(fixtures, folders.workspace, { recursive: true });
  linkOut(base, folders.workspace);
  fs.mkdirSync(path.join(folders.userDataDir, 'User'));
  fs.writeFileSync(path.join(folders.userDataDir, 'User/settings.json'), JSON.stringify(testSettings, null, 2));
  return folders;
}

/** A link that leads out of the workspace. Windows may forbid it, and the suites skip what is about it. */
function linkOut(base: string, workspace: string): void {
  const outside = path.join(base, 'outside.txt');
  fs.writeFileSync(outside, 'InternalError');
  try {
    fs.symlinkSync(outside, path.join(workspace, 'link.txt'));
  } catch (error) {
    console.log(`No link for the suites: ${String(error)}`);
  }
}

async function embedded(vsix: string, folders: Folders): Promise<Target> {
  await installVsix(await installVSCode(), vsix, folders);
  return { executable: process.execPath, firstArguments: [program] };
}

async function desktop(vsix: string, folders: Folders): Promise<Target> {
  const executable = await downloadAndUnzipVSCode(process.env.VSCODE_TEST_VERSION ?? vscodeVersion);
  const [cli, ...cliArguments] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  if (cli === undefined) {
    throw new Error(`VS Code's command line was not found beside ${executable}: delete .vscode-test and run again.`);
  }
  const args = [...cliArguments, '--install-extension', vsix, '--force', ...profile(folders)];
  const shell = process.platform === 'win32';
  const done = spawnSync(shell ? `"${cli}"` : cli, args, { stdio: 'inherit', shell });
  if (done.status !== 0) {
    throw new Error(`VS Code could not install ${vsix} (exit code ${done.status}): see its messages above.`);
  }
  return { executable, firstArguments: [] };
}

async function runSuites(target: Target, folders: Folders): Promise<string | undefined> {
  const { VSCODE_TEST_GREP: grep } = process.env;
  try {
    await runTests({
      vscodeExecutablePath: target.executable,
      extensionDevelopmentPath: path.join(repoRoot, 'test/vscode/host'),
      extensionTestsPath: path.join(__dirname, 'suite/index.js'),
      launchArgs: [...target.firstArguments, folders.workspace, ...profile(folders)],
      extensionTestsEnv: {
        VSCODE_TEST_COLOR: process.stdout.isTTY ? '1' : '0',
        VSCODE_TEST_GREP: grep,
        VSCODE_TEST_USER_DATA: folders.userDataDir,
      },
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function profile(folders: Folders): string[] {
  return [`--extensions-dir=${folders.extensionsDir}`, `--user-data-dir=${folders.userDataDir}`];
}

function report(): void {
  if (!fs.existsSync(resultFile)) {
    throw new Error(`No test ran in VS Code, since ${resultFile} was not written: see the output above.`);
  }
  const { passed, failed, skipped } = JSON.parse(fs.readFileSync(resultFile, 'utf8')) as Record<string, number>;
  console.log(`vscode: ${passed} passed, ${failed} failed, ${skipped} skipped`);
}

function keepLogs(base: string): void {
  const from = path.join(base, 'data/logs');
  if (fs.existsSync(from)) {
    const to = path.join(repoRoot, 'out/test-results/vscode-logs');
    fs.rmSync(to, { recursive: true, force: true });
    fs.cpSync(from, to, { recursive: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

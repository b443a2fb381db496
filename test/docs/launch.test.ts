import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest, readText, root } from './markdown';

interface Task {
  readonly label: string;
  readonly script?: string;
  readonly dependsOn?: readonly string[];
  readonly group?: string | { readonly kind: string; readonly isDefault?: boolean };
}

interface Configuration {
  readonly name: string;
  readonly program?: string;
  readonly preLaunchTask?: string;
}

const { tasks } = JSON.parse(readText('.vscode/tasks.json')) as { tasks: readonly Task[] };
const { configurations, compounds } = JSON.parse(readText('.vscode/launch.json')) as {
  configurations: readonly Configuration[];
  compounds: readonly { readonly configurations: readonly string[] }[];
};
const { scripts } = JSON.parse(readManifest()) as { scripts: Readonly<Record<string, string>> };
const labels = tasks.map(({ label }) => label);

describe('.vscode', () => {
  it('has tasks that run existing npm scripts and tasks', () => {
    for (const { script, dependsOn = [] } of tasks) {
      assert.ok(script === undefined || Object.hasOwn(scripts, script), script);
      assert.deepEqual(
        dependsOn.filter((label) => !labels.includes(label)),
        [],
      );
    }
  });

  it('builds by watching', () => {
    const defaults = tasks.filter(
      ({ group }) => typeof group === 'object' && group.kind === 'build' && group.isDefault === true,
    );
    assert.deepEqual(
      defaults.map(({ script }) => script),
      ['watch'],
    );
  });

  it('starts existing programs after existing tasks', () => {
    for (const { name, program, preLaunchTask } of configurations) {
      assert.ok(program === undefined || existsSync(program.replace('${workspaceFolder}', root)), name);
      assert.ok(
        preLaunchTask === undefined || ['${defaultBuildTask}', ...labels].includes(preLaunchTask),
        `${name}: ${preLaunchTask}`,
      );
    }
    const names = configurations.map(({ name }) => name);
    assert.deepEqual(
      compounds.flatMap((compound) => compound.configurations).filter((name) => !names.includes(name)),
      [],
    );
    assert.ok(existsSync(join(root, 'samples')));
  });
});

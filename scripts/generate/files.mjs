import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

export const root = join(import.meta.dirname, '..', '..');

/** An error in the sources. The message names the file and says what to do. */
export class GenerateError extends Error {}

/** The files of the project. Changes stay in memory until they are saved. */
export class ProjectFiles {
  #written = new Map();

  read(path) {
    return this.#written.get(path) ?? readFileSync(join(root, path), 'utf8');
  }

  readJson(path) {
    try {
      return JSON.parse(this.read(path));
    } catch (error) {
      throw new GenerateError(`cannot read ${path}; correct it: ${error.message}.`);
    }
  }

  /** Writes a file, formatted with Prettier. */
  async write(path, content) {
    const filepath = join(root, path);
    this.#written.set(path, await format(content, { ...(await resolveConfig(filepath)), filepath }));
  }

  async writeJson(path, value) {
    await this.write(path, JSON.stringify(value, undefined, 2));
  }

  save() {
    for (const path of this.#stale()) {
      writeFileSync(join(root, path), this.#written.get(path));
    }
  }

  /** Throws if saving would change a file. */
  check() {
    const stale = this.#stale();
    if (stale.length > 0) {
      throw new GenerateError(`${stale.join(', ')}: not up to date; run "npm run generate".`);
    }
  }

  #stale() {
    return [...this.#written.keys()].filter((path) => {
      const file = join(root, path);
      return !existsSync(file) || readFileSync(file, 'utf8') !== this.#written.get(path);
    });
  }
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

export const root = join(import.meta.dirname, '..', '..');

/** Something in the sources that must be corrected first: the message names the file and the next step. */
export class GenerateError extends Error {}

/** The files of the project. What is written to them stays in memory until it is saved. */
export class ProjectFiles {
  #written = new Map();

  read(path) {
    return this.#written.get(path) ?? readFileSync(join(root, path), 'utf8');
  }

  readJson(path) {
    try {
      return JSON.parse(this.read(path));
    } catch (error) {
      throw new GenerateError(`${path} cannot be read; correct it: ${error.message}.`);
    }
  }

  /** Writes a file, formatted as all others are. */
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

  /** Throws where saving would change a file. */
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

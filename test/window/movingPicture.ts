import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { repoRoot, type Window } from '../embedded-vscode';

interface Frame {
  readonly file: string;
  readonly seconds: number;
}

/** A moving picture for the README, of the states that a test stops at. Written only on request: `SCREENSHOTS=1`. */
export class MovingPicture {
  private readonly frames: Frame[] = [];
  private readonly folder: string | undefined;

  constructor(private readonly window: Window) {
    this.folder =
      process.env.SCREENSHOTS === '1' ? fs.mkdtempSync(path.join(os.tmpdir(), 'moving-picture-')) : undefined;
  }

  /** Adds what is on the screen, to be shown for some seconds. */
  async frame(seconds: number): Promise<void> {
    if (this.folder !== undefined) {
      const file = path.join(this.folder, `${this.frames.length}.png`);
      await this.window.screenshot(file);
      this.frames.push({ file, seconds });
    }
  }

  /** Writes docs/images/NAME.gif by ImageMagick, and forgets the frames. */
  write(name: string): void {
    if (this.folder !== undefined) {
      const shown = this.frames.flatMap(({ file, seconds }) => ['-delay', String(seconds * 100), file]);
      const target = path.join(repoRoot, 'docs/images', `${name}.gif`);
      // One palette for all frames, without dither: what does not change between them takes no room.
      const options = ['+dither', '-colors', '256', '-layers', 'OptimizeFrame', '-layers', 'OptimizeTransparency'];
      execFileSync('convert', ['-loop', '0', ...shown, ...options, target]);
      fs.rmSync(this.folder, { recursive: true });
    }
  }
}

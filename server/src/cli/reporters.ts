import type { Catalog, Severity } from '../service';
import type { FileReport } from './checkFile';

export interface Summary {
  files: number;
  envelopes: number;
  failures: number;
  readonly findings: Record<Severity, number>;
}

/** Prints files as they are checked, so that memory does not grow with their number. */
export interface Reporter {
  file(report: FileReport): void;
  end(summary: Summary): void;
}

type Write = (text: string) => void;

/** One line a failure and a finding, places from 1 as editors and terminals count them. */
export function textReporter(write: Write, catalog: Catalog): Reporter {
  return {
    file({ path, envelopes, findings }) {
      for (const { range, error, requestId } of envelopes) {
        if (error) {
          const match = catalog.match(error.code ?? '');
          const description = match.kind === 'none' ? '' : `: ${match.entry.description}`;
          const code = error.code?.trim() || '(no code)';
          const id = requestId?.trim() || '(none)';
          write(oneLine(`${place(path, range.start)} failure ${code}${description} RequestId ${id}`));
        }
      }
      for (const { range, severity, message, rule } of findings) {
        write(oneLine(`${place(path, range.start)} ${severity} ${message} [${rule}]`));
      }
    },
    end({ files, envelopes, failures, findings }) {
      const counts = [
        count(files, 'file'),
        count(envelopes, 'response'),
        count(failures, 'failure'),
        count(findings.error, 'error'),
        count(findings.warning, 'warning'),
        `${findings.information} information`,
        count(findings.hint, 'hint'),
      ];
      write(`${counts.join(', ')}\n`);
    },
  };
}

/** A line for a terminal. What a file says must not break it, nor command the terminal: control characters are spelled out. */
function oneLine(text: string): string {
  const spell = (control: string): string => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${text.replace(/[\p{Cc}\u2028\u2029]/gu, spell)}\n`;
}

function place(path: string, { line, character }: { line: number; character: number }): string {
  return `${path}:${line + 1}:${character + 1}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** One JSON object; lines and characters from 0 in UTF-16 units, as in LSP. */
export function jsonReporter(write: Write): Reporter {
  let first = true;
  return {
    file(report) {
      write(`${first ? '{"files": [\n' : ',\n'}${JSON.stringify(report)}`);
      first = false;
    },
    end(summary) {
      write(`${first ? '{"files": [' : '\n'}],\n"summary": ${JSON.stringify(summary)}}\n`);
    },
  };
}

import type { Catalog, Settings } from '../service';
import { reportOf, type CheckedFile } from './checkFile';
import type { Summary } from './summary';

export type Format = 'text' | 'json';

/** What is printed of files as they are checked, so that memory does not grow with their number. */
export interface Reporter {
  readonly begin: string;
  /** Of one file, whichever stand before it. */
  file(file: CheckedFile): string;
  readonly between: string;
  end(summary: Summary): string;
}

/** The reporter of a format. */
export function createReporter(format: Format, catalog: Catalog, settings: Settings): Reporter {
  return format === 'json' ? jsonReporter(catalog, settings) : textReporter(catalog, settings);
}

/** One line a failure and a finding, places from 1 as editors and terminals count them. */
function textReporter(catalog: Catalog, { product }: Settings): Reporter {
  return {
    begin: '',
    between: '',
    file({ path, positions, envelopes, findings }) {
      let text = '';
      const place = ({ offset }: { readonly offset: number }): string => {
        const { line, character } = positions.at(offset);
        return `${path}:${line + 1}:${character + 1}`;
      };
      for (const envelope of envelopes) {
        if (envelope.status === 'failure') {
          const match = catalog.match(envelope.code?.value ?? '', product);
          const description = match.kind === 'none' ? '' : `: ${match.entry.description}`;
          const code = envelope.code?.value.trim() || '(no code)';
          const id = envelope.requestId?.value.trim() || '(none)';
          text += oneLine(`${place(envelope.span)} failure ${code}${description} RequestId ${id}`);
        }
      }
      for (const { span, severity, message, rule } of findings) {
        text += oneLine(`${place(span)} ${severity} ${message} [${rule}]`);
      }
      return text;
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
      return `${counts.join(', ')}\n`;
    },
  };
}

/** A line for a terminal. What a file says must not break it, nor command the terminal: control characters are spelled out. */
function oneLine(text: string): string {
  const spell = (control: string): string => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${text.replace(/[\p{Cc}\u2028\u2029]/gu, spell)}\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** One JSON object; lines and characters from 0 in UTF-16 units, as in LSP. */
function jsonReporter(catalog: Catalog, settings: Settings): Reporter {
  return {
    begin: '{"files": [',
    between: ',',
    file: (file) => `\n${JSON.stringify(reportOf(file, catalog, settings))}`,
    end: (summary) => `${summary.files > 0 ? '\n' : ''}],\n"summary": ${JSON.stringify(summary)}}\n`,
  };
}

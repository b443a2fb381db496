import { l10n, type Catalog, type Settings, type Severity } from '../service';
import { reportOf, type CheckedFile } from './checkFile';
import { sarifReporter } from './sarif';
import type { Summary } from './summary';

export const formats = ['text', 'json', 'sarif'] as const;

export type Format = (typeof formats)[number];

/** What is printed of files as they are checked, so that memory does not grow with their number. */
export interface Reporter {
  readonly begin: string;
  /** Of one file, whichever stand before it; empty where there is nothing to print of it. */
  file(file: CheckedFile): string;
  /** Between what is printed of two files. */
  readonly between: string;
  /** `complaints`: what could not be read, a sentence each. */
  end(summary: Summary, complaints: readonly string[]): string;
}

/** The reporter of a format. */
export function createReporter(format: Format, catalog: Catalog, settings: Settings): Reporter {
  switch (format) {
    case 'text':
      return textReporter(catalog, settings);
    case 'json':
      return jsonReporter(catalog, settings);
    case 'sarif':
      return sarifReporter();
  }
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
          const code = envelope.code?.value.trim() || l10n.t('(no code)');
          const id = envelope.requestId?.value.trim() || l10n.t('(none)');
          text += oneLine(`${place(envelope.span)} ${l10n.t('failure')} ${code}${description} RequestId ${id}`);
        }
      }
      for (const { span, severity, message, rule } of findings) {
        text += oneLine(`${place(span)} ${severityName(severity)} ${message} [${rule}]`);
      }
      return text;
    },
    end({ files, envelopes, failures, findings }) {
      const counts = [
        files === 1 ? l10n.t('1 file') : l10n.t('{0} files', files),
        envelopes === 1 ? l10n.t('1 response') : l10n.t('{0} responses', envelopes),
        failures === 1 ? l10n.t('1 failure') : l10n.t('{0} failures', failures),
        findings.error === 1 ? l10n.t('1 error') : l10n.t('{0} errors', findings.error),
        findings.warning === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', findings.warning),
        l10n.t('{0} information', findings.information),
        findings.hint === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', findings.hint),
      ];
      return `${l10n.t('{0}, {1}, {2}, {3}, {4}, {5}, {6}', ...counts)}\n`;
    },
  };
}

/** A line for a terminal. What a file says must not break it, nor command the terminal: control characters are spelled out. */
function oneLine(text: string): string {
  const spell = (control: string): string => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${text.replace(/[\p{Cc}\u2028\u2029]/gu, spell)}\n`;
}

function severityName(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('information');
    case 'hint':
      return l10n.t('hint');
  }
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

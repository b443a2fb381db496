import type { Finding, LanguageService, Localizer, Severity } from '../../service';
import { spellOut } from '../output/spellOut';
import { readEnvelopes, type CheckedFile } from '../results/checkedFile';
import type { Position } from '../results/positions';
import { pathInRepository } from './relativePath';
import type { Fragment, Reporter, TextOptions } from './reporter';
import { summaryText } from './summaryText';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands, which GitHub Actions shows at the lines of a change. Only findings are, not failures of the API. */
export function githubReporter(options: TextOptions, service: LanguageService, l10n: Localizer): Reporter {
  return {
    isSpelledOut: true,
    begin: '',
    between: '',
    file: fragmentsOf,
    end: (tally, errors) =>
      errors.map((error) => `::error::${escapeMessage(error)}\n`).join('') + summaryText(tally, options, service, l10n),
  };
}

function* fragmentsOf(file: CheckedFile): Iterable<Fragment> {
  readEnvelopes(file);
  const path = pathInRepository(file.path);
  for (const finding of file.findings()) {
    yield { text: `${commandOf(finding, path, file.rangeOf(finding.span).start)}\n`, completion: '' };
  }
}

/** Lines and columns count from 1. */
function commandOf({ rule, severity, message }: Finding, path: string, { line, character }: Position): string {
  const properties = { file: path, line: line + 1, col: character + 1, title: rule };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${escapeMessage(message)}`;
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replace(/[:,]/g, percentCode);
}

function escapeMessage(text: string): string {
  return spellOut(text.replace(/[%\r\n]/g, percentCode));
}

function percentCode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

import { ReportBuilder, type LanguageService, type ReportRow } from '../../service';
import { readEnvelopes, readFindings, type CheckedFile } from '../results/checkedFile';
import type { Fragment, Reporter } from './reporter';

/**
 * One page with all failures of the API; findings are not in it. Its charts come before the list, so it is made at the
 * end, of rows that are collected as files are read: as many as it lists, the others are only counted.
 */
export function htmlReporter(service: LanguageService): Reporter {
  const builder = new ReportBuilder();
  return {
    begin: '',
    between: '',
    file: (file) => rowsOf(file, service),
    collect: (output) => rowsIn(output).forEach((row) => builder.add(row)),
    end: (_, errors) => service.reportToHtml(builder.report(), { notes: service.withoutSecrets(errors) }),
  };
}

/** One line of JSON for each failure. */
function* rowsOf(file: CheckedFile, service: LanguageService): Iterable<Fragment> {
  readEnvelopes(file);
  readFindings(file);
  for (const failure of file.failures?.() ?? []) {
    yield { text: `${JSON.stringify(service.reportRow({ ...failure, file: file.path }))}\n`, completion: '' };
  }
}

function rowsIn(output: string): ReportRow[] {
  const lines = output.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as ReportRow);
}

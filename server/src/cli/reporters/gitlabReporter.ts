import type { Finding, Severity } from '../../service';
import type { CheckedFile } from '../results/checkedFile';
import { Fingerprints } from './fingerprints';
import { pathInRepository } from './relativePath';
import type { Fragment, Reporter } from './reporter';

/** An issue of a report for GitLab's Code Quality. */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** GitLab keeps its two worst severities for what stops a release, which no finding has to. */
const severities: Readonly<Record<Severity, Issue['severity']>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

/** One list of issues. Only findings are, not failures of the API. */
export function gitlabReporter(): Reporter {
  return { begin: '[', between: ',', file: fragmentsOf, end: () => '\n]\n' };
}

function* fragmentsOf(file: CheckedFile): Iterable<Fragment> {
  const path = pathInRepository(file.path);
  const fingerprints = new Fingerprints(path);
  let separator = '';
  for (const finding of file.findings()) {
    const begin = file.rangeOf(finding.span).start.line + 1;
    const issue = issueOf(finding, fingerprints.next(finding), { path, lines: { begin } });
    yield { text: `${separator}\n${JSON.stringify(issue)}`, completion: '' };
    separator = ',';
  }
}

function issueOf({ rule, severity, message }: Finding, fingerprint: string, location: Issue['location']): Issue {
  return { description: message, check_name: rule, fingerprint, severity: severities[severity], location };
}

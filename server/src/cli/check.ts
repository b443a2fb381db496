import { relative, sep } from 'node:path';
import { builtinCatalog } from '../catalog';
import { defaultSettings, isRuleId, isRuleSeverity, type RuleId, type RuleSeverity, type Severity } from '../service';
import { oneOf, parse } from './arguments';
import { checkFile, type CheckOptions } from './checkFile';
import { filesOf, languageOf, readStandardInput, readText, reasonOf } from './files';
import { jsonReporter, textReporter, type Summary } from './reporters';
import { exitCode, UsageError } from './usage';

const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

/** `check`: returns the exit code. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    format: { type: 'string', default: 'text' },
    'fail-on': { type: 'string', default: 'error' },
    declared: { type: 'string', multiple: true, default: [] },
    rule: { type: 'string', multiple: true, default: [] },
    unwrapped: { type: 'boolean', default: false },
    product: { type: 'string', default: '' },
    'stdin-filename': { type: 'string', default: '' },
  });
  const format = oneOf('--format', values.format, ['text', 'json']);
  const failOn = oneOf('--fail-on', values['fail-on'], [...severities, 'never']);
  if (positionals.length === 0) {
    throw new UsageError('check needs a file, a folder or - for standard input; see api-response --help.');
  }
  const options: CheckOptions = {
    settings: { ...defaultSettings, rules: ruleSettings(values.rule), product: values.product },
    declared: values.declared,
    unwrapped: values.unwrapped,
  };
  const catalog = builtinCatalog();
  const write = (text: string): void => void process.stdout.write(text);
  const reporter = format === 'json' ? jsonReporter(write) : textReporter(write, catalog);
  const summary: Summary = {
    files: 0,
    envelopes: 0,
    failures: 0,
    findings: { error: 0, warning: 0, information: 0, hint: 0 },
  };
  let unreadable = 0;
  const unread = (path: string, reason: string): void => {
    unreadable++;
    process.stderr.write(`api-response: cannot read ${path}: ${reason}.\n`);
  };
  const one = async (path: string, read: () => Promise<string>): Promise<void> => {
    try {
      const text = await read();
      const report = checkFile(path, relativePath(path), languageOf(path, text), text, catalog, options);
      reporter.file(report);
      summary.files++;
      summary.envelopes += report.envelopes.length;
      summary.failures += report.envelopes.filter(({ status }) => status === 'failure').length;
      report.findings.forEach(({ severity }) => summary.findings[severity]++);
    } catch (error) {
      unread(path, reasonOf(error));
    }
  };
  for (const positional of positionals) {
    if (positional === '-') {
      await one(values['stdin-filename'] || '<stdin>', readStandardInput);
      continue;
    }
    for await (const input of filesOf(positional)) {
      if ('problem' in input) {
        unread(input.path, input.problem);
      } else {
        await one(input.path, () => readText(input.path));
      }
    }
  }
  reporter.end(summary);
  if (unreadable > 0) {
    return exitCode.failed;
  }
  const failing = failOn === 'never' ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  return failing.some((severity) => summary.findings[severity] > 0) ? exitCode.found : exitCode.ok;
}

function ruleSettings(assignments: readonly string[]): Partial<Record<RuleId, RuleSeverity>> {
  const rules: Partial<Record<RuleId, RuleSeverity>> = {};
  for (const assignment of assignments) {
    const [id = '', severity = ''] = assignment.split('=', 2);
    if (!isRuleId(id)) {
      throw new UsageError(`--rule "${assignment}" names no rule; docs/rules.md lists them.`);
    }
    if (!isRuleSeverity(severity)) {
      throw new UsageError(`--rule ${id} takes error, warning, information, hint or off, not "${severity}".`);
    }
    rules[id] = severity;
  }
  return rules;
}

function relativePath(path: string): string {
  return relative(process.cwd(), path).split(sep).join('/');
}

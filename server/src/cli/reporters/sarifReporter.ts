import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Location, ReportingDescriptor, Result, ToolComponent } from 'sarif';
import { homepage } from '../../data/addresses';
import { version } from '../../data/version';
import { rules, type Finding, type LanguageService, type Localizer, type RuleSeverity, type Span } from '../../service';
import type { CheckedFile } from '../results/checkedFile';
import type { Range } from '../results/positions';
import { Fingerprints } from './fingerprints';
import { namesInWorkingDirectory, pathInRepository } from './relativePath';
import type { Fragment, Reporter } from './reporter';
import { readRuleHelp, type RuleHelp } from './ruleHelp';

/** The working directory, by the name that code scanning knows. */
const sourceRoot = '%SRCROOT%';

/**
 * One SARIF 2.1.0 log with one run, for code scanning. Only findings are results, not failures of the API, see docs.
 */
export function sarifReporter(service: LanguageService, l10n: Localizer): Reporter {
  const language = l10n.language === 'en' ? 'en-US' : 'zh-CN';
  const root = pathToFileURL(`.${sep}`).href;
  const isSecret = service.withoutSecrets([root])[0] !== root;
  const bases = { [sourceRoot]: isSecret ? {} : { uri: root } };
  return {
    begin:
      '{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{' +
      `\n"tool": ${JSON.stringify({ driver: driverOf(l10n) })},` +
      `\n"language": "${language}", "originalUriBaseIds": ${JSON.stringify(bases)}, "columnKind": "utf16CodeUnits", "newlineSequences": ["\\r\\n", "\\n", "\\r"],` +
      '\n"results": [',
    between: ',',
    file: fragmentsOf,
    end(_, errors) {
      const invocation = {
        executionSuccessful: errors.length === 0,
        toolExecutionNotifications: errors.map((text) => ({ level: 'error', message: { text: plain(text) } })),
      };
      return `],\n"invocations": [${JSON.stringify(invocation)}]}]}\n`;
    },
  };
}

function driverOf(l10n: Localizer): ToolComponent {
  const help = readRuleHelp();
  return {
    name: 'api-response',
    semanticVersion: version,
    ...(homepage === undefined ? {} : { informationUri: homepage }),
    rules: rules.map((rule) => descriptorOf(rule, help.get(rule.meta.id), l10n)),
  };
}

function descriptorOf(rule: (typeof rules)[number], help: RuleHelp | undefined, l10n: Localizer): ReportingDescriptor {
  const { id, severity } = rule.meta;
  const text = l10n.t(rule.meta.description);
  return {
    id,
    shortDescription: { text },
    fullDescription: { text },
    ...(help?.uri === undefined ? {} : { helpUri: help.uri }),
    ...(help ? { help: { text: `${text}\n\n${help.text}`, markdown: `${text}\n\n${help.markdown}` } } : {}),
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levelOf(severity) },
  };
}

function levelOf(severity: Exclude<RuleSeverity, 'off'>): 'error' | 'warning' | 'note' {
  return severity === 'information' || severity === 'hint' ? 'note' : severity;
}

function* fragmentsOf(file: CheckedFile): Iterable<Fragment> {
  const artifactLocation = artifactOf(file.path);
  const fingerprints = new Fingerprints(pathInRepository(file.path));
  let separator = '';
  for (const finding of file.findings()) {
    const result = resultOf(finding, (span) => locationOf(artifactLocation, file.rangeOf(span)));
    const partialFingerprints = { 'finding/v1': fingerprints.next(finding) };
    yield { text: `${separator}\n${JSON.stringify({ ...result, partialFingerprints })}`, completion: '' };
    separator = ',';
  }
}

function resultOf({ rule, severity, message, span, related }: Finding, locate: (span: Span) => Location): Result {
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ meta }) => meta.id === rule),
    level: levelOf(severity),
    message: { text: plain(message) },
    locations: [locate(span)],
    ...(related
      ? {
          relatedLocations: related.map((each) => ({ ...locate(each.span), message: { text: plain(each.message) } })),
        }
      : {}),
  };
}

/** Files in the working directory get a relative URI, as code scanning requires; all others an absolute one. */
function artifactOf(path: string): ArtifactLocation {
  const names = namesInWorkingDirectory(path);
  return names
    ? { uri: names.map(encodeURIComponent).join('/'), uriBaseId: sourceRoot }
    : { uri: pathToFileURL(path).href };
}

/** Lines and columns count from 1; the end is exclusive. */
function locationOf(artifactLocation: ArtifactLocation, { start, end }: Range): Location {
  const region = {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
  return { physicalLocation: { artifactLocation, region } };
}

/** Escapes what SARIF treats as a placeholder, `{0}`, or as a link, `[text](target)`. */
function plain(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replaceAll('](', '\\](');
}

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity, type Diagnostic, type Range } from 'vscode-languageserver/node';

/** The page that the codes of findings link to. */
export const rulesPage = join(__dirname, '..', '..', '..', 'docs', 'rules.md');

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** An expected finding: rule, severity, and the marked text. */
export type Expectation = readonly [
  rule: string,
  severity: keyof typeof severities,
  marked: string,
  occurrence?: number,
];

/** Asserts all findings of a text, in order. The wording is not compared, but must not be empty. */
export function assertFindings(actual: readonly Diagnostic[], text: string, expected: readonly Expectation[]): void {
  assert.deepEqual(
    actual.map(({ code, severity, range, source, codeDescription }) => ({
      code,
      severity,
      range,
      source,
      codeDescription,
    })),
    expected.map(([rule, severity, marked, occurrence]) => ({
      code: rule,
      severity: severities[severity],
      range: rangeOf(text, marked, occurrence),
      source: 'api-response',
      codeDescription: { href: `${pathToFileURL(rulesPage).href}#${rule}` },
    })),
  );
  for (const { message } of actual) {
    assert.ok(typeof message === 'string');
    assert.match(message, /^\S.*\S$/);
  }
}

/** The codes of diagnostics. */
export function codesOf(diagnostics: readonly Diagnostic[]): unknown[] {
  return diagnostics.map(({ code }) => code);
}

/** The range of a part of a text; `occurrence` counts from 0. */
export function rangeOf(text: string, part: string, occurrence = 0): Range {
  let offset = text.indexOf(part);
  for (let passed = 0; passed < occurrence && offset >= 0; passed++) {
    offset = text.indexOf(part, offset + 1);
  }
  assert.ok(offset >= 0, `The text has no "${part}" number ${occurrence}.`);
  return { start: positionOf(text, offset), end: positionOf(text, offset + part.length) };
}

/** An offset as line and UTF-16 character. Lines end with LF or CRLF. */
export function positionOf(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

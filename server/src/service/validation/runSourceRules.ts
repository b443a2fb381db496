import type { Sliceable } from '../base/span';
import type { ServiceContext } from '../context/serviceContext';
import type { Fix } from '../fixes/fix';
import { rules } from '../rules';
import type { SourceContext, SourceRule } from '../rules/rule';
import { standingOf, type CodeUse, type SourceFile } from '../sourceCode';
import { toFinding, type Finding } from './findings';

/** A finding about a code in source code, and its fixes. */
export interface SourceFinding {
  readonly finding: Finding;
  readonly fixes: () => readonly Fix[];
}

const sourceRules = rules.filter((rule): rule is SourceRule => 'checkSource' in rule);

/** The findings about the codes of a source file, in order. */
export function* findInSource(
  { text, file }: { readonly text: Sliceable; readonly file: SourceFile },
  { catalog, l10n, settings }: ServiceContext,
): Iterable<SourceFinding> {
  for (const use of file.uses) {
    const standing = standingOf(use, file, catalog);
    yield* findingsOf(use, { text, l10n, standing, products: file.products }, settings.rules);
  }
}

function* findingsOf(
  use: CodeUse,
  context: SourceContext,
  severities: ServiceContext['settings']['rules'],
): Iterable<SourceFinding> {
  for (const rule of sourceRules) {
    const severity = severities[rule.meta.id] ?? rule.meta.severity;
    if (severity !== 'off') {
      for (const report of rule.checkSource(use, context)) {
        yield {
          finding: toFinding({ rule, severity, report }),
          fixes: () => [...(rule.fixSource?.(use, context) ?? [])],
        };
      }
    }
  }
}

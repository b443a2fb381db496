import { builtinCatalog } from '../builtin';
import { l10n, currentLanguage, explain as explainCode, explanationToText } from '../service';
import { oneOf, parse } from './arguments';
import { exitCode, UsageError } from './usage';

/** `explain`: returns the exit code, 0 when the code is known, be it through its parent. */
export function explain(args: readonly string[]): number {
  const { values, positionals } = parse(args, {
    format: { type: 'string', default: 'text' },
    product: { type: 'string', default: '' },
  });
  const format = oneOf('--format', values.format, ['text', 'json']);
  const [code, ...others] = positionals;
  if (code === undefined || others.length > 0) {
    throw new UsageError(l10n.t('explain needs exactly one code, such as AuthFailure.SignatureFailure.'));
  }
  const explanation = explainCode(builtinCatalog(currentLanguage()), code, values.product);
  process.stdout.write(
    format === 'json' ? `${JSON.stringify(explanation, undefined, 2)}\n` : explanationToText(explanation),
  );
  return explanation.match === 'none' ? exitCode.found : exitCode.ok;
}

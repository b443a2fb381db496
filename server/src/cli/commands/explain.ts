import { defaultSettings, type Explanation, type Localizer } from '../../service';
import { serviceFor } from '../checking/job';
import { catalogOption, readCatalogs } from '../input/catalogs';
import { projectFileOption, withProjectOf } from '../input/projectFile';
import { complain, print } from '../output/print';
import { oneLine } from '../output/spellOut';
import { exitCode, UsageError } from '../usage/exit';
import { oneOf, parseOptions } from '../usage/parseOptions';

/** `explain`: returns the exit code, 0 if the code or a parent of it is known. */
export async function explain(args: readonly string[], l10n: Localizer): Promise<number> {
  const options = {
    format: { type: 'string', default: 'text' },
    product: { type: 'string', default: '' },
    ...catalogOption,
    ...projectFileOption,
  } as const;
  const { values, positionals } = parseOptions(args, options, l10n);
  const format = oneOf({ option: '--format', value: values.format }, ['text', 'json'], l10n);
  const [code, ...others] = positionals;
  if (code === undefined || others.length > 0) {
    throw new UsageError(l10n.t('explain needs exactly one code, such as AuthFailure.SignatureFailure.'));
  }
  const settings = { ...defaultSettings, product: values.product };
  const given = { settings, catalogs: await readCatalogs(values.catalog, l10n) };
  const project = await withProjectOf(values['no-project-file'] ? undefined : '-', given, l10n);
  project.problems.forEach(complain);
  const service = serviceFor(project.options, l10n);
  const explanation = service.explainCode(code);
  await print(
    format === 'json'
      ? `${JSON.stringify(explanation, undefined, 2)}\n`
      : service.explanationText(withoutLineBreaks(explanation)),
  );
  if (project.problems.length > 0) {
    return exitCode.failed;
  }
  return explanation.match === 'none' ? exitCode.found : exitCode.ok;
}

/** What quotes the code must not look like lines of the explanation. */
function withoutLineBreaks({ note, ...explanation }: Explanation): Explanation {
  const code = oneLine(explanation.code);
  return { ...explanation, code, ...(note === undefined ? {} : { note: oneLine(note) }) };
}

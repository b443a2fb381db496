import { defaultSettings, type ExplainedText, type LanguageService, type Localizer } from '../../service';
import { serviceFor } from '../checking/job';
import { readCatalogs } from '../input/catalogs';
import { withProjectOf } from '../input/projectFile';
import { readTextArgument } from '../input/textArgument';
import { complain, print } from '../output/print';
import type { Command, Options } from '../usage/command';
import { exitCode, UsageError } from '../usage/exit';
import { oneOf, parseOptions } from '../usage/parseOptions';
import { explainedToText, withoutLineBreaks } from './explainedLines';
import { catalogOption, productOption, projectFileOption } from './sharedOptions';

const options = {
  format: {
    type: 'string',
    default: 'text',
    argument: { en: 'FORMAT', 'zh-cn': '格式' },
    values: ['text', 'json'],
    help: { en: 'form of the output', 'zh-cn': '输出格式' },
  },
  product: productOption,
  catalog: catalogOption,
  'no-project-file': projectFileOption,
} as const satisfies Options;

export const explainCommand: Command = {
  name: 'explain',
  operands: { en: '[options] CODE | TEXT | FILE | -', 'zh-cn': '[选项] 错误码 | 文本 | 文件 | -' },
  summary: {
    en: 'say what an error code means, or why the calls in a text failed',
    'zh-cn': '解释错误码，或文本中各次调用失败的原因',
  },
  options,
  exitCodes: {
    en: '0 everything explained, 1 a code is not known, or there is none, 2 wrong usage or unreadable file.',
    'zh-cn': '0 全部得到解释，1 错误码未知或没有错误码，2 用法错误或文件无法读取。',
  },
};

/** How the output is made. */
interface Output {
  readonly format: 'text' | 'json';
  readonly service: LanguageService;
  readonly l10n: Localizer;
}

/** `explain`: returns the exit code, 0 if everything is explained, if only by the parent of a code. */
export async function explain(args: readonly string[], l10n: Localizer): Promise<number> {
  const { values, positionals } = parseOptions(args, options, l10n);
  const format = oneOf({ option: '--format', value: values.format }, options.format.values, l10n);
  const [argument, ...others] = positionals;
  if (argument === undefined || others.length > 0) {
    throw new UsageError(l10n.t('explain needs exactly one code, text or file, or - for standard input.'));
  }
  const { text, languageId, name, path, isLiteral } = await readTextArgument(argument, l10n);
  const settings = { ...defaultSettings, product: values.product };
  const given = { settings, catalogs: await readCatalogs(values.catalog, l10n) };
  const project = await withProjectOf(values['no-project-file'] ? undefined : path, given, l10n);
  project.problems.forEach(complain);
  const service = serviceFor(project.options, l10n);
  const explained = service.explainedText(text, languageId);
  const isCode = isLiteral && /^[\w.-]*$/.test(text.trim()) && explained?.requestId === undefined;
  const output: Output = { format, service, l10n };
  const code = isCode ? await explainCode(text, output) : await explainAll(explained, name, output);
  return project.problems.length > 0 ? exitCode.failed : code;
}

async function explainCode(code: string, { format, service }: Output): Promise<number> {
  const [clean = ''] = service.withoutSecrets([code]);
  const explanation = service.explainCode(clean);
  await print(format === 'json' ? toJson(explanation) : service.explanationText(withoutLineBreaks(explanation)));
  return explanation.match === 'none' ? exitCode.found : exitCode.ok;
}

async function explainAll(explained: ExplainedText | undefined, name: string, output: Output): Promise<number> {
  const { format, service, l10n } = output;
  if (format === 'json') {
    await print(toJson(explained?.failures ?? []));
  }
  if (!explained) {
    complain(l10n.t('{0} has no code, no response and no exception that is known.', name));
    return exitCode.found;
  }
  if (format === 'text') {
    await print(explainedToText(explained, service, l10n));
  }
  const { failures, responses } = explained;
  const areKnown = failures.every(({ explanation }) => (explanation?.match ?? 'none') !== 'none');
  return areKnown && failures.length + responses > 0 ? exitCode.ok : exitCode.found;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

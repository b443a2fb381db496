import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultSettings, type ApiResponseDocument, type Envelope, type Localizer } from '../../service';
import { serviceFor } from '../checking/job';
import { readCatalogs } from '../input/catalogs';
import { withProjectOf } from '../input/projectFile';
import { readTextArgument } from '../input/textArgument';
import { complain, print } from '../output/print';
import { oneLine } from '../output/spellOut';
import type { Command, Options } from '../usage/command';
import { exitCode, UsageError } from '../usage/exit';
import { parseOptions } from '../usage/parseOptions';
import { catalogOption, productOption, projectFileOption } from './sharedOptions';

const options = {
  index: {
    type: 'string',
    argument: { en: 'N', 'zh-cn': 'N' },
    help: {
      en: 'which response of the text, from 0; by default the first failure, else the first',
      'zh-cn': '文本中的第几个响应，从 0 开始；默认第一个失败的响应，没有则为第一个响应',
    },
  },
  product: productOption,
  catalog: catalogOption,
  'no-project-file': projectFileOption,
} as const satisfies Options;

export const ticketCommand: Command = {
  name: 'ticket',
  operands: { en: '[options] FILE | TEXT | -', 'zh-cn': '[选项] 文件 | 文本 | -' },
  summary: { en: 'print a filled-in support ticket', 'zh-cn': '输出填好的工单' },
  options,
  exitCodes: {
    en: '0 printed, 1 no such response, 2 wrong usage or unreadable file.',
    'zh-cn': '0 已输出，1 没有这样的响应，2 用法错误或文件无法读取。',
  },
};

/** `ticket`: prints the filled-in support template; returns the exit code. */
export async function ticket(args: readonly string[], l10n: Localizer): Promise<number> {
  const { values, positionals } = parseOptions(args, options, l10n);
  const [argument, ...others] = positionals;
  if (argument === undefined || others.length > 0) {
    throw new UsageError(l10n.t('ticket needs exactly one file or text, or - for standard input.'));
  }
  if (values.index !== undefined && !/^\d{1,9}$/.test(values.index)) {
    throw new UsageError(l10n.t('--index takes a number of 0 or more, not "{0}".', values.index));
  }
  const settings = { ...defaultSettings, product: oneLine(values.product) };
  const given = { settings, catalogs: await readCatalogs(values.catalog, l10n) };
  const { text, languageId, name, path } = await readTextArgument(argument, l10n);
  const project = await withProjectOf(values['no-project-file'] ? undefined : path, given, l10n);
  project.problems.forEach(complain);
  const service = serviceFor(project.options, l10n);
  const source = TextDocument.create('', languageId, 0, text);
  const recognised = service.parse(source);
  // Who asks for a ticket says that the file has a response, so it may lack its `Response`.
  const document = recognised.envelopes().length > 0 ? recognised : service.parse(source, { declared: true });
  const envelope = chooseEnvelope(document, values.index);
  if (!envelope) {
    const { length } = document.envelopes();
    const count = length === 1 ? l10n.t('1 API response') : l10n.t('{0} API responses', length);
    const reason = values.index
      ? l10n.t('{0} has {1}, none at index {2}.', name, count, values.index)
      : l10n.t('{0} has {1}.', name, count);
    complain(reason);
    return project.problems.length > 0 ? exitCode.failed : exitCode.found;
  }
  const now = new Date();
  const time = { epoch: now.getTime(), offset: -now.getTimezoneOffset() };
  await print(service.createTicket(document, { envelope, file: oneLine(name), time }).text);
  return project.problems.length > 0 ? exitCode.failed : exitCode.ok;
}

/** The envelope with the index; by default the first failure, or the first envelope if there is none. */
function chooseEnvelope(document: ApiResponseDocument, index: string | undefined): Envelope | undefined {
  const envelopes = document.envelopes();
  return index === undefined
    ? (envelopes.find(({ status }) => status === 'failure') ?? envelopes[0])
    : envelopes[Number(index)];
}

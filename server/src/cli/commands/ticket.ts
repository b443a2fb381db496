import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultSettings, type ApiResponseDocument, type Envelope, type Localizer } from '../../service';
import { serviceFor } from '../checking/job';
import { catalogOption, readCatalogs } from '../input/catalogs';
import { readTextArgument } from '../input/textArgument';
import { complain, print } from '../output/print';
import { oneLine } from '../output/spellOut';
import { exitCode, UsageError } from '../usage/exit';
import { parseOptions } from '../usage/parseOptions';

/** `ticket`: prints the filled-in support template; returns the exit code. */
export async function ticket(args: readonly string[], l10n: Localizer): Promise<number> {
  const options = { index: { type: 'string' }, product: { type: 'string', default: '' }, ...catalogOption } as const;
  const { values, positionals } = parseOptions(args, options, l10n);
  const [argument, ...others] = positionals;
  if (argument === undefined || others.length > 0) {
    throw new UsageError(l10n.t('ticket needs exactly one file or text, or - for standard input.'));
  }
  if (values.index !== undefined && !/^\d{1,9}$/.test(values.index)) {
    throw new UsageError(l10n.t('--index takes a number of 0 or more, not "{0}".', values.index));
  }
  const settings = { ...defaultSettings, product: oneLine(values.product) };
  const service = serviceFor({ settings, catalogs: await readCatalogs(values.catalog, l10n) }, l10n);
  const { text, languageId, name } = await readTextArgument(argument, l10n);
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
    return exitCode.found;
  }
  const now = new Date();
  const time = { epoch: now.getTime(), offset: -now.getTimezoneOffset() };
  await print(service.createTicket(document, { envelope, file: oneLine(name), time }).text);
  return exitCode.ok;
}

/** The envelope with the index; by default the first failure, or the first envelope if there is none. */
function chooseEnvelope(document: ApiResponseDocument, index: string | undefined): Envelope | undefined {
  const envelopes = document.envelopes();
  return index === undefined
    ? (envelopes.find(({ status }) => status === 'failure') ?? envelopes[0])
    : envelopes[Number(index)];
}

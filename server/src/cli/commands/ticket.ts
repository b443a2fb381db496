import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultSettings, languageOf, type ApiResponseDocument, type Envelope, type Localizer } from '../../service';
import { serviceFor } from '../checking/job';
import { catalogOption, readCatalogs } from '../input/catalogs';
import { readBytes, reasonOf, textOf } from '../input/files';
import { projectFileOption, withProjectOf } from '../input/projectFile';
import { complain, print } from '../output/print';
import { oneLine } from '../output/spellOut';
import { exitCode, UsageError } from '../usage/exit';
import { parseOptions } from '../usage/parseOptions';

/** `ticket`: prints the filled-in support template; returns the exit code. */
export async function ticket(args: readonly string[], l10n: Localizer): Promise<number> {
  const options = {
    index: { type: 'string' },
    product: { type: 'string', default: '' },
    ...catalogOption,
    ...projectFileOption,
  } as const;
  const { values, positionals } = parseOptions(args, options, l10n);
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) {
    throw new UsageError(l10n.t('ticket needs exactly one file.'));
  }
  if (values.index !== undefined && !/^\d{1,9}$/.test(values.index)) {
    throw new UsageError(l10n.t('--index takes a number of 0 or more, not "{0}".', values.index));
  }
  const settings = { ...defaultSettings, product: oneLine(values.product) };
  const given = { settings, catalogs: await readCatalogs(values.catalog, l10n) };
  const project = await withProjectOf(values['no-project-file'] ? undefined : path, given, l10n);
  project.problems.forEach(complain);
  const service = serviceFor(project.options, l10n);
  const text = await readText(path, l10n);
  const source = TextDocument.create(path, languageOf(path, text), 0, text);
  const recognised = service.parse(source);
  // Who asks for a ticket says that the file has a response, so it may lack its `Response`.
  const document = recognised.envelopes().length > 0 ? recognised : service.parse(source, { declared: true });
  const envelope = chooseEnvelope(document, values.index);
  if (!envelope) {
    const { length } = document.envelopes();
    const count = length === 1 ? l10n.t('1 API response') : l10n.t('{0} API responses', length);
    const reason = values.index
      ? l10n.t('{0} has {1}, none at index {2}.', path, count, values.index)
      : l10n.t('{0} has {1}.', path, count);
    complain(reason);
    return exitCode.found;
  }
  const now = new Date();
  const time = { epoch: now.getTime(), offset: -now.getTimezoneOffset() };
  await print(service.createTicket(document, { envelope, file: oneLine(path), time }).text);
  return project.problems.length > 0 ? exitCode.failed : exitCode.ok;
}

/** The envelope with the index; by default the first failure, or the first envelope if there is none. */
function chooseEnvelope(document: ApiResponseDocument, index: string | undefined): Envelope | undefined {
  const envelopes = document.envelopes();
  return index === undefined
    ? (envelopes.find(({ status }) => status === 'failure') ?? envelopes[0])
    : envelopes[Number(index)];
}

async function readText(path: string, l10n: Localizer): Promise<string> {
  try {
    return textOf(await readBytes({ path }));
  } catch (error) {
    throw new UsageError(l10n.t('cannot read {0}: {1}.', path, reasonOf(error, l10n)));
  }
}

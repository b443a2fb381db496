import { TextDocument } from 'vscode-languageserver-textdocument';
import { builtinCatalog } from '../builtin';
import { l10n, createTicket, currentLanguage, languageOf, readDocument } from '../service';
import { parse } from './arguments';
import { readBytes, reasonOf, textOf } from './files';
import { exitCode, UsageError } from './usage';

/** `ticket`: prints the filled-in support template; returns the exit code. */
export async function ticket(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, { index: { type: 'string' }, product: { type: 'string', default: '' } });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) {
    throw new UsageError(l10n.t('ticket needs exactly one file.'));
  }
  if (values.index !== undefined && !/^\d{1,9}$/.test(values.index)) {
    throw new UsageError(l10n.t('--index takes a number from 0 on, not "{0}".', values.index));
  }
  let text: string;
  try {
    text = textOf(await readBytes({ path }));
  } catch (error) {
    throw new UsageError(l10n.t('cannot read {0}: {1}.', path, reasonOf(error)));
  }
  const languageId = languageOf(path, text);
  const { envelopes } = readDocument(text, { languageId, declared: false, unwrapped: true });
  const envelope =
    values.index === undefined
      ? (envelopes.find(({ status }) => status === 'failure') ?? envelopes[0])
      : envelopes[Number(values.index)];
  if (!envelope) {
    const count = envelopes.length === 1 ? l10n.t('1 API response') : l10n.t('{0} API responses', envelopes.length);
    const reason = values.index
      ? l10n.t('{0} has {1}, none at index {2}.', path, count, values.index)
      : l10n.t('{0} has {1}.', path, count);
    process.stderr.write(`api-response: ${reason}\n`);
    return exitCode.found;
  }
  const now = new Date();
  const { line } = TextDocument.create(path, languageId, 0, text).positionAt(envelope.span.offset);
  const filled = createTicket(builtinCatalog(currentLanguage()), {
    text,
    envelope,
    envelopes,
    file: path,
    line: line + 1,
    time: { epoch: now.getTime(), offset: -now.getTimezoneOffset() },
    product: values.product,
  });
  process.stdout.write(filled.text);
  return exitCode.ok;
}

import { version } from '../../data/version';
import type { Localizer } from '../../service';
import { catalogOption, readCatalogs } from '../input/catalogs';
import { createAnswers } from '../modelContext/createAnswers';
import type { serve } from '../modelContext/serve';
import { complain } from '../output/print';
import { exitCode, UsageError } from '../usage/exit';
import { parseOptions } from '../usage/parseOptions';

/** The exports of `dist/mcp.js`. */
interface McpModule {
  readonly serve: typeof serve;
}

/** `mcp`: serves language models over standard input and output until the input ends; returns the exit code. */
export async function mcp(args: readonly string[], load: () => Promise<McpModule>, l10n: Localizer): Promise<number> {
  const options = { product: { type: 'string', default: '' }, ...catalogOption } as const;
  const { values, positionals } = parseOptions(args, options, l10n);
  if (positionals.length > 0) {
    throw new UsageError(l10n.t('mcp takes no files: a client that starts it passes them.'));
  }
  const catalogs = await readCatalogs(values.catalog, l10n);
  const answers = createAnswers({ product: values.product, language: l10n.language, catalogs });
  const { serve } = await load();
  await serve(answers, {
    version,
    onMalformed: () => complain(l10n.t('a message that is not one of MCP was ignored.')),
  });
  return exitCode.ok;
}

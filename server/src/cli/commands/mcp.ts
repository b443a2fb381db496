import { version } from '../../data/version';
import type { Localizer } from '../../service';
import { readCatalogs } from '../input/catalogs';
import { createAnswers } from '../modelContext/createAnswers';
import type { serve } from '../modelContext/serve';
import { complain } from '../output/print';
import type { Command, Options } from '../usage/command';
import { exitCode, UsageError } from '../usage/exit';
import { parseOptions } from '../usage/parseOptions';
import { catalogOption, productOption } from './sharedOptions';

/** The exports of `dist/mcp.js`. */
interface McpModule {
  readonly serve: typeof serve;
}

const options = { product: productOption, catalog: catalogOption } as const satisfies Options;

export const mcpCommand: Command = {
  name: 'mcp',
  operands: { en: '[options]', 'zh-cn': '[选项]' },
  summary: {
    en: 'serve language models (Model Context Protocol over standard input and output)',
    'zh-cn': '为语言模型提供服务（经标准输入输出的 Model Context Protocol）',
  },
  options,
  exitCodes: { en: '0 the input ended, 2 wrong usage.', 'zh-cn': '0 输入已结束，2 用法错误。' },
};

/** `mcp`: serves language models over standard input and output until the input ends; returns the exit code. */
export async function mcp(args: readonly string[], load: () => Promise<McpModule>, l10n: Localizer): Promise<number> {
  const { values, positionals } = parseOptions(args, options, l10n);
  if (positionals.length > 0) {
    throw new UsageError(l10n.t('mcp takes no files: a client that starts it passes them.'));
  }
  const catalogs = await readCatalogs(values.catalog, l10n);
  const answers = createAnswers({ product: values.product, language: l10n.language, catalogs });
  const { serve } = await load();
  await serve(answers, {
    version,
    onMalformed: () => complain(l10n.t('ignored a message that is not an MCP message.')),
  });
  return exitCode.ok;
}

import { stat } from 'node:fs/promises';
import { findSdks, type Sdk } from '../../sdk/findSdks';
import { importSdk, type ImportSummary } from '../../sdk/importSdk';
import type { Localizer } from '../../service';
import { reasonOf } from '../input/files';
import { print } from '../output/print';
import { writeFile } from '../output/writeFile';
import type { Command, Options } from '../usage/command';
import { exitCode, UsageError } from '../usage/exit';
import { parseOptions } from '../usage/parseOptions';
import { fileArgument } from './sharedOptions';

const options = {
  out: {
    type: 'string',
    default: '',
    argument: fileArgument,
    help: {
      en: 'the file to write; an earlier import is replaced, no other file is',
      'zh-cn': '要写入的文件；会覆盖之前导入的文件，不会覆盖其他文件',
    },
  },
} as const satisfies Options;

export const catalogCommand: Command = {
  name: 'catalog import',
  operands: { en: 'DIR --out FILE', 'zh-cn': '文件夹 --out 文件' },
  words: ['import'],
  summary: {
    en: 'create a catalog file from the Tencent Cloud SDK in a folder',
    'zh-cn': '从已安装的 SDK 生成错误码库文件',
  },
  options,
  exitCodes: {
    en: '0 written, 2 wrong usage, no SDK or several in the folder, or a file that cannot be written.',
    'zh-cn': '0 已写入，2 用法错误、文件夹中没有或有多个 SDK，或文件无法写入。',
  },
};

/** `catalog import`: writes a catalog file from an installed SDK; returns the exit code. */
export async function catalog(args: readonly string[], l10n: Localizer): Promise<number> {
  const { values, positionals } = parseOptions(args, options, l10n);
  const [action, folder, ...others] = positionals;
  if (action !== 'import' || folder === undefined || others.length > 0) {
    throw new UsageError(l10n.t('catalog import needs exactly one folder; see api-response catalog --help.'));
  }
  if (values.out === '') {
    throw new UsageError(l10n.t('catalog import needs --out with the name of the file to write.'));
  }
  const sdk = await onlySdk(folder, l10n);
  const summary = await importSdk(sdk);
  if (summary?.text === undefined) {
    throw new UsageError(l10n.t('no error codes found in {0}.', sdk.folder));
  }
  await writeFile({ path: values.out, replaces: 'import' }, summary.text, l10n);
  await print(`${describe(sdk, summary, l10n)}\n`);
  return exitCode.ok;
}

/** The SDK in a folder. If there are several, the user has to choose. */
async function onlySdk(folder: string, l10n: Localizer): Promise<Sdk> {
  try {
    if (!(await stat(folder)).isDirectory()) {
      throw new UsageError(l10n.t('{0} is not a folder.', folder));
    }
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(l10n.t('cannot read {0}: {1}.', folder, reasonOf(error, l10n)));
  }
  const [sdk, ...others] = await findSdks([folder]);
  if (!sdk) {
    throw new UsageError(l10n.t('there is no Tencent Cloud SDK for Go or Python in {0}.', folder));
  }
  if (others.length > 0) {
    const folders = [sdk, ...others].map((each) => each.folder).join(', ');
    throw new UsageError(
      l10n.t('there are {0} SDKs in {1}; pass the folder of one: {2}.', others.length + 1, folder, folders),
    );
  }
  return sdk;
}

function describe({ language, version }: Sdk, summary: ImportSummary, l10n: Localizer): string {
  const name = language === 'go' ? 'Go' : 'Python';
  const { products, codes, tooLarge, unreadable, empty } = summary;
  return [
    l10n.t(
      'Tencent Cloud SDK for {0} {1}: {2}, {3}.',
      name,
      version === 'unknown' ? l10n.t('of unknown version') : version,
      products === 1 ? l10n.t('1 product') : l10n.t('{0} products', products),
      codes === 1 ? l10n.t('1 error code') : l10n.t('{0} error codes', codes),
    ),
    ...(tooLarge > 0 ? [l10n.t('Files over 5 MB, not read: {0}.', tooLarge)] : []),
    ...(unreadable > 0 ? [l10n.t('Files not readable: {0}.', unreadable)] : []),
    ...(empty > 0 ? [l10n.t('Files without error codes: {0}.', empty)] : []),
  ].join(' ');
}

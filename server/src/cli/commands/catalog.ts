import { stat } from 'node:fs/promises';
import { findSdks, type Sdk } from '../../sdk/findSdks';
import { importSdk, type ImportSummary } from '../../sdk/importSdk';
import type { Localizer } from '../../service';
import { reasonOf } from '../input/files';
import { print } from '../output/print';
import { writeFile } from '../output/writeFile';
import { exitCode, UsageError } from '../usage/exit';
import { parseOptions } from '../usage/parseOptions';

/** `catalog import`: writes a catalog file from an installed SDK; returns the exit code. */
export async function catalog(args: readonly string[], l10n: Localizer): Promise<number> {
  const { values, positionals } = parseOptions(args, { out: { type: 'string', default: '' } }, l10n);
  const [action, folder, ...others] = positionals;
  if (action !== 'import' || folder === undefined || others.length > 0) {
    throw new UsageError(l10n.t('catalog import needs exactly one folder; see api-response --help.'));
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

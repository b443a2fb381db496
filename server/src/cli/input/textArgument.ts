import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { textOf } from '../../files/encoding';
import { documentLanguages, languageOf, type Localizer } from '../../service';
import { UsageError } from '../usage/exit';
import { readBytes, reasonOf } from './files';

/** The text that an argument stands for. */
export interface TextArgument {
  readonly text: string;
  readonly languageId: string;
  /** Where the text comes from, for the user. */
  readonly name: string;
  /** A path in the folder whose project file holds for the text: that of the file, else the working directory. */
  readonly path: string;
  /** Whether the argument is the text itself. */
  readonly isLiteral: boolean;
}

/** Endings of names of files. */
const extensions: ReadonlySet<string> = new Set(['.txt', ...documentLanguages.flatMap((each) => each.extensions)]);

/**
 * Reads an argument: `-` is standard input, the name of a file stands for its content, and anything else is the text
 * itself. Throws a `UsageError` if the file cannot be read, or if there is none and the argument can only be a path.
 */
export async function readTextArgument(argument: string, l10n: Localizer): Promise<TextArgument> {
  if (argument === '-') {
    return contentOf({ path: '<stdin>', isStandardInput: true }, l10n);
  }
  const isFolder = await stat(argument).then(
    (stats) => stats.isDirectory(),
    () => undefined,
  );
  if (isFolder === false) {
    return contentOf({ path: argument }, l10n);
  }
  if (isPath(argument)) {
    const reason = isFolder ? l10n.t('it is a folder') : l10n.t('there is no such file');
    throw new UsageError(l10n.t('cannot read {0}: {1}.', argument, reason));
  }
  const name = l10n.t('the text');
  return { text: argument, languageId: languageOf('', argument), name, path: '-', isLiteral: true };
}

async function contentOf(
  input: { readonly path: string; readonly isStandardInput?: boolean },
  l10n: Localizer,
): Promise<TextArgument> {
  const { path, isStandardInput } = input;
  try {
    const text = textOf(await readBytes(input));
    return { text, languageId: languageOf(isStandardInput ? '' : path, text), name: path, path, isLiteral: false };
  } catch (error) {
    throw new UsageError(l10n.t('cannot read {0}: {1}.', path, reasonOf(error, l10n)));
  }
}

/** Whether an argument can only be a path: by its ending, or since it has slashes and is no sentence and no JSON. */
function isPath(argument: string): boolean {
  const isPlain = !/[\n{}[\]"<>=|]/.test(argument);
  return (
    isPlain && (extensions.has(extname(argument).toLowerCase()) || (/[\\/]/.test(argument) && !/\s/.test(argument)))
  );
}

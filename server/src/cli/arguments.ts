import { parseArgs, type ParseArgsConfig } from 'node:util';
import { builtinStrings } from '../builtin';
import { l10n, languages, speak } from '../service';
import { UsageError } from './usage';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options that every command has. */
const common = { locale: { type: 'string', default: 'en' } } satisfies Options;

type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>>;

/** `parseArgs` with errors in one sentence. */
export function parse<T extends Options>(args: readonly string[], options: T): Parsed<T> {
  try {
    const config = { args: [...args], allowPositionals: true, strict: true } as const;
    const { values, positionals } = parseArgs({ ...config, options: { ...options, ...common } });
    oneOf('--locale', String((values as { locale?: unknown }).locale), languages);
    return { values, positionals };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(firstSentence(error));
  }
}

/** The value, where it is one of those allowed. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) {
    throw new UsageError(l10n.t('{0} takes {1}, not "{2}".', option, allowed.join(', '), value));
  }
  return found;
}

/** Speaks the language that the arguments ask for, be they right or wrong otherwise. */
export function speakAsAsked(args: readonly string[]): void {
  const index = args.findIndex((arg) => arg === '--locale' || arg.startsWith('--locale='));
  const asked = args[index]?.split('=')[1] ?? args[index + 1];
  const language = languages.find((each) => index >= 0 && each === asked);
  if (language) {
    speak(language, builtinStrings(language));
  }
}

function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return l10n.t('{0}; see api-response --help.', (message.split(/\.\s/)[0] ?? message).replace(/\.$/, ''));
}

import { parseArgs, type ParseArgsConfig } from 'node:util';
import { builtinLocalizer } from '../../data/builtinData';
import { displayLanguages, type Localizer } from '../../service';
import { commonOptions } from './command';
import { UsageError } from './exit';
import { languageOfEnvironment, supportedLanguage } from './locale';

type Options = NonNullable<ParseArgsConfig['options']>;

type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>>;

/** Like `parseArgs`, but throws a `UsageError`. */
export function parseOptions<T extends Options>(args: readonly string[], options: T, l10n: Localizer): Parsed<T> {
  try {
    const config = { args: [...args], allowPositionals: true, strict: true } as const;
    const { values, positionals } = parseArgs({ ...config, options: { ...options, ...commonOptions } });
    const { locale } = values as { readonly locale?: string };
    if (locale !== undefined && !supportedLanguage(locale)) {
      oneOf({ option: '--locale', value: locale }, displayLanguages, l10n);
    }
    return { values, positionals };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(firstSentence(error, l10n));
  }
}

/** Checks that the value of an option is one of those allowed. */
export function oneOf<T extends string>(
  { option, value }: { readonly option: string; readonly value: string },
  allowed: readonly T[],
  l10n: Localizer,
): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) {
    throw new UsageError(l10n.t('{0} takes {1}, not "{2}".', option, allowed.join(', '), value));
  }
  return found;
}

/** The localizer for `--locale`, even if the other arguments are invalid, else for the environment. */
export function localizerFor(args: readonly string[], environment: NodeJS.ProcessEnv): Localizer {
  const options = optionsIn(args);
  const index = options.findIndex((arg) => arg === '--locale' || arg.startsWith('--locale='));
  const requested = index < 0 ? undefined : (options[index]?.split('=')[1] ?? options[index + 1]);
  return builtinLocalizer(supportedLanguage(requested ?? '') ?? languageOfEnvironment(environment));
}

/** The arguments that may be options. After `--` there are only operands. */
export function optionsIn(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end < 0 ? args : args.slice(0, end);
}

function firstSentence(error: unknown, l10n: Localizer): string {
  const message = error instanceof Error ? error.message : String(error);
  return l10n.t('{0}; see api-response --help.', (message.split(/\.\s/)[0] ?? message).replace(/\.$/, ''));
}

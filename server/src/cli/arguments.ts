import { parseArgs, type ParseArgsConfig } from 'node:util';
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
    oneOf('--locale', String((values as { locale?: unknown }).locale), ['en']);
    return { values, positionals };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(firstSentence(error));
  }
}

/** The value, where it is one of those allowed. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) {
    throw new UsageError(`${option} takes ${allowed.join(', ')}, not "${value}".`);
  }
  return found;
}

function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.split(/\.\s/)[0] ?? message}; see api-response --help.`.replace(/\.;/, ';');
}

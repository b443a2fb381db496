import { SourceCodesBuilder, type SourceCodes } from './sourceCodes';

/** A line that defines a constant of the module. */
const constant = /^([A-Z_][A-Z0-9_]{0,199}) *= *(?:'([^'\\]{1,200})'|"([^"\\]{1,200})")\s*$/;

const tripleQuotes = ['"""', "'''"] as const;

/**
 * Reads the error codes of an `errorcodes.py`: constants of the module, each below a comment that describes it.
 * Everything else, such as triple-quoted strings, functions and classes, is skipped. Never throws.
 */
export function readPythonSource(text: string): SourceCodes {
  const builder = new SourceCodesBuilder();
  /** The quotes that end the triple-quoted string that the line begins in. */
  let end: string | undefined;
  for (const line of withoutByteOrderMark(text).split('\n')) {
    if (end !== undefined) {
      end = line.includes(end) ? undefined : end;
      builder.reset();
    } else if (line.startsWith('#')) {
      builder.addComment(line.slice(1));
    } else {
      const [, name = '', single, double = ''] = constant.exec(line) ?? [];
      if (name) {
        builder.addConstant(name, single ?? double);
      } else {
        builder.reset();
        end = tripleQuotes.find((quotes) => line.split(quotes).length % 2 === 0);
      }
    }
  }
  return builder.codes;
}

function withoutByteOrderMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

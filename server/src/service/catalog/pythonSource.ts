import { SourceCodesBuilder, type SourceCodes } from './sourceCodes';

/** A line of a module that names a constant. */
const constant = /^([A-Z_][A-Z0-9_]{0,199}) *= *(?:'([^'\\]{1,200})'|"([^"\\]{1,200})")\s*$/;

const longQuotes = ['"""', "'''"] as const;

/**
 * The error codes of an `errorcodes.py`: constants of the module, each below a comment that describes it. Long strings,
 * functions and classes are stepped over. Never throws, whatever the text.
 */
export function readPythonSource(text: string): SourceCodes {
  const found = new SourceCodesBuilder();
  /** What ends the long string that the line begins in. */
  let end: string | undefined;
  for (const line of withoutByteOrderMark(text).split('\n')) {
    if (end !== undefined) {
      end = line.includes(end) ? undefined : end;
      found.reset();
    } else if (line.startsWith('#')) {
      found.addComment(line.slice(1));
    } else {
      const [, name = '', single, double = ''] = constant.exec(line) ?? [];
      if (name) {
        found.addConstant(name, single ?? double);
      } else {
        found.reset();
        end = longQuotes.find((quotes) => line.split(quotes).length % 2 === 0);
      }
    }
  }
  return found.codes;
}

function withoutByteOrderMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

import { DiagnosticSeverity, type Connection, type Diagnostic } from 'vscode-languageserver';
import { rangeOf, type ChunkedText, type FileProblem } from '../../service';
import { uriKey } from './uriKey';

/** Problems shown per file. */
const maxProblems = 100;

/** What is wrong with a file that the user wrote for us. Such files are not responses, and need not be open. */
export class FileProblems {
  /** By the file that led to others, then by the file that has the problems. */
  private readonly bySource = new Map<string, ReadonlyMap<string, readonly Diagnostic[]>>();

  constructor(private readonly connection: Connection) {}

  /** Replaces what is known of the files that one led to, itself included, and publishes what has changed. */
  replace(source: string, problems: ReadonlyMap<string, readonly Diagnostic[]>): void {
    const before = this.bySource.get(source)?.keys() ?? [];
    const present = new Map([...problems].filter(([, diagnostics]) => diagnostics.length > 0));
    if (present.size > 0) {
      this.bySource.set(source, present);
    } else {
      this.bySource.delete(source);
    }
    for (const uri of new Set([...before, ...present.keys()])) {
      void this.connection.sendDiagnostics({ uri, diagnostics: [...this.of(uri)] });
    }
  }

  /** The problems of a file, to be published with other diagnostics of the same document. */
  of(uri: string): readonly Diagnostic[] {
    const key = uriKey(uri);
    return [...this.bySource.values()].flatMap((files) => files.get(key) ?? []);
  }

  /** The files that led to problems. */
  sources(): string[] {
    return [...this.bySource.keys()];
  }
}

/** The problems of a file as diagnostics. */
export function diagnosticsOf(problems: readonly FileProblem[], code: string, text: ChunkedText): Diagnostic[] {
  return problems.slice(0, maxProblems).map(({ span, message }) => problemAt(rangeOf(text, span), code, message));
}

/** A problem of a file that could not be read. */
export function problemOfFile(code: string, message: string): Diagnostic {
  return problemAt({ start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, code, message);
}

function problemAt(range: Diagnostic['range'], code: string, message: string): Diagnostic {
  return { range, severity: DiagnosticSeverity.Error, source: 'api-response', code, message };
}

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentOptions, LanguageService, Span } from '../../service';
import type { BlockText } from '../input/blockText';
import type { CheckedFile, FailureOfFile } from '../results/checkedFile';

/** Which calls failed is only told from a whole text. Longer ones, in bytes, are not kept in memory for that. */
const maxWhole = 4 * 1024 * 1024;

/** A text that is read in blocks, and how it is read. */
interface Source {
  readonly text: BlockText;
  readonly length: number;
  readonly languageId: string;
  readonly options: DocumentOptions;
}

/** The failures of a file, with what is known of their calls. */
export function* listFailures(
  { text, length, languageId, options }: Source,
  envelopes: CheckedFile['envelopes'],
  service: LanguageService,
): Iterable<FailureOfFile> {
  const line = (span: Span): number => text.positionAt(span.offset).line + 1;
  if (length <= maxWhole) {
    const whole = TextDocument.create('', languageId, 0, text.slice(0, length));
    for (const failure of service.listFailures(service.parse(whole, options))) {
      yield { ...failure, line: line(failure.span) };
    }
    return;
  }
  for (const { envelope } of envelopes()) {
    if (envelope.status === 'failure') {
      const code = envelope.code?.value.trim() ?? '';
      yield {
        code,
        description: service.describeCode(code),
        product: service.productOf(code),
        requestId: envelope.requestId?.value.trim() ?? '',
        fault: service.faultOf(code),
        time: '',
        line: line(envelope.span),
      };
    }
  }
}

import { sep } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { textOf } from '../../files/encoding';
import { namesSdk, sourceLanguageOf, type LanguageService } from '../../service';
import type { OpenInput } from '../input/openInput';
import type { CheckedFile } from '../results/checkedFile';
import { Positions } from '../results/positions';

/** Checks the error codes in an open source file. */
export function checkSource({ input: { path }, bytes }: OpenInput, service: LanguageService): CheckedFile {
  const text = textOf(bytes.read(0, bytes.length));
  const positions = new Positions(text);
  const languageId = sourceLanguageOf(path);
  const rangeOf: CheckedFile['rangeOf'] = (span) => positions.rangeOf(span);
  if (languageId === undefined || !namesSdk(text)) {
    return { path, envelopes: () => [], findings: () => [], rangeOf };
  }
  const document = service.parse(TextDocument.create(path.split(sep).join('/'), languageId, 0, text));
  return { path, envelopes: () => [], findings: () => service.findings(document).first, rangeOf };
}

import { relative, sep } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isDeclared, isDeclaredByName, languageOf, mayHoldResponse, type LanguageService } from '../../service';
import { textOf } from '../input/files';
import type { CheckedFile } from '../results/checkedFile';
import { Positions } from '../results/positions';
import type { Job } from './job';

/** Checks the content of a file. Most files have no response, which can be seen without decoding them. */
export function checkFile(path: string, bytes: Buffer, job: Job, service: LanguageService): CheckedFile {
  const relativePath = relative(process.cwd(), path).split(sep).join('/');
  const declared = isDeclaredByName(path) || isDeclared(relativePath, job.declared);
  // In UTF-8 a byte below 0x80 is always an ASCII character, so the marks can be searched for in the bytes.
  if (!declared && !job.unwrapped && !mayHoldResponse(bytes)) {
    return { path, positions: new Positions(''), envelopes: [], findings: [] };
  }
  const text = textOf(bytes);
  const source = TextDocument.create(path, languageOf(path, text), 0, text);
  const document = service.parse(source, { declared, unwrapped: job.unwrapped });
  return {
    path,
    positions: new Positions(text),
    envelopes: document.envelopes(),
    findings: service.findings(document).first,
  };
}

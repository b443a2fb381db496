import { relative, sep } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isDeclared, isDeclaredByName, languageOf, mayHoldResponse, type LanguageService } from '../../service';
import { textOf } from '../input/files';
import type { CheckedFile } from '../results/checkedFile';
import { Positions } from '../results/positions';
import type { Job } from './job';

/** Checks the content of a file. Most files of a folder hold no response, which their bytes tell. */
export function checkFile(path: string, bytes: Buffer, job: Job, service: LanguageService): CheckedFile {
  const relativePath = relative(process.cwd(), path).split(sep).join('/');
  const declared = isDeclaredByName(path) || isDeclared(relativePath, job.declared);
  // In UTF-8 a byte below 0x80 is a character of its own, valid or not around it, so the marks can be looked for in bytes.
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

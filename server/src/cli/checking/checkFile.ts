import { relative, sep } from 'node:path';
import { isDeclared, isDeclaredByName, languageOf, mayHoldResponse, type LanguageService } from '../../service';
import { BlockText } from '../input/blockText';
import type { OpenInput } from '../input/openInput';
import type { CheckedFile } from '../results/checkedFile';
import { checkSource } from './checkSource';
import type { Job } from './job';

/** Checks an open file. Most files have no response, which can be seen without decoding them. */
export function checkFile(open: OpenInput, job: Job, service: LanguageService): CheckedFile {
  const { input, bytes, whole } = open;
  const { path, isSource } = input;
  if (isSource) {
    return checkSource(open, service);
  }
  const relativePath = relative(job.declaredIn ?? process.cwd(), path)
    .split(sep)
    .join('/');
  const declared = isDeclaredByName(path) || isDeclared(relativePath, job.declared);
  const text = new BlockText(bytes);
  const rangeOf: CheckedFile['rangeOf'] = (span) => text.rangeOf(span);
  const isSearchable = text.encoding.isAsciiCompatible && whole !== undefined;
  if (!declared && !job.unwrapped && isSearchable && !mayHoldResponse(whole)) {
    return { path, envelopes: () => [], findings: () => [], rangeOf };
  }
  const [beginning = ''] = text.blocks();
  const document = service.parseForward(text, languageOf(path, beginning), { declared, unwrapped: job.unwrapped });
  return {
    path,
    envelopes: () => service.envelopesForward(document),
    findings: () => service.findingsForward(document),
    rangeOf,
  };
}

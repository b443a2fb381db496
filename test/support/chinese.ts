import { builtinStrings } from '../../server/src/builtin';
import { speaking } from '../../server/src/service';

/** Whether a text has Chinese characters. */
export const chinese = /[\u4e00-\u9fff]/;

/** What is made while Chinese is spoken. */
export function inChinese<T>(make: () => T): T {
  return speaking('zh-cn', builtinStrings('zh-cn'), make);
}

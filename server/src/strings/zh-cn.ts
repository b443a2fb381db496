import bundle from '../../../l10n/bundle.l10n.zh-cn.json';
import type { Strings } from '../service';

/** What stands for the English texts in Chinese: data only, in a bundle of its own. The file is VS Code's bundle too. */
export const strings: Strings = bundle;

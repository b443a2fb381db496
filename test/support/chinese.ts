/** Matches a text with Chinese characters. */
export const chinese = /[\u4e00-\u9fff]/;

/** Whether a text has Chinese characters. */
export const chinese = /[\u4e00-\u9fff]/;

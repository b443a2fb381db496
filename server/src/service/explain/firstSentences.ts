/** Where one sentence ends and another begins, in English and in Chinese. */
const boundary = /(?<=[.!?])\s(?=[A-Z`"])|(?<=[。！？])(?=\S)/g;

/** The first sentences of a text of the catalog. */
export function firstSentences(text: string, max: number): string {
  const ends = [...text.matchAll(boundary)].map(({ index }) => index);
  return text.slice(0, ends[max - 1]);
}

/** What shows that a line is about Tencent Cloud. */
const vendor = /tencent|tccli|qcloud|\[qc_|腾讯云/i;

/** How far before a stretch, and after it, a line is searched for it, in UTF-16 units. */
const maxDistance = 1_000;

/** Whether Tencent Cloud is named in the line of a stretch, before or after it. */
export function isAboutVendor(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - maxDistance), start);
  const [after = ''] = text.slice(end, end + maxDistance).split('\n', 1);
  return vendor.test(before.slice(before.lastIndexOf('\n') + 1)) || vendor.test(after);
}

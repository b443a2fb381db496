/** A time, and the user's time zone. */
export interface LocalTime {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly epoch: number;
  /** Minutes ahead of UTC: 480 in China. */
  readonly offset: number;
}

/** `2025-10-30 21:33:38 +08:00` */
export function localText({ epoch, offset }: LocalTime): string {
  const minutes = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  return `${dateText(epoch + offset * 60_000)} ${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `2025-10-30 13:33:38 UTC` */
export function utcText({ epoch }: LocalTime): string {
  return `${dateText(epoch)} UTC`;
}

function dateText(epoch: number): string {
  return new Date(epoch).toISOString().slice(0, 19).replace('T', ' ');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A point in time: UTC milliseconds since 1970-01-01T00:00:00Z. Domain code never asks for the present one; it is handed in. */
export type Instant = number & { readonly __unit?: 'ms since epoch' }

/**
 * The instant as ISO 8601 in UTC to the second, for example `2016-02-04T20:36:00Z`.
 * @param instant UTC milliseconds since the epoch
 */
export function isoSeconds(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`
}

/**
 * The calendar day of an instant in UTC, for example `2016-02-04`.
 * @param instant UTC milliseconds since the epoch
 */
export function isoDay(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 10)
}

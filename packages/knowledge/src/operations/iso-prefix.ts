/** The first moment of a year, month or day (a prefix of ISO 8601), UTC, with milliseconds. */
export function isoPrefixStart(prefix: string): string {
  const [year = '', month = '01', day = '01'] = prefix.split('-')
  return `${year}-${month}-${day}T00:00:00.000Z`
}

/** The last second of a year, month or day (a prefix of ISO 8601), UTC. */
export function isoPrefixEnd(prefix: string): string {
  const [year = '', month = '12', day] = prefix.split('-')
  const last = day ?? String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()).padStart(2, '0')
  return `${year}-${month}-${last}T23:59:59.000Z`
}

const form = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?Z$/

/** A STIX timestamp (RFC 3339, upper-case T and Z) as nanoseconds since 1970, or undefined where it is none. */
export function timestampNs(text: string): bigint | undefined {
  const match = form.exec(text)
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number)
  if (month! < 1 || month! > 12 || day! < 1 || day! > 31 || hour! > 23 || minute! > 59 || second! > 60)
    return undefined
  const ms = Date.UTC(year!, month! - 1, day, hour, minute, second)
  return BigInt(ms) * 1_000_000n + BigInt((match[7] ?? '').slice(0, 9).padEnd(9, '0'))
}

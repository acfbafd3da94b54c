/**
 * The time in `$--RMC` (position of the own ship) or `$--ZDA` (time and date) of the ship's own satellite receiver, NMEA 0183:
 * what logs of a ship's instruments have instead of a time in each line. UTC milliseconds, NaN where the sentence is another, is
 * void, says no date or fails its checksum.
 */
export function ownTimeOf(name: string, buffer: Uint8Array, from: number, end: number): number {
  const kind = name.slice(2)
  if (name.length !== 5 || (kind !== 'RMC' && kind !== 'ZDA')) return Number.NaN
  const text = new TextDecoder('latin1').decode(buffer.subarray(from, Math.min(end, from + 120)))
  const [body = '', checksum] = text.trimEnd().split('*')
  if (checksum !== undefined && Number.parseInt(checksum.slice(0, 2), 16) !== checksumOf(body))
    return Number.NaN
  const fields = body.split(',')
  const [time = ''] = fields.slice(1)
  if (kind === 'ZDA') return timeOf(time, fields[2], fields[3], fields[4])
  const date = /^(\d\d)(\d\d)(\d\d)$/.exec(fields[9] ?? '')
  if (fields[2] !== 'A' || date === null) return Number.NaN
  return timeOf(time, date[1], date[2], `20${date[3]}`)
}

function timeOf(
  time: string,
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
): number {
  const parts = /^(\d\d)(\d\d)(\d\d(?:\.\d+)?)$/.exec(time)
  if (parts === null || !/^\d{1,2}$/.test(day ?? '') || !/^\d{1,2}$/.test(month ?? '')) return Number.NaN
  if (!/^20\d\d$/.test(year ?? '')) return Number.NaN
  const [hour, minute, second] = parts.slice(1).map(Number)
  const [y, m, d] = [year, month, day].map(Number)
  if (m! < 1 || m! > 12 || d! < 1 || d! > 31 || hour! > 23 || minute! > 59 || second! >= 61) return Number.NaN
  return Date.UTC(y!, m! - 1, d, hour, minute) + Math.round(second! * 1000)
}

function checksumOf(body: string): number {
  let sum = 0
  for (let i = 1; i < body.length; i++) sum ^= body.charCodeAt(i)
  return sum
}

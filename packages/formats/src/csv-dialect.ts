import { broken, readCsvRecord } from './csv-record.ts'

const candidates = [',', ';', '\t', '|']
const sampleRecords = 30

/**
 * The delimiter of a CSV file, from its beginning: the one that cuts the most records into the same number of
 * fields, two at least. A comma where none does.
 * @param head the beginning of the file; its last, perhaps unfinished, record is not looked at
 */
export function sniffDelimiter(head: string): string {
  let best = ','
  let bestScore = 0
  for (const candidate of candidates) {
    const counts = fieldCounts(head, candidate.charCodeAt(0))
    const first = counts[0] ?? 1
    if (first < 2) continue
    const score = counts.filter((count) => count === first).length / counts.length + first / 1000
    if (score > bestScore) [best, bestScore] = [candidate, score]
  }
  return best
}

function fieldCounts(head: string, delimiter: number): number[] {
  const counts: number[] = []
  const isOneRecord = !head.includes('\n')
  for (let at = 0; at < head.length && counts.length < sampleRecords; ) {
    const fields: string[] = []
    const next = readCsvRecord(head, at, delimiter, isOneRecord, fields)
    if (next < 0) {
      // Quotes that this delimiter breaks speak against it.
      if (next === broken) counts.push(0)
      break
    }
    if (fields.length > 1 || fields[0] !== '') counts.push(fields.length)
    at = next
  }
  return counts
}

import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { referenceData } from '@cordon/testing'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { NameIndex } from './name-index.ts'
import { logOddsOf, NameScorer } from './name-score.ts'

const list = referenceData('lists/uk/subject_names.csv.gz')
const asked = [
  ['bench/screening/positives_un_treated.csv', 'full_name', 80],
  ['bench/screening/negatives_global.csv.gz', 'full_name', 80],
  ['bench/screening/cross-script.csv', 'query_native', 40],
] as const

function column(file: string, name: string): string[] {
  const bytes = readFileSync(file)
  const text = file.endsWith('.gz') ? gunzipSync(bytes) : bytes
  const rows: Record<string, string>[] = parse(text, { columns: true, relax_column_count: true })
  return rows.map((row) => row[name]!).filter((value) => value !== '')
}

function some<T>(values: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(values.length / count))
  return values.filter((_, i) => i % step === 0).slice(0, count)
}

describe.skipIf(!list || asked.some(([path]) => !referenceData(path)))(
  'the name index on a real list',
  () => {
    it('misses nothing that the scorer would accept, and promises no less than it scores', () => {
      const listed = some(column(list!, 'full_name'), 3500)
      const index = NameIndex.build(
        listed.map((text, owner) => ({ text, owner, weak: false, nameOf: 'person' as const })),
      )
      const scorer = new NameScorer()
      const cutoff = logOddsOf(0.5)
      let accepted = 0
      for (const text of asked.flatMap(([path, name, count]) =>
        some(column(referenceData(path)!, name), count),
      )) {
        const query = index.compile(text, 'person')
        const bounds = new Map<number, number>()
        const count = index.candidates(query, cutoff, 'person')
        for (let k = 0; k < count; k++) bounds.set(index.found[k]!, index.bounds[k]!)
        for (let n = 0; n < index.names.size; n++) {
          const candidate = index.names.at(n)
          const logOdds = scorer.logOdds(query, candidate, 'person')
          if (logOdds < cutoff) continue
          accepted++
          expect([text, candidate.text, (bounds.get(n) ?? -Infinity) >= logOdds - 1e-9]).toEqual([
            text,
            candidate.text,
            true,
          ])
          const quick = scorer.logOddsFrom(
            cutoff,
            query,
            candidate,
            'person',
            index.met,
            index.names.wordsOf(n),
          )
          expect([text, candidate.text, quick]).toEqual([text, candidate.text, logOdds])
        }
      }
      expect(accepted).toBeGreaterThan(30)
    }, 120_000)
  },
)

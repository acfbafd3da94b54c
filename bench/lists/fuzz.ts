/**
 * Reads damaged copies of real files with each list's reader and checks what holds of all readers: an error that says where, or an
 * account that adds up; and no file that was cut off is taken for a whole one.
 *
 *     node --conditions=cordon-source --import tsx bench/lists/fuzz.ts [COPIES] [SEED] [FORMAT]
 *
 * COPIES of each file (default 200; of SDN_ADVANCED.XML a tenth of that), from SEED on (default 1). What fails is told with the seed.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type InputFile, readers } from '@cordon/sources'
import { referenceData } from '@cordon/testing'
import { readDamaged } from '../../packages/sources/src/testing-fuzz.ts'
import { mutated } from '../../packages/sources/src/testing-mutations.ts'

const [copies = 200, firstSeed = 1] = process.argv.slice(2, 4).map(Number)
const only = process.argv[4]
const uk = ['names', 'identifiers', 'dobs', 'countries'].map((name) => `lists/uk/subject_${name}.csv.gz`)
const cases: readonly (readonly [format: string, path: string, others?: readonly string[]])[] = [
  ['un-consolidated-xml', 'lists/un/un_consolidated_2026-02-27.xml.gz'],
  ['ofac-standard-xml', 'lists/us-ofac-consolidated/consolidated_2026-01-08.xml.gz'],
  ['ofac-sdn-csv', 'lists/us-ofac/sdn_2024-05-03.csv.gz'],
  ['ofac-sdn-advanced-xml', 'lists/us-ofac/sdn_advanced_2025-09-03.xml.gz'],
  ['us-csl-csv', 'lists/us-csl/consolidated_data-2022_commit-2025-05-23.csv.gz'],
  ['ca-sema-xml', 'lists/canada/sema-lmes_2025.xml.gz'],
  ['uk-normalised-csv', 'lists/uk/subjects.csv.gz', uk],
]

const bytesOf = (path: string) => gunzipSync(readFileSync(referenceData(path)!))
function fileOf(path: string): InputFile {
  const bytes = bytesOf(path)
  return {
    name: basename(path),
    async *open() {
      yield bytes
    },
  }
}

let failures = 0
for (const [format, path, others = []] of cases) {
  if ((only && only !== format) || !referenceData(path)) continue
  const reader = readers.find((one) => one.format === format)!
  const bytes = bytesOf(path)
  const beside = others.map(fileOf)
  const count = bytes.length > 50e6 ? Math.ceil(copies / 10) : copies
  const outcomes = new Map<string, number>()
  const before = process.cpuUsage()
  let slowest = 0
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const damaged = mutated(bytes, seed)
    const start = process.cpuUsage()
    try {
      const outcome = await readDamaged(reader, beside, basename(path), damaged)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    } catch (error) {
      failures++
      console.error(`${format} seed ${seed} (${damaged.what}): ${(error as Error).stack}`)
    }
    const { user, system } = process.cpuUsage(start)
    slowest = Math.max(slowest, (user + system) / 1e6)
  }
  const { user, system } = process.cpuUsage(before)
  const told = [...outcomes].map(([outcome, n]) => `${n} ${outcome}`).join(', ')
  console.log(
    `${format}: ${count} damaged copies of ${(bytes.length / 1e6).toFixed(1)} MB: ${told}; ${((user + system) / 1e6).toFixed(0)} s of CPU, slowest ${slowest.toFixed(1)} s`,
  )
}
console.log(failures === 0 ? 'no failure' : `${failures} FAILURES`)
process.exitCode = failures === 0 ? 0 : 1

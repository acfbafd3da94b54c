import { readFileSync } from 'node:fs'
import { fixture, memoryFile, xlsxOf } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { mappedReader } from './mapping/mapped-reader.ts'
import { parseMapping } from './mapping/parse-mapping.ts'
import type { ListReader } from './reader.ts'
import { readers } from './readers.ts'
import { readDamaged } from './testing-fuzz.ts'
import { mutated } from './testing-mutations.ts'

/** How many damaged copies of each fixture are read; `bench/lists/fuzz.ts` reads more, of real files too. */
const copies = 60

const advanced = readFileSync(new URL('ofac-advanced/fixtures/sdn-advanced.xml', import.meta.url))
const sheet = new TextDecoder().decode(fixture('au-dfat/list.csv'))
const mapping = parseMapping(parse(new TextDecoder().decode(fixture('mapping/customers-list.yaml'))))
const cases: readonly (readonly [
  format: string,
  name: string,
  bytes: Uint8Array,
  others?: readonly string[],
])[] = [
  ['ofac-sdn-advanced-xml', 'sdn-advanced.xml', advanced],
  ['ofac-standard-xml', 'consolidated.xml', fixture('ofac-standard-xml/consolidated.xml')],
  [
    'ofac-sdn-csv',
    'sdn.csv',
    fixture('ofac-sdn-csv/sdn.csv'),
    ['ofac-sdn-csv/alt.csv', 'ofac-sdn-csv/add.csv'],
  ],
  ['un-consolidated-xml', 'list.xml', fixture('un-consolidated-xml/list.xml')],
  ['eu-fsf-xml', 'list.xml', fixture('eu-fsf-xml/list.xml')],
  ['uk-sanctions-list-xml', 'list.xml', fixture('uk-sanctions-list/list.xml')],
  ['uk-sanctions-list-csv', 'list.csv', fixture('uk-sanctions-list/list.csv')],
  ['uk-conlist-csv', 'list.csv', fixture('uk-conlist-csv/list.csv')],
  ['uk-conlist-xml', 'list.xml', fixture('uk-conlist-xml/list.xml')],
  ['us-csl-csv', 'consolidated.csv', fixture('us-csl/consolidated.csv')],
  ['us-csl-json', 'consolidated.json', fixture('us-csl/consolidated.json')],
  ['ch-seco-xml', 'list.xml', fixture('ch-seco-xml/list.xml')],
  ['au-dfat', 'list.csv', fixture('au-dfat/list.csv')],
  ['au-dfat', 'list.xlsx', xlsxOf({ List: sheet })],
  ['jp-mof', 'list.csv', fixture('jp-mof/list.csv')],
  ['ftm-json', 'entities.ftm.json', fixture('ftm-json/entities.ftm.json')],
  ['ftm-delta', 'entities.delta.json', fixture('ftm-delta/entities.delta.json')],
  ['senzing-json', 'records.json', fixture('senzing-json/records.json')],
  ['bods-json', 'bods.json', fixture('bods-json/bods-0.4.json')],
  ['bods-json', 'bods.jsonl', fixture('bods-json/bods-0.2.jsonl')],
  ['gleif-rr-xml', 'rr.xml', fixture('gleif-rr/relationships.xml')],
  ['gleif-rr-csv', 'rr.csv', fixture('gleif-rr/relationships.csv')],
  ['mapped', 'list.csv', fixture('mapping/list.csv')],
]

describe('damaged files', () => {
  for (const [format, name, bytes, others = []] of cases)
    it(`of ${format} (${name}) are refused or accounted for, and never taken for whole`, async () => {
      const reader: ListReader =
        format === 'mapped' ? mappedReader(mapping) : readers.find((one) => one.format === format)!
      const beside = others.map((path) => memoryFile(path.split('/').at(-1)!, fixture(path)))
      const outcomes = new Set<string>()
      for (let seed = 1; seed <= copies; seed++) {
        const damaged = mutated(bytes, seed)
        try {
          outcomes.add(await readDamaged(reader, beside, name, damaged))
        } catch (error) {
          throw new Error(`seed ${seed}, ${damaged.what}: ${(error as Error).stack}`)
        }
      }
      expect(outcomes).toContain('refused')
      // A ZIP that was touched is seldom sound.
      if (!name.endsWith('.xlsx')) expect(outcomes).toContain('read')
    })
})

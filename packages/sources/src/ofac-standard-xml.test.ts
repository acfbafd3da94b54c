import { readFileSync } from 'node:fs'
import { ftmFault } from '@cordon/model'
import { referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { ofacStandardXml } from './ofac-standard-xml.ts'
import { readAll, valuesOf } from './read-all.ts'
import { recogniseFormat } from './readers.ts'

const list = readFileSync(new URL('fixtures/ofac-standard-xml/consolidated.xml', import.meta.url))
const read = (bytes: Uint8Array, name = 'consolidated.xml') =>
  readAll(
    ofacStandardXml,
    [
      {
        name,
        async *open() {
          yield bytes
        },
      },
    ],
    { fetched: 0 },
  )

describe('OFAC’s standard XML', async () => {
  const { groups, rejects, report } = await read(list)
  const entity = (id: string) => groups.find((group) => group.entityId === id)?.statements

  it('accounts for every entry and states the version', () => {
    expect(report.read).toEqual({ sdnEntry: 4 })
    expect(report.written).toMatchObject({ Person: 1, Organization: 1, Vessel: 1, Sanction: 3 })
    expect(rejects.map(({ reason }) => reason)).toEqual(['no uid'])
    expect(report.version).toBe('2026-01-08')
  })

  it('reads names, dates and places', () => {
    const person = entity('ofac-90001')
    expect(valuesOf(person, 'name')).toEqual(['Jin Ho EXAMPLE'])
    expect(valuesOf(person, 'weakAlias')).toEqual(['LITTLE HO'])
    expect(valuesOf(person, 'previousName')).toEqual(['Jin SAMPLE'])
    expect(person?.find((s) => s.property === 'birthDate')).toMatchObject({
      value: '1962',
      date: { circa: true },
    })
    expect(valuesOf(person, 'nationality')).toEqual(['kp'])
    expect(valuesOf(entity('ofac-90002'), 'address')).toEqual([
      '16 Example Street, Bldg. 1, Moscow, 117420, Russia',
    ])
  })

  it('reads ids by the vocabulary of the remarks, and keeps others as notes', () => {
    expect(valuesOf(entity('ofac-90001'), 'passportNumber')).toEqual(['290333974'])
    expect(valuesOf(entity('ofac-90001'), 'gender')).toEqual(['male'])
    expect(valuesOf(entity('ofac-90001'), 'notes')).toContain('Favourite Colour green')
    expect(valuesOf(entity('ofac-90002'), 'swiftBic')).toEqual(['HAVIGB2L'])
    expect(valuesOf(entity('ofac-90002-listing'), 'provisions')).toEqual([
      'Executive Order 13662 Directive Determination - Subject to Directive 1',
    ])
    expect(valuesOf(entity('ofac-90003'), 'imoNumber')).toEqual(['9187629'])
    expect(valuesOf(entity('ofac-90003'), 'owner')).toEqual(['ofac-90002'])
  })

  it('counts elements it does not know, and keeps them as notes', () => {
    expect(report.unknown['element shoeSize']?.count).toBe(1)
    expect(valuesOf(entity('ofac-90002'), 'notes')).toContain('shoeSize: 44')
  })

  it('tells the two lists by the file’s name', async () => {
    expect(report.source).toBe('us_ofac_cons')
    expect((await read(list, 'sdn.xml')).report.source).toBe('us_ofac_sdn')
    expect(recogniseFormat(list.toString(), 'x.xml')?.format).toBe('ofac-standard-xml')
  })

  it('refuses a truncated file and another document', async () => {
    await expect(read(list.subarray(0, 2000))).rejects.toMatchObject({ code: 'FORMATS_TRUNCATED' })
    await expect(read(Buffer.from('<html></html>'))).rejects.toMatchObject({ code: 'FORMATS_UNKNOWN' })
  })
})

const real = referenceData('lists/us-ofac-consolidated/consolidated_2026-01-08.xml.gz')

describe.skipIf(!real)('the real file', () => {
  it('accounts for every entry, in words of the model', async () => {
    const { groups, report } = await read(readFileSync(real!))
    expect(report.read).toEqual({ sdnEntry: 442 })
    expect(report.written).toMatchObject({ Person: 79, Organization: 363 })
    expect(report.rejected).toBe(0)
    expect(Object.keys(report.unknown).filter((what) => what.startsWith('element'))).toEqual([])
    const faults = groups.flatMap((group) => group.statements.map((s) => ftmFault(s.schema, s.property)))
    expect(faults.filter(Boolean)).toEqual([])
  })
})

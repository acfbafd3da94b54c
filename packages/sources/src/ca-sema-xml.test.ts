import { readFileSync } from 'node:fs'
import { ftmFault } from '@cordon/model'
import { referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { caSemaXml } from './ca-sema-xml.ts'
import { readAll, valuesOf } from './read-all.ts'
import { recogniseFormat } from './readers.ts'

const list = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<data-set xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <record><Country>Belarus / Bélarus</Country><LastName>Example</LastName><GivenName>Ivan</GivenName>
    <DateOfBirthOrShipBuildDate>1963 or 1964</DateOfBirthOrShipBuildDate>
    <Aliases>Ivan SAMPLE, Russian: Иван Пример; Vanya</Aliases>
    <Schedule>1, Part 1</Schedule><Item>1</Item><DateOfListing>2020-09-28</DateOfListing></record>
  <record><Country>Russia / Russie</Country><EntityOrShip>Morning Calm</EntityOrShip><TitleOrShip>Oil Tanker</TitleOrShip>
    <ShipIMONumber>9187629</ShipIMONumber><DateOfBirthOrShipBuildDate>2005</DateOfBirthOrShipBuildDate>
    <Schedule>1.1</Schedule><Item>2</Item><DateOfListing>2025-02-21</DateOfListing><ShoeSize>44</ShoeSize></record>
  <record><Country>Iran</Country><EntityOrShip>Example Co., Ltd</EntityOrShip><Aliases>Sample Co., Ltd; Old Sample</Aliases>
    <DateOfBirthOrShipBuildDate>in the early days</DateOfBirthOrShipBuildDate><Schedule>1</Schedule><Item>3</Item></record>
  <record><Country>Iran</Country><Schedule>1</Schedule><Item>4</Item></record>
</data-set>`
const read = (bytes: Uint8Array) =>
  readAll(
    caSemaXml,
    [
      {
        name: 'sema-lmes.xml',
        async *open() {
          yield bytes
        },
      },
    ],
    { fetched: 0 },
  )

describe('Canada’s list', async () => {
  const { groups, rejects, report } = await read(Buffer.from(list))
  const of = (schema: string) => groups.find((group) => group.schema === schema)?.statements

  it('accounts for every record', () => {
    expect(report.read).toEqual({ record: 4 })
    expect(report.written).toEqual({ Person: 1, Vessel: 1, Organization: 1, Sanction: 3 })
    expect(rejects.map(({ reason }) => reason)).toEqual(['a record without a name'])
  })

  it('parts the aliases and keeps uncertain dates', () => {
    expect(valuesOf(of('Person'), 'alias')).toEqual(['Ivan SAMPLE', 'Иван Пример'])
    expect(valuesOf(of('Person'), 'weakAlias')).toEqual(['Vanya'])
    expect(valuesOf(of('Person'), 'birthDate')).toEqual(['1963', '1964'])
    expect(valuesOf(of('Organization'), 'alias')).toEqual(['Sample Co., Ltd', 'Old Sample'])
    expect(valuesOf(of('Organization'), 'notes')).toEqual(['Date of birth or of build: in the early days'])
  })

  it('reads ships, listings and what it does not know', () => {
    expect(valuesOf(of('Vessel'), 'imoNumber')).toEqual(['9187629'])
    expect(valuesOf(of('Vessel'), 'type')).toEqual(['Oil Tanker'])
    expect(valuesOf(of('Vessel'), 'notes')).toEqual(['ShoeSize: 44'])
    expect(valuesOf(of('Sanction'), 'recordId')).toEqual(['Schedule 1, Part 1, Item 1'])
    expect(valuesOf(of('Sanction'), 'listingDate')).toEqual(['2020-09-28'])
  })

  it('is recognised, and refused where it breaks off', async () => {
    expect(recogniseFormat(list, 'x.xml')?.format).toBe('ca-sema-xml')
    await expect(read(Buffer.from(list.slice(0, 500)))).rejects.toMatchObject({ code: 'FORMATS_TRUNCATED' })
  })
})

const real = referenceData('lists/canada/sema-lmes_2025.xml.gz')

describe.skipIf(!real)('the real file', () => {
  it('accounts for every record, in words of the model', async () => {
    const { groups, report } = await read(readFileSync(real!))
    expect(report.read).toEqual({ record: 4759 })
    expect(report.written).toEqual({ Person: 3334, Organization: 1316, Vessel: 109, Sanction: 4759 })
    expect(report.rejected).toBe(0)
    const faults = groups.flatMap((group) => group.statements.map((s) => ftmFault(s.schema, s.property)))
    expect(faults.filter(Boolean)).toEqual([])
  })
})

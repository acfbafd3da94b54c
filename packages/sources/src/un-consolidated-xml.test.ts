import { readFileSync } from 'node:fs'
import { ftmFault } from '@cordon/model'
import { referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { readAll, valuesOf } from './read-all.ts'
import type { InputFile } from './reader.ts'
import { recogniseFormat } from './readers.ts'
import { unConsolidatedXml } from './un-consolidated-xml.ts'

const list = readFileSync(new URL('fixtures/un-consolidated-xml/list.xml', import.meta.url))
const fileOf = (name: string, bytes: Uint8Array): InputFile => ({
  name,
  async *open() {
    yield bytes
  },
})
const options = { fetched: 0 }
const read = (bytes: Uint8Array) => readAll(unConsolidatedXml, [fileOf('list.xml', bytes)], options)

describe('the UN’s consolidated list', async () => {
  const { groups, rejects, report } = await read(list)
  const person = groups.find((group) => group.entityId === 'unsc-KPi.901')?.statements
  const entity = groups.find((group) => group.entityId === 'unsc-KPe.903')?.statements
  const listing = (id: string) => groups.find((group) => group.entityId === `${id}-listing`)?.statements

  it('accounts for every entry and states the version', () => {
    expect(report.read).toEqual({ INDIVIDUAL: 2, ENTITY: 1 })
    expect(report.written).toEqual({ Person: 1, Sanction: 2, Address: 2, Passport: 1, Organization: 1 })
    expect(rejects.map(({ reason }) => reason)).toEqual(['an entry without a name'])
    expect(report.version).toBe('2026-02-27T00:00:09Z')
  })

  it('reads names with parts, script and quality', () => {
    const names = person?.filter((statement) => statement.property === 'name')
    expect(names?.map(({ value, lang }) => [value, lang])).toEqual([
      ['RI EXAMPLE HO', undefined],
      ['리예호', 'Hang'],
    ])
    expect(valuesOf(person, 'firstName')).toEqual(['RI'])
    expect(valuesOf(person, 'alias')).toEqual(['Ri Ye-ho', 'Ri Ye Ho'])
    expect(valuesOf(person, 'weakAlias')).toEqual(['Big Ho'])
    expect(valuesOf(person, 'previousName')).toEqual(['Ri Old'])
    expect(valuesOf(entity, 'previousName')).toEqual(['Sample Lines'])
  })

  it('reads dates of birth with what is uncertain about them', () => {
    const dates = person?.filter((statement) => statement.property === 'birthDate')
    expect(dates?.map(({ value, date }) => [value, date])).toEqual([
      ['1965-01-02', undefined],
      ['1964-07-17', undefined],
      ['1966', { circa: true }],
      ['1963', { from: '1963', to: '1965' }],
      ['1965', { from: '1963', to: '1965' }],
    ])
    expect(valuesOf(person, 'notes')).toContain('Date of birth: 30-35 years old')
  })

  it('reads documents, and notes those without a number', () => {
    const passport = groups.find((group) => group.schema === 'Passport')?.statements
    expect(valuesOf(passport, 'number')).toEqual(['381310014'])
    expect(valuesOf(passport, 'country')).toEqual(['kp'])
    expect(valuesOf(passport, 'startDate')).toEqual(['2011-12-07'])
    expect(valuesOf(passport, 'summary')).toEqual(['expired on 7 Dec. 2016'])
    expect(valuesOf(person, 'notes')).toContain('Document: National Identification Number')
  })

  it('reads the listing with its basis and dates', () => {
    expect(valuesOf(listing('unsc-KPi.901'), 'reason')).toEqual([
      'Listed pursuant to paragraph 8(a) of resolution 1718 (2006)',
    ])
    expect(valuesOf(listing('unsc-KPi.901'), 'recordId')).toEqual(['6900001'])
    expect(valuesOf(listing('unsc-KPe.903'), 'endDate')).toEqual(['2020-01-01'])
    expect(valuesOf(listing('unsc-KPe.903'), 'description')).toEqual(['A Member State'])
  })

  it('takes a company’s own IMO number from the comments, and keeps the comments', () => {
    expect(valuesOf(entity, 'imoNumber')).toEqual(['5571322'])
    expect(valuesOf(entity, 'notes')[0]).toContain('MORNING CALM')
  })

  it('counts what it does not know, and keeps it as a note', () => {
    expect(report.unknown['element SHOE_SIZE']).toEqual({ count: 1, first: 'list.xml line 4' })
    expect(valuesOf(person, 'notes')).toContain('SHOE_SIZE: 44')
    expect(report.unknown['country "former Soviet Union, perhaps"']?.count).toBe(1)
    expect(valuesOf(person, 'birthPlace')).toEqual(['Nampo, former Soviet Union, perhaps'])
  })

  it('says only what FollowTheMoney has words for', () => {
    const faults = groups.flatMap((group) => group.statements.map((s) => ftmFault(s.schema, s.property)))
    expect(faults.filter(Boolean)).toEqual([])
  })
})

describe('bad input', () => {
  it.each([
    ['a truncated file', list.subarray(0, 3000), 'FORMATS_TRUNCATED'],
    ['an error page', Buffer.from('<html><body>Bad gateway</body></html>'), 'FORMATS_UNKNOWN'],
    [
      'a document type',
      Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><CONSOLIDATED_LIST/>'),
      'FORMATS_FORBIDDEN',
    ],
  ])('refuses %s whole, without a report', async (_, bytes, code) => {
    const reading = unConsolidatedXml.read([fileOf('list.xml', bytes)], options)
    const drain = async () => {
      for await (const _batch of reading);
    }
    await expect(drain()).rejects.toMatchObject({ code })
    expect(() => reading.report()).toThrow(/not ended/)
  })

  it('is recognised by its root', () => {
    expect(recogniseFormat(list.toString(), 'x.xml')?.format).toBe('un-consolidated-xml')
    expect(recogniseFormat('<sdnList/>', 'x.xml')).toBeUndefined()
  })
})

const versions = [
  ['2025-04-19', 684, 193],
  ['2026-01', 726, 273],
  ['2026-02-27', 730, 273],
] as const
const pathOf = (version: string) => referenceData(`lists/un/un_consolidated_${version}.xml.gz`)

describe.skipIf(versions.some(([version]) => !pathOf(version)))('the real files', () => {
  it.each(versions)(
    '%s: every entry is written, in words of the model',
    async (version, people, entities) => {
      const { groups, report } = await read(readFileSync(pathOf(version)!))
      expect(report.read).toEqual({ INDIVIDUAL: people, ENTITY: entities })
      expect(report.written).toMatchObject({ Person: people, Organization: entities })
      expect(report.rejected).toBe(0)
      expect(Object.keys(report.unknown).filter((what) => what.startsWith('element'))).toEqual([])
      expect(new Set(groups.map((group) => group.entityId)).size).toBe(groups.length)
      const faults = groups.flatMap((group) => group.statements.map((s) => ftmFault(s.schema, s.property)))
      expect(faults.filter(Boolean)).toEqual([])
    },
  )
})

import { createReadStream, readFileSync } from 'node:fs'
import { bytesOf } from '@cordon/formats'
import { countryLabels, ftmFault, type Statement, type StatementGroup } from '@cordon/model'
import { referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import type { InputFile, ReadReport } from '../reader.ts'
import { ofacAdvancedReader } from './reader.ts'

const fixture = readFileSync(new URL('./fixtures/sdn-advanced.xml', import.meta.url), 'utf8')

function fileOf(content: string, size?: number): InputFile {
  return { name: 'sdn_advanced.xml', open: () => bytesOf(content, size) }
}

async function read(content: string, size?: number) {
  const reading = ofacAdvancedReader.read([fileOf(content, size)], { fetched: 0 })
  const groups: StatementGroup[] = []
  const rejects: string[] = []
  for await (const batch of reading) {
    groups.push(...batch.records)
    rejects.push(...batch.rejects.map(({ where, reason }) => `${where}: ${reason}`))
  }
  return { groups, rejects, report: reading.report() }
}

/** What is said of one entity: `property=value`, in order. */
function said(groups: readonly StatementGroup[], id: string): string[] {
  const group = groups.find((one) => one.entityId === id)
  return group?.statements.map(({ property, value }) => `${property}=${value}`) ?? []
}

describe('a person', async () => {
  const { groups } = await read(fixture)
  const person = groups.find((group) => group.entityId === 'ofac-101')!
  const values = (property: string) =>
    person.statements.filter((statement) => statement.property === property)

  it('keeps names in every script, and which of them are weak or former', () => {
    expect(values('name').map(({ value, lang }) => [value, lang])).toEqual([
      ['Ri Example', 'Latn'],
      ['리보기', 'Kore'],
    ])
    expect(values('weakAlias').map(({ value }) => value)).toEqual(['The Ghost'])
    expect(values('previousName').map(({ value }) => value)).toEqual(['Ro Example'])
    expect(values('lastName').map(({ value }) => value)).toEqual(['Ri', '리', 'Ro'])
  })

  it('keeps how far a date of birth is known', () => {
    expect(values('birthDate').map(({ value, date }) => [value, date])).toEqual([
      ['1960', { from: '1960', to: '1965' }],
      ['1965', { from: '1960', to: '1965' }],
      ['1962', { circa: true }],
    ])
  })

  it('keeps place of birth, nationality, gender, office, address and remarks', () => {
    const all = said(groups, 'ofac-101')
    for (const expected of [
      'birthPlace=Sinuiju, North Korea',
      'birthCountry=kp',
      'nationality=kp',
      'gender=male',
      'position=Director',
      'addressEntity=ofac-address-501',
      'address=1 Example Street, Pyongyang, Korea, North',
      'country=kp',
      'topics=sanction',
      'passportNumber=999000111',
      'notes=A made-up person; for tests.',
      'notes=Secondary sanctions risk: North Korea Sanctions Regulations, sections 510.201 and 510.210',
    ])
      expect(all).toContain(expected)
    expect(said(groups, 'ofac-address-501')).toContain('city=평양')
  })

  it('has a passport, said to be fraudulent, and a wallet, as entities', () => {
    expect(said(groups, 'ofac-id-701')).toEqual([
      'holder=ofac-101',
      'type=Passport',
      'number=999000111',
      'passportNumber=999000111',
      'country=kp',
      'endDate=2030-01-31',
      'description=Fraudulent',
      'namesMentioned=Ri Example',
    ])
    expect(said(groups, 'ofac-wallet-108')).toEqual([
      'publicKey=0x0000000000000000000000000000000000000001',
      'currencySymbol=ETH',
      'holder=ofac-101',
      'topics=sanction',
    ])
  })

  it('has a sanction with programme, legal basis, measure, list and date', () => {
    expect(said(groups, 'ofac-sanction-101')).toEqual([
      'entity=ofac-101',
      'country=us',
      'authority=Office of Foreign Assets Control',
      'authorityId=101',
      'description=SDN List',
      'reason=Executive Order 13722 (North Korea)',
      'listingDate=2018-09-06',
      'startDate=2018-09-06',
      'provisions=Block',
      'program=DPRK3',
    ])
    expect(said(groups, 'ofac-sanction-102')).not.toContain('reason=Unknown')
  })
})

describe('other parties', async () => {
  const { groups } = await read(fixture)

  it('a vessel has its numbers, flags and tonnage, and its named owner as an entity', () => {
    expect(said(groups, 'ofac-103')).toEqual([
      'name=EXAMPLE STAR',
      'topics=sanction',
      'callSign=HMXX9',
      'type=Bulk Carrier',
      'flag=kp',
      'pastFlags=mn',
      'grossRegisteredTonnage=12345',
      expect.stringMatching(/^owner=ofac-103-owner-/),
      'imoNumber=9074729',
      'mmsi=445999000',
    ])
    expect(groups.find((group) => group.entityId.startsWith('ofac-103-owner-'))!.statements).toMatchObject([
      { schema: 'LegalEntity', property: 'name', value: 'Example Shipping' },
    ])
  })

  it('an aircraft has model, serial number, tail number and operator', () => {
    expect(groups.find((group) => group.entityId === 'ofac-104')!.schema).toBe('Airplane')
    expect(said(groups, 'ofac-104').slice(2)).toEqual([
      'model=IL-76',
      'serialNumber=1003',
      'registrationNumber=P-000',
      expect.stringMatching(/^operator=ofac-104-operator-/),
    ])
  })

  it('an entity is an organisation, or a company where the file says so', () => {
    const schema = (id: string) => groups.find((group) => group.entityId === id)?.schema
    expect([schema('ofac-102'), schema('ofac-105')]).toEqual(['Company', 'Organization'])
    expect(said(groups, 'ofac-102')).toContain('swiftBic=EXMPKPPY')
    expect(said(groups, 'ofac-102')).toContain('taxNumber=TX-1')
  })

  it('relations are links that keep the role and never claim a share', () => {
    const link = (id: number) => groups.find((group) => group.entityId === `ofac-relation-${id}`)!
    expect([1, 2, 3, 4].map((id) => link(id).schema)).toEqual([
      'Ownership',
      'UnknownLink',
      'Directorship',
      'Representation',
    ])
    expect(said(groups, 'ofac-relation-1')).toEqual([
      'asset=ofac-103',
      'owner=ofac-102',
      'role=Owned or Controlled By',
    ])
    expect(said(groups, 'ofac-relation-2')).toEqual([
      'subject=ofac-105',
      'object=ofac-101',
      'role=Owned or Controlled By',
      'summary=Relation quality: High',
    ])
    expect(
      groups.flatMap((group) => group.statements).some(({ property }) => property === 'percentage'),
    ).toBe(false)
  })
})

describe('the account', async () => {
  const { rejects, report } = await read(fixture)

  it('has the version of the list, and every record read', () => {
    expect(report).toMatchObject({
      source: 'us_ofac_sdn',
      version: '2025-09-03',
      read: { DistinctParty: 6, Location: 2, IDRegDocument: 5, ProfileRelationship: 5, SanctionsEntry: 6 },
      written: { Person: 1, Company: 1, Organization: 1, Vessel: 1, Airplane: 1, CryptoWallet: 1 },
    })
  })

  it('rejects a party with a dangling location, and what hangs on it, each with id and reason', () => {
    expect(rejects.map((text) => text.replace(/^line \d+, /, ''))).toEqual([
      'DistinctParty 106: dangling location (LocationID 77777)',
      'ProfileRelationship 5: party not in the file or rejected (from 102 to 106)',
      'SanctionsEntry 106: party not in the file or rejected (ProfileID 106)',
      'IDRegDocument 705: party not in the file or rejected (IdentityID 59999)',
    ])
    expect(report.rejected).toBe(4)
    expect(report.rejectedBy['DistinctParty: dangling location']).toBe(1)
  })

  it('tells of features, elements and codes that the reader does not know, and keeps them as notes', async () => {
    expect(report.unknown).toMatchObject({ 'feature "Favourite colour"': { count: 1 } })
    const changed = fixture
      .replace(
        '<DistinctParty FixedRef="105">',
        '<DistinctParty FixedRef="105" Mood="grim"><Aura>dark</Aura>',
      )
      .replace('<SanctionsEntryLinks />', '<SanctionsEntryLinks /><Surprises><Surprise ID="1" /></Surprises>')
      .replace('DetailReferenceID="702"', 'DetailReferenceID="70200"')
    const { report: second, groups } = await read(changed)
    expect(Object.keys(second.unknown)).toEqual(
      expect.arrayContaining([
        'attribute DistinctParty/@Mood',
        'element DistinctParty/Aura',
        'element Sanctions/Surprises',
        'element Surprise',
        'DetailReference 70200',
      ]),
    )
    expect(said(groups, 'ofac-101')).toContain('notes=Favourite colour: grey')
  })
})

describe('input that is not a whole list', () => {
  it.each([
    ['cut off', fixture.slice(0, fixture.indexOf('</SanctionsEntries>')), 'FORMATS_TRUNCATED'],
    ['a web page', '<!DOCTYPE html><html><body>Service unavailable</body></html>', 'FORMATS_FORBIDDEN'],
    ['another list', '<CONSOLIDATED_LIST dateGenerated="2025"></CONSOLIDATED_LIST>', 'FORMATS_UNKNOWN'],
    ['expanding entities', `<!DOCTYPE x [<!ENTITY a "b">]>${fixture.slice(56)}`, 'FORMATS_FORBIDDEN'],
  ])('%s is refused, and has no report', async (_, content, code) => {
    const reading = ofacAdvancedReader.read([fileOf(content)], { fetched: 0 })
    const iterate = async () => {
      for await (const _batch of reading);
    }
    await expect(iterate()).rejects.toMatchObject({ name: 'InputError', code })
    expect(() => reading.report()).toThrow(/has not ended/)
  })

  it('is recognised by its head', () => {
    expect(ofacAdvancedReader.recognises(fixture.slice(0, 4096), 'x.xml')).toBe(true)
    expect(ofacAdvancedReader.recognises('<CONSOLIDATED_LIST>', 'x.xml')).toBe(false)
  })
})

it('gives the same statements in the same order, whatever the blocks', async () => {
  const whole = await read(fixture)
  expect(await read(fixture, 97)).toEqual(whole)
})

const dates = ['2024-05-29', '2025-05-29', '2025-07-01', '2025-09-03']
const files = dates.map((date) => referenceData(`lists/us-ofac/sdn_advanced_${date}.xml.gz`))

/** Reads a real list without keeping it, and counts what the tests ask for. */
async function readReal(path: string) {
  const counts = new Map<string, number>()
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  const faults = new Set<string>()
  const kept = new Map<string, readonly Statement[]>()
  const schemata = new Map<string, string>()
  const programmes = new Map<string, string>()
  const input = { name: path, open: () => createReadStream(path) }
  const reading = ofacAdvancedReader.read([input], { fetched: 0 })
  for await (const batch of reading)
    for (const { entityId, schema, statements } of batch.records) {
      if (/^ofac-\d+$/.test(entityId)) schemata.set(entityId, schema)
      if (/^ofac-(24918|27307)$/.test(entityId)) kept.set(entityId, statements)
      const properties = new Set(statements.map(({ property }) => property))
      for (const property of properties) count(`${schema}.${property}`)
      for (const statement of statements) {
        const fault = ftmFault(statement.schema, statement.property)
        if (fault) faults.add(fault)
        if (countryProperties.has(statement.property) && !countryLabels.has(statement.value))
          faults.add(`${statement.property} ${statement.value}`)
      }
      const value = (name: string) => statements.find(({ property }) => property === name)?.value ?? ''
      if (
        schema === 'Sanction' &&
        statements.some(({ property, value: text }) => property === 'program' && text.startsWith('DPRK'))
      )
        programmes.set(value('entity'), 'DPRK')
    }
  return { report: reading.report(), counts, faults, kept, schemata, programmes }
}
const countryProperties = new Set([
  'country',
  'nationality',
  'citizenship',
  'flag',
  'pastFlags',
  'birthCountry',
  'jurisdiction',
])

/** Parties read are parties written and parties rejected; the same holds for sanctions and links. */
function expectAccounted(report: ReadReport, parties: number): void {
  const rejected = (kind: string) =>
    Object.entries(report.rejectedBy)
      .filter(([reason]) => reason.startsWith(kind))
      .reduce((sum, [, count]) => sum + count, 0)
  expect(parties + rejected('DistinctParty')).toBe(report.read.DistinctParty)
  expect((report.written.Sanction ?? 0) + rejected('SanctionsEntry')).toBe(report.read.SanctionsEntry)
}

describe.skipIf(files.some((file) => !file))('the real list', () => {
  it.each(dates.slice(0, 3))(
    'of %s is accounted for, and nothing in it is unknown',
    async (date) => {
      const { report, faults, schemata } = await readReal(files[dates.indexOf(date)]!)
      expectAccounted(report, schemata.size)
      expect(report.unknown).toEqual({})
      expect([...faults]).toEqual([])
    },
    120_000,
  )

  it('of 2025-09-03 has the counts that are known of it', async () => {
    const { report, counts, faults, kept, schemata, programmes } = await readReal(files[3]!)
    expectAccounted(report, schemata.size)
    expect([report.rejected, report.unknown, [...faults]]).toEqual([0, {}, []])
    expect(report.version).toBe('2025-09-03')
    expect(report.read).toMatchObject({
      DistinctParty: 17833,
      IDRegDocument: 20309,
      ProfileRelationship: 7745,
      Alias: 41877,
      DocumentedName: 47497,
      'Alias of low quality': 4237,
    })
    expect(report.written).toMatchObject({ Person: 7180, Vessel: 1333, Airplane: 336, CryptoWallet: 658 })
    expect(counts.get('Vessel.mmsi')).toBe(610)
    expect(programmes.size).toBe(522)
    expect([...programmes.keys()].filter((id) => schemata.get(id) === 'Vessel')).toHaveLength(105)
    const has = (id: string, text: string) =>
      kept.get(id)!.some(({ property, value }) => `${property}=${value}` === text)
    expect(has('ofac-24918', 'name=Park Jin Hyok')).toBe(true)
    expect(has('ofac-24918', 'passportNumber=290333974')).toBe(true)
    expect(has('ofac-27307', 'weakAlias=Hidden Cobra')).toBe(true)
  }, 120_000)
})

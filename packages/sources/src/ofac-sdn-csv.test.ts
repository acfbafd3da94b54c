import { readFileSync } from 'node:fs'
import { InputError } from '@cordon/formats'
import { ftmFault } from '@cordon/model'
import { referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { ofacSdnCsv } from './ofac-sdn-csv.ts'
import { readAll, valuesOf } from './read-all.ts'
import type { InputFile } from './reader.ts'
import { recogniseFormat } from './readers.ts'

const fixture = (name: string) => readFileSync(new URL(`fixtures/ofac-sdn-csv/${name}`, import.meta.url))
const fileOf = (name: string, bytes: Uint8Array): InputFile => ({
  name,
  async *open() {
    yield bytes
  },
})
const fromFixture = (name: string) => fileOf(name, fixture(name))
const four = ['sdn.csv', 'alt.csv', 'add.csv', 'sdn_comments.csv'].map(fromFixture)
const options = { fetched: Date.UTC(2026, 5, 2) }
const read = (files: InputFile[]) => readAll(ofacSdnCsv, files, options)
const text = (name: string, content: string) => fileOf(name, Buffer.from(content))

describe('the four files of OFAC as one reading', async () => {
  const { groups, rejects, report } = await read(four)
  const entity = (id: string) => groups.find((group) => group.entityId === id)?.statements
  const of = (schema: string, parent: string) =>
    groups.filter((group) => group.schema === schema && group.entityId.startsWith(`${parent}-`))

  it('accounts for every row', () => {
    expect(report.read).toEqual({ 'party row': 5, 'alias row': 4, 'address row': 4, 'comment row': 3 })
    expect(report.written).toMatchObject({ Organization: 2, Person: 1, Vessel: 1, Airplane: 1, Sanction: 5 })
    expect(report.rejectedBy).toEqual({
      'alias row whose party is not in SDN.CSV': 1,
      'address row whose party is not in SDN.CSV': 1,
      'comment row whose party is not in SDN.CSV': 1,
      'comment row whose remark is whole': 1,
    })
    expect(rejects).toHaveLength(4)
    expect(rejects).toContainEqual({
      where: 'alt.csv line 4',
      reason: 'alias row whose party is not in SDN.CSV',
      excerpt: '999,4,aka,NOBODY,-0- ',
    })
    expect(report.version).toBe('2026-06-02T00:00:00Z')
  })

  it('turns a person’s name round and keeps it as written', () => {
    expect(entity('ofac-200')).toContainEqual({
      entityId: 'ofac-200',
      schema: 'Person',
      property: 'name',
      value: 'Jin Ho EXAMPLE',
      original: 'EXAMPLE, Jin Ho',
      source: 'us_ofac_sdn',
    })
    expect(valuesOf(entity('ofac-200'), 'lastName')).toEqual(['EXAMPLE'])
    expect(valuesOf(entity('ofac-200'), 'alias')).toEqual(['Jin-ho SAMPLE'])
    expect(valuesOf(entity('ofac-200'), 'weakAlias')).toEqual(["D'ARTAGNAN"])
    expect(valuesOf(entity('ofac-100'), 'name')).toEqual(['SEAWARD TRADING CO., LTD.'])
  })

  it('keeps how exactly a date is known', () => {
    const dates = entity('ofac-200')?.filter((statement) => statement.property === 'birthDate')
    expect(dates?.map(({ value, date }) => [value, date])).toEqual([
      ['1984-08-15', undefined],
      ['1985', { circa: true }],
      ['1983', { from: '1983', to: '1986' }],
      ['1986', { from: '1983', to: '1986' }],
    ])
  })

  it('reads documents and wallets out of the remarks, and keeps the remarks', () => {
    expect(valuesOf(entity('ofac-200'), 'passportNumber')).toEqual(['290333974'])
    const [passport] = of('Passport', 'ofac-200')
    expect(valuesOf(passport?.statements, 'country')).toEqual(['kp'])
    expect(valuesOf(passport?.statements, 'startDate')).toEqual(['2014-01-18'])
    const wallets = of('CryptoWallet', 'ofac-200')
    expect(wallets.flatMap((wallet) => valuesOf(wallet.statements, 'currencySymbol'))).toEqual(['BTC', 'ETH'])
    expect(valuesOf(entity('ofac-200'), 'notes')[0]).toContain('known to like chess')
    expect(report.unknown['Remarks: free text, kept in notes']?.count).toBe(1)
  })

  it('reads a vessel with its flags, numbers and owner', () => {
    const vessel = entity('ofac-300')
    expect(valuesOf(vessel, 'imoNumber')).toEqual(['9187629'])
    expect(valuesOf(vessel, 'mmsi')).toEqual(['445469000'])
    expect(valuesOf(vessel, 'flag')).toEqual(['kp'])
    expect(valuesOf(vessel, 'pastFlags')).toEqual(['km'])
    expect(valuesOf(vessel, 'tonnage')).toEqual(['4519'])
    expect(valuesOf(vessel, 'previousName')).toEqual(['NOON CALM', 'EVENING CALM'])
    expect(valuesOf(vessel, 'owner')).toEqual(['ofac-100'])
    expect(valuesOf(vessel, 'buildDate')).toEqual(['1986'])
  })

  it('links parties by name, and counts the names that it can’t find', () => {
    const [link] = of('UnknownLink', 'ofac-200')
    expect(valuesOf(link?.statements, 'object')).toEqual(['ofac-100'])
    expect(of('UnknownLink', 'ofac-400')).toEqual([])
    expect(Object.keys(report.unknown)).toContain(
      'Remarks: Linked To a name that no party or more than one bears, kept in notes',
    )
  })

  it('goes on with a remark in mid-word where SDN_COMMENTS does', () => {
    expect(valuesOf(entity('ofac-500'), 'weakAlias')).toEqual(['HIDDEN EXAMPLE', 'GUARDIANS OF EXAMPLE'])
    expect(of('UnknownLink', 'ofac-500')).toHaveLength(1)
  })

  it('parts the programmes', () => {
    expect(valuesOf(of('Sanction', 'ofac-200')[0]?.statements, 'program')).toEqual(['DPRK3', 'CYBER2'])
  })

  it('says only what FollowTheMoney has words for', () => {
    const faults = groups.flatMap((group) => group.statements.map((s) => ftmFault(s.schema, s.property)))
    expect(faults.filter(Boolean)).toEqual([])
  })

  it('is the same every time, and whatever order the files come in', async () => {
    expect(await read(four)).toEqual({ groups, rejects, report })
    expect((await read([...four].reverse())).groups).toEqual(groups)
  })
})

describe('bad input', () => {
  it('reads SDN.CSV alone, and rejects rows that come without it', async () => {
    expect((await read([four[0]!])).report.written).toMatchObject({ Person: 1 })
    const alone = await read([four[1]!])
    expect(alone.groups).toEqual([])
    expect(alone.report.rejected).toBe(4)
  })

  it('rejects broken rows and goes on', async () => {
    const rows = ['1,"A"B",-0- ,"X",-0- ', '2,"SHORT"', 'x,"NO NUMBER"', ''].join('\r\n')
    const { report, groups } = await read([
      fromFixture('sdn.csv'),
      text(
        'more.csv',
        `${fixture('sdn.csv').toString().slice(0, -1).replaceAll('\r\n100,', '\r\n700,').replace(/^100/, '600')}${rows}\x1a`,
      ),
    ])
    expect(report.read['party row']).toBe(13)
    expect(report.rejected).toBe(7)
    expect(report.rejectedBy['a second row of the same party']).toBe(4)
    expect(groups.some((group) => group.entityId === 'ofac-600')).toBe(true)
  })

  it('rejects a row whose bytes are not UTF-8', async () => {
    const bytes = Buffer.concat([
      fixture('sdn.csv').subarray(0, -1),
      Buffer.from('700,"M\xfcLLER",-0- ,"X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1a', 'latin1'),
    ])
    expect((await read([fileOf('sdn.csv', bytes)])).report.rejectedBy).toEqual({ 'not valid UTF-8': 1 })
  })

  it.each([
    [
      'an error page',
      text('sdn.csv', '<!DOCTYPE html><html><body>Bad gateway</body></html>'),
      'FORMATS_UNKNOWN',
    ],
    ['an empty file', text('sdn.csv', ''), 'FORMATS_UNKNOWN'],
    ['a file that breaks off', fileOf('sdn.csv', fixture('sdn.csv').subarray(0, 900)), 'FORMATS_TRUNCATED'],
  ])('refuses %s whole, without a report', async (_, file, code) => {
    const reading = ofacSdnCsv.read([file], options)
    const drain = async () => {
      for await (const _batch of reading);
    }
    await expect(drain()).rejects.toMatchObject({ name: InputError.name, code })
    expect(() => reading.report()).toThrow(/not ended/)
  })
})

describe('recognising', () => {
  it('knows each of the four, and nothing else', () => {
    for (const file of ['sdn.csv', 'alt.csv', 'add.csv', 'sdn_comments.csv'])
      expect(recogniseFormat(fixture(file).toString(), file)?.format).toBe('ofac-sdn-csv')
    expect(recogniseFormat('name,country\nKim,kp\n', 'people.csv')).toBeUndefined()
    expect(recogniseFormat('1,2,3\n', 'numbers.csv')).toBeUndefined()
  })
})

const real = ['sdn_2024-05-03', 'alt_2026-06-02', 'add_2026-06-02', 'sdn_comments_2025-12-24'].map((name) =>
  referenceData(`lists/us-ofac/${name}.csv.gz`),
)

describe.skipIf(real.includes(undefined))('the real files', () => {
  it('account for every row and use only words of the model', async () => {
    const { groups, report } = await read(real.map((path) => fileOf(path!, readFileSync(path!))))
    expect(report.read).toEqual({
      'party row': 14965,
      'alias row': 20260,
      'address row': 24776,
      'comment row': 28,
    })
    const parties = groups.filter((group) => /^ofac-\d+$/.test(group.entityId))
    expect(parties).toHaveLength(14965)
    expect(new Set(groups.map((group) => group.entityId)).size).toBe(groups.length)
    const used = new Set(groups.flatMap((group) => group.statements.map((s) => `${s.schema} ${s.property}`)))
    const faults = [...used].map((pair) => ftmFault(...(pair.split(' ') as [string, string])))
    expect(faults.filter(Boolean)).toEqual([])
    const park = groups.find((group) => group.entityId === 'ofac-24918')?.statements
    expect(valuesOf(park, 'alias')).toContain('Jin Hek PAK')
    expect(valuesOf(park, 'passportNumber')).toEqual(['290333974'])
  })
})

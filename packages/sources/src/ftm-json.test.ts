import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ftmJson } from './ftm-json.ts'
import { readAll, valuesOf } from './read-all.ts'
import { recogniseFormat } from './readers.ts'

const lines = readFileSync(new URL('fixtures/ftm-json/entities.ftm.json', import.meta.url))
const read = (bytes: Uint8Array, source?: string) =>
  readAll(
    ftmJson,
    [
      {
        name: 'entities.ftm.json',
        async *open() {
          yield bytes
        },
      },
    ],
    { fetched: 0, ...(source && { source }) },
  )

describe('FollowTheMoney entities', async () => {
  const { groups, rejects, report } = await read(lines)
  const entity = (id: string) => groups.find((group) => group.entityId === id)?.statements

  it('accounts for every line and every value', () => {
    expect(report.read).toEqual({ line: 9, 'unknown property': 1, 'value that is no text': 1 })
    expect(groups).toHaveLength(7)
    expect(rejects.map(({ where }) => where).sort()).toEqual([
      'entities.ftm.json line 2 properties.shoeSize',
      'entities.ftm.json line 7 properties.tonnage',
      'entities.ftm.json line 8',
      'entities.ftm.json line 9',
    ])
    expect(Object.keys(report.unknown)).toEqual(
      expect.arrayContaining(['property Company.shoeSize', 'schema "Spaceship"', 'field "referents"']),
    )
    expect(report.version).toBe('2026-01-06T18:42:02')
  })

  it('credits each dataset with its claim', () => {
    const names = entity('ex-person')?.filter((statement) => statement.property === 'name')
    expect(names?.map(({ source }) => source)).toEqual(['us_ofac_sdn', 'un_sc_sanctions'])
    expect(report.source).toBe('default')
  })

  it('credits one source where it is told so', async () => {
    const told = await read(lines, 'my_list')
    expect(new Set(told.groups.flatMap((group) => group.statements.map((s) => s.source)))).toEqual(
      new Set(['my_list']),
    )
    expect(told.report.source).toBe('my_list')
  })

  it('takes the source from the only dataset', async () => {
    const single = await read(Buffer.from(lines.toString().split('\n').slice(1).join('\n')))
    expect(single.report.source).toBe('us_ofac_sdn')
  })

  it('keeps links, wallets and numbers', () => {
    expect(valuesOf(entity('ex-own'), 'asset')).toEqual(['ex-vessel'])
    expect(valuesOf(entity('ex-wallet'), 'publicKey')).toEqual(['1BoatSLRHtKNngkdXEeobR76b53LETtpyT'])
    expect(valuesOf(entity('ex-vessel'), 'tonnage')).toEqual(['4519'])
  })

  it('is recognised by its first line', () => {
    expect(recogniseFormat(lines.toString(), 'x.json')?.format).toBe('ftm-json')
    expect(recogniseFormat('{"type":"bundle","objects":[]}', 'x.json')).toBeUndefined()
  })
})

describe('bad input', () => {
  it.each([
    ['an error page', Buffer.from('<html><body>Bad gateway</body></html>\n'), 'FORMATS_UNKNOWN'],
    ['an empty file', Buffer.from(''), 'FORMATS_UNKNOWN'],
    ['a file that breaks off', lines.subarray(0, 1000), 'FORMATS_TRUNCATED'],
  ])('refuses %s whole', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code })
  })
})

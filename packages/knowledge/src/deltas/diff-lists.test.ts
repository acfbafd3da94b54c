import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLists, type ListedGroup } from '../index.ts'

const group = (entityId: string, schema: string, properties: Record<string, string[]>): ListedGroup => ({
  entityId,
  schema,
  statements: Object.entries(properties).flatMap(([property, values]) =>
    values.map((value) => ({ property, value })),
  ),
})
const park = (more: Record<string, string[]> = {}) =>
  group('p', 'Person', { name: ['PARK Jin Hyok'], topics: ['sanction'], ...more })
const listing = (program: string, reason: string, more: Record<string, string[]> = {}) =>
  group('p-s', 'Sanction', { entity: ['p'], program: [program], reason: [reason], ...more })
const words = (before: ListedGroup[], after: ListedGroup[]) =>
  diffLists(before, after).changed.flatMap(({ changes }) => changes.map((change) => change.words))

describe('what changed between two versions of a list', () => {
  it('tells who came and who went, with the basis', () => {
    const other = group('q', 'Person', { name: ['KIM Il'], topics: ['sanction'] })
    const diff = diffLists([park(), listing('DPRK3', 'E.O. 13722')], [other])
    expect(diff.removed).toEqual([
      { id: 'p', schema: 'Person', caption: 'PARK Jin Hyok', basis: ['DPRK3', 'E.O. 13722'] },
    ])
    expect(diff.added.map(({ id }) => id)).toEqual(['q'])
    expect(diff.changed).toEqual([])
  })

  it('says an alias came', () => {
    const [change] = diffLists([park()], [park({ alias: ['PAK Jin Hek'] })]).changed
    expect(change).toMatchObject({
      id: 'p',
      changes: [{ words: 'alias added', after: ['PAK Jin Hek'], before: [], material: true }],
    })
  })

  it('says a listing stands on another basis', () => {
    expect(words([park(), listing('SYRIA', 'A')], [park(), listing('PAARSS', 'A')])).toEqual([
      'listing basis changed',
    ])
  })

  it('says a vessel bears another name, and keeps the former one', () => {
    const ship = (name: string) => group('v', 'Vessel', { name: [name], topics: ['sanction'] })
    const [change] = diffLists([ship('CHON MA SAN')], [ship('DIAMOND 8')]).changed
    expect(change).toMatchObject({ caption: 'DIAMOND 8', formerCaption: 'CHON MA SAN' })
    expect(change!.changes.map((one) => one.words)).toEqual(['vessel renamed'])
  })

  it('tells a passport once, though party and document both carry it', () => {
    const paper = group('d', 'Passport', {
      holder: ['p'],
      type: ['Passport:'],
      number: ['290333974'],
      country: ['kp'],
    })
    const [change] = diffLists([park()], [park({ passportNumber: ['290333974'] }), paper]).changed
    expect(change!.changes).toMatchObject([{ words: 'document added', after: ['Passport 290333974 (KP)'] }])
  })

  it('folds wallets, addresses and links into the party', () => {
    const after = [
      park({ addressEntity: ['a'] }),
      group('a', 'Address', { full: ['Pyongyang'] }),
      group('w', 'CryptoWallet', {
        holder: ['p'],
        publicKey: ['1Efm'],
        currencySymbol: ['XBT'],
        topics: ['sanction'],
      }),
      group('o', 'Organization', { name: ['LAZARUS GROUP'], topics: ['sanction'] }),
      group('l', 'UnknownLink', { subject: ['p'], object: ['o'], role: ['Acting for'] }),
    ]
    const diff = diffLists([park(), after[3]!], after)
    expect(diff.added).toEqual([])
    expect(diff.changed.map(({ id, changes }) => [id, changes.map((one) => one.after[0])])).toEqual([
      ['o', ['Acting for: PARK Jin Hyok (from there)']],
      ['p', ['XBT 1Efm', 'Pyongyang', 'Acting for: LAZARUS GROUP']],
    ])
  })

  it('is silent where only bookkeeping or the order changed', () => {
    const before = [park({ alias: ['A', 'B'] }), listing('X', 'Y', { modifiedAt: ['2024-01-01'] })]
    const after = [listing('X', 'Y', { modifiedAt: ['2025-01-01'] }), park({ alias: ['B', 'A'] })]
    expect(diffLists(before, after)).toMatchObject({ added: [], removed: [], changed: [], unchanged: 1 })
  })

  it('does not tell a party that its neighbour was renamed', () => {
    const link = group('l', 'UnknownLink', { subject: ['p'], object: ['o'], role: ['Acting for'] })
    const firm = (name: string) => group('o', 'Organization', { name: [name], topics: ['sanction'] })
    const diff = diffLists([park(), firm('A'), link], [park(), firm('B'), link])
    expect(diff.changed.map(({ id }) => id)).toEqual(['o'])
  })

  it('counts every entry once, finds nothing against itself, and is its own mirror image', () => {
    const entity = fc
      .tuple(
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.array(fc.constantFrom('X', 'Y', 'Z'), { minLength: 1 }),
        fc.array(fc.constantFrom('kp', 'sy')),
      )
      .map(([id, name, nationality]) => group(id, 'Person', { name, nationality, topics: ['sanction'] }))
    const list = fc.uniqueArray(entity, { selector: ({ entityId }) => entityId })
    fc.assert(
      fc.property(list, list, (before, after) => {
        const diff = diffLists(before, after)
        expect(diff.added.length + diff.changed.length + diff.unchanged).toBe(after.length)
        expect(diff.removed.length + diff.changed.length + diff.unchanged).toBe(before.length)
        expect(diffLists(after, after).changed).toEqual([])
        const back = diffLists(after, before)
        expect(back.added).toEqual(diff.removed)
        expect(back.changed.map(({ id }) => id)).toEqual(diff.changed.map(({ id }) => id))
      }),
    )
  })
})

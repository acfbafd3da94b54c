import { describe, expect, it } from 'vitest'
import { IdentityBook } from '../identity/identity-book.ts'
import { type KnownShip, nameKey, shipIndex } from '../identity/known-ship.ts'
import { shipClass } from '../identity/ship-class.ts'
import { saidByMessage } from '../identity/ship-said.ts'
import { eventsOf, hours, still, type TestSea } from './testing-sea.ts'

const a = 273_000_001
const b = 412_000_002
const known = (fields: Partial<KnownShip>): KnownShip => ({
  ref: { kind: 'entity', id: 'ofac-1', label: 'YON PUNG 3' },
  names: ['YON PUNG 3'],
  mmsis: [],
  callSigns: [],
  flags: [],
  listed: true,
  source: 'us_ofac_sdn',
  owners: [],
  ...fields,
})
const stays = (mmsi: number, from = 0, to = 10) => ({ mmsi, from, to, at: still(30, 125 + (mmsi % 7)) })
const changes = (sea: TestSea) =>
  eventsOf(sea, 'identity-change').map(({ mmsi, change, from, to, other }) => ({
    mmsi,
    change,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(other !== undefined && { other }),
  }))

describe('an identity', () => {
  it('that stays is nothing, however often it is sent and however it is spaced', () => {
    const statics = [1, 2, 3].map((h) => ({
      mmsi: a,
      time: hours(h),
      name: h === 2 ? 'ALPHA 1' : 'ALPHA  1',
      imo: '9074729',
    }))
    expect(changes({ voyages: [stays(a)], statics })).toEqual([])
  })

  it('that gets a new name, IMO number and call sign changed', () => {
    const statics = [
      { mmsi: a, time: hours(1), name: 'ALPHA', imo: '9074729', callSign: 'ABCD' },
      { mmsi: a, time: hours(2), name: 'OMEGA', imo: '9187629', callSign: 'WXYZ' },
    ]
    expect(changes({ voyages: [stays(a)], statics })).toEqual([
      { mmsi: a, change: 'new-name', from: 'ALPHA', to: 'OMEGA' },
      { mmsi: a, change: 'new-imo', from: '9074729', to: '9187629' },
      { mmsi: a, change: 'new-callsign', from: 'ABCD', to: 'WXYZ' },
    ])
  })

  it('exchanged with another ship is a swap', () => {
    const statics = [
      { mmsi: a, time: hours(1), name: 'ALPHA' },
      { mmsi: b, time: hours(1), name: 'BRAVO' },
      { mmsi: a, time: hours(2), name: 'BRAVO' },
      { mmsi: b, time: hours(5), name: 'ALPHA' },
    ]
    expect(changes({ voyages: [stays(a), stays(b)], statics })).toContainEqual({
      mmsi: b,
      change: 'swap',
      from: 'BRAVO',
      to: 'ALPHA',
      other: a,
    })
  })

  it('under a new number is the same ship: by its IMO number, or by where the other vanished', () => {
    const statics = [
      { mmsi: a, time: hours(1), imo: '9074729' },
      { mmsi: b, time: hours(9), imo: '9074729' },
    ]
    const voyages = [
      { mmsi: a, from: 0, to: 4, at: still(30, 125) },
      { mmsi: b, from: 8, to: 10, at: still(30.002, 125) },
    ]
    expect(changes({ voyages, statics })).toEqual([
      { mmsi: b, change: 'new-number', from: String(a), to: String(b), other: a },
    ])
    expect(changes({ voyages })).toEqual([
      { mmsi: b, change: 'new-number', from: String(a), to: String(b), other: a },
    ])
    const elsewhere = [voyages[0]!, { ...voyages[1]!, at: still(30.1, 125) }]
    expect(changes({ voyages: elsewhere })).toEqual([])
    const port = { id: 'p', name: 'P', lat: 30, lon: 125 }
    expect(changes({ voyages, ports: [port] })).toEqual([])
  })

  it('used by two at a time is shared', () => {
    const statics = [
      { mmsi: a, time: hours(1), imo: '9074729' },
      { mmsi: b, time: hours(2), imo: '9074729' },
    ]
    expect(changes({ voyages: [stays(a), stays(b)], statics })).toMatchObject([
      { mmsi: b, change: 'shared-imo' },
    ])
  })

  it('with a wrong check digit is false, and a digit away from a known ship it names that ship', () => {
    const statics = [{ mmsi: a, time: hours(1), imo: '8814881' }]
    const ships = shipIndex([known({ imo: '8314881' })])
    expect(changes({ voyages: [stays(a)], statics, ships })).toEqual([
      { mmsi: a, change: 'false-imo', to: '8814881' },
      { mmsi: a, change: 'digit-away', from: '8314881', to: '8814881' },
    ])
    expect(
      changes({ voyages: [stays(a)], statics: [{ mmsi: a, time: hours(1), imo: '9074729' }], ships }),
    ).toEqual([])
  })

  it('of another size is another ship, and a tanker-sized fishing boat is none', () => {
    const ships = shipIndex([known({ imo: '9074729', lengthM: 180 })])
    const statics = [
      { mmsi: a, time: hours(1), imo: '9074729', lengthM: 90 },
      { mmsi: b, time: hours(1), shipClass: 'fishing' as const, lengthM: 104 },
    ]
    expect(changes({ voyages: [stays(a), stays(b)], statics, ships })).toEqual([
      { mmsi: a, change: 'size-of-another', from: '180 m', to: '90 m' },
      { mmsi: b, change: 'type-against-size', from: 'fishing of up to 75 m', to: '104 m' },
    ])
  })
})

describe('a flag', () => {
  it('is false where the digits are nobody’s, or a source knows the ship under others', () => {
    const ships = shipIndex([known({ imo: '9074729', flags: ['kp'] })])
    const nobody = 299_000_001
    const sea = {
      voyages: [stays(nobody), stays(b)],
      statics: [{ mmsi: b, time: hours(1), imo: '9074729' }],
      ships,
    }
    expect(eventsOf(sea, 'false-flag')).toMatchObject([
      { mmsi: nobody, why: 'unassigned', mid: '299' },
      { mmsi: b, why: 'other-flag', flag: 'cn', knownFlags: ['kp'] },
    ])
  })
})

describe('draught', () => {
  it('that changes by 0.3 m or more is an event, in port or not', () => {
    const statics = [
      { mmsi: a, time: hours(1), draughtM: 6 },
      { mmsi: a, time: hours(2), draughtM: 6.2 },
      { mmsi: a, time: hours(9), draughtM: 8 },
    ]
    expect(eventsOf({ voyages: [stays(a)], statics }, 'draught-change')).toMatchObject([
      { from: 6.2, to: 8, inPort: false, start: hours(2), end: hours(9) },
    ])
    const [lat, lon] = still(30, 125 + (a % 7))()
    const ports = [{ id: 'p', name: 'P', lat, lon }]
    expect(eventsOf({ voyages: [stays(a)], statics, ports }, 'draught-change')).toMatchObject([
      { inPort: true },
    ])
  })
})

describe('what is known of ships', () => {
  it('keeps identities over time, by number and by IMO number, and forgets the oldest', () => {
    const book = new IdentityBook(2)
    book.add({ mmsi: a, time: 1, name: 'ALPHA' })
    book.add({ mmsi: a, time: 2, imo: '9074729' })
    book.add({ mmsi: a, time: 3, name: 'OMEGA' })
    expect(book.get(a)!.spans).toEqual([
      { from: 1, until: 2, name: 'ALPHA', imo: '9074729' },
      { from: 3, until: 3, name: 'OMEGA', imo: '9074729' },
    ])
    expect(book.numbers('9074729')).toEqual([a])
    book.add({ mmsi: b, time: 4, name: 'BRAVO' })
    book.add({ mmsi: b + 1, time: 5, name: 'CHARLIE' })
    expect(book.get(a)).toBeUndefined()
    expect(book.numbers('9074729')).toEqual([])
  })

  it('finds ships by any identifier, by names in any spacing, and by nothing too short', () => {
    const ships = shipIndex([
      known({ imo: '8314881', mmsis: ['445000001'], names: ['MT YON PUNG No. 3', 'A LI'] }),
    ])
    expect(ships.find({ name: 'YONPUNG 3' })).toHaveLength(1)
    expect(ships.find({ mmsi: '445000001' })).toHaveLength(1)
    expect(ships.find({ name: 'A LI' })).toEqual([])
    expect(nameKey('M/V  ')).toBe('MV')
  })

  it('reads what messages say', () => {
    expect(
      saidByMessage(
        {
          type: 5,
          repeat: 0,
          mmsi: a,
          imo: 9074729,
          shipname: 'X Y',
          shiptype: 80,
          to_bow: 90,
          to_stern: 10,
          draught: 6.1,
        },
        7,
      ),
    ).toEqual({
      time: 7,
      mmsi: a,
      imo: '9074729',
      name: 'X Y',
      shipClass: 'tanker',
      lengthM: 100,
      draughtM: 6.1,
    })
    expect(saidByMessage({ type: 1, repeat: 0, mmsi: a }, 7)).toBeUndefined()
    expect([shipClass(30), shipClass('Tanker'), shipClass(0), shipClass('52')]).toEqual([
      'fishing',
      'tanker',
      undefined,
      'tug',
    ])
  })
})

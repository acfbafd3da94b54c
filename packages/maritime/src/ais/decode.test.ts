import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHex, readInt, readText, readUint, writeHex, writeText, writeUint } from './bits.ts'
import { type AisMessage, decodeMessage, scaled } from './decode.ts'
import { encodeMessage } from './encode.ts'
import type { Field } from './field.ts'
import { messageTables } from './messages.ts'

/** The fields that the sender gave, without the words added to codes. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.endsWith('_text'))
      .map(([name, inner]) => [name, plain(inner)]),
  )
}

function back(message: AisMessage): unknown {
  const { six, bits } = encodeMessage(message)
  return plain(decodeMessage(six, bits))
}

const header = { type: 1, repeat: 0, mmsi: 273000001 }
const decode = (message: AisMessage) => {
  const { six, bits } = encodeMessage(message)
  return decodeMessage(six, bits) as AisMessage
}

describe('what was not available', () => {
  it('is absent in a position report, never a number that means nothing', () => {
    expect(decode(header)).toEqual({ ...header, accuracy: false, raim: false, radio: 0 })
  })

  it('is absent in static data', () => {
    expect(decode({ ...header, type: 5 })).toEqual({ ...header, type: 5, ais_version: 0, dte: false })
  })

  it('is a ship size of four zeros, while one zero beside others is a distance', () => {
    const size = { to_bow: 0, to_stern: 12, to_port: 0, to_starboard: 4 }
    expect(decode({ ...header, type: 5, ...size })).toMatchObject(size)
    expect(decode({ ...header, type: 5, to_bow: 0, to_stern: 0 }).to_bow).toBeUndefined()
  })

  it('is a value beyond the range of the standard, and the caller is told', () => {
    const { six, bits } = encodeMessage({ ...header, lat: 45 })
    writeUint(six, 89, 27, 95 * 600_000)
    const told: string[] = []
    const message = decodeMessage(six, bits, (field) => told.push(field)) as AisMessage
    expect(message.lat).toBeUndefined()
    expect(told).toEqual(['lat'])
  })
})

describe('a position report', () => {
  it('has knots and degrees', () => {
    const sent = {
      ...header,
      status: 1,
      turn: -2.86,
      speed: 12.3,
      lon: -123.3953833,
      lat: 48.3816333,
      course: 224,
    }
    expect(decode(sent)).toMatchObject({ ...sent, status_text: 'At anchor' })
  })

  it.each(['fastleft', 'fastright'])('of a ship without a turn indicator says %s', (turn) => {
    expect(decode({ ...header, turn }).turn).toBe(turn)
  })

  it('says of its second that the position was put in by hand', () => {
    const { six, bits } = encodeMessage(header)
    writeUint(six, 137, 6, 61)
    expect(decodeMessage(six, bits)).toMatchObject({ second_text: 'manual input' })
    expect(decodeMessage(six, bits)).not.toHaveProperty('second')
  })

  it('with bits behind its end is read, and says so', () => {
    const { six } = encodeMessage({ ...header, speed: 7 })
    const long = new Uint8Array(40)
    long.set(six)
    expect(decodeMessage(long, 204)).toMatchObject({ speed: 7, extra_bits: 36 })
  })

  it('that ends before its flags is none', () => {
    const { six } = encodeMessage(header)
    expect(decodeMessage(six, 120)).toBe('120 bits, where type 1 has at least 149')
  })
})

describe('texts', () => {
  it('end at the first @', () => {
    const six = new Uint8Array(10)
    writeText(six, 0, 10, 'AB@CD')
    expect(readText(six, 0, 10)).toBe('AB')
  })

  it('of an aid to navigation go on behind the message', () => {
    const sent = { ...header, type: 21, name: 'ENTRANCE TO THE HARB', name_extension: 'OUR NORTH' }
    expect(decode(sent).name).toBe('ENTRANCE TO THE HARBOUR NORTH')
  })
})

describe('type 24', () => {
  it('keeps its parts apart', () => {
    expect(decode({ ...header, type: 24, partno: 0, shipname: 'A' })).toMatchObject({
      partno: 0,
      shipname: 'A',
    })
    expect(decode({ ...header, type: 24, partno: 1, callsign: 'UBCD' })).toMatchObject({ callsign: 'UBCD' })
  })

  it('names the mother ship of a craft', () => {
    const craft = { type: 24, repeat: 0, mmsi: 982730001, partno: 1, mothership_mmsi: 273000001 }
    expect(decode(craft)).toMatchObject({ mothership_mmsi: 273000001 })
  })

  it('with a third part is no message', () => {
    const { six, bits } = encodeMessage({ ...header, type: 24, partno: 2 })
    expect(decodeMessage(six, bits)).toBe('type 24 with part number 2')
  })
})

describe('binary messages', () => {
  it('of an unknown application keep their bits', () => {
    const sent = { ...header, type: 8, dac: 669, fid: 11, data: '48:eb2f118f7ff1' }
    expect(decode(sent)).toEqual(sent)
  })

  it('that have the number of an application, but not its length, keep their bits too', () => {
    const data = `368:${'c3'.repeat(46)}`
    expect(decode({ ...header, type: 8, dac: 200, fid: 10, data }).data).toBe(data)
  })

  it('of weather and tides are read', () => {
    const sent = {
      ...header,
      type: 8,
      dac: 1,
      fid: 31,
      lon: 18.5,
      lat: 54.25,
      airtemp: -1.5,
      waterlevel: 0.42,
    }
    expect(decode(sent)).toMatchObject(sent)
  })

  it('of an area have their shapes', () => {
    const subareas = [
      { shape: 0, scale: 1, lon: -70.5, lat: 42.25, precision: 4, radius: 50 },
      { shape: 5, text: 'WHALES' },
    ]
    const sent = { ...header, type: 8, dac: 1, fid: 22, linkage: 7, notice: 1, duration: 60, subareas }
    expect(back(sent)).toEqual(sent)
  })
})

/** Any value of a field, or its absence. */
function anyValue(field: Field): fc.Arbitrary<unknown> {
  const { kind, width } = field
  if (kind === 'flag') return fc.boolean()
  if (kind === 'text') {
    const letters = fc.string({
      unit: fc.constantFrom(...'ABCZ 0129-'),
      minLength: 1,
      maxLength: width / 6 || 9,
    })
    return fc.option(
      letters.map((text) => text.trimEnd()).filter((text) => text !== ''),
      { nil: undefined },
    )
  }
  const half = 2 ** (width - 1)
  const least = Math.max(field.least, kind === 'int' ? -half : 0)
  const most = Math.min(field.most, kind === 'int' ? half - 1 : 2 * half - 1)
  return fc.option(
    fc
      .integer({ min: least, max: most })
      .filter((raw) => raw !== field.na)
      .map((raw) => scaled(field, raw)),
    { nil: undefined, freq: field.na === undefined ? Number.MAX_SAFE_INTEGER : 3 },
  )
}

function messagesOf(type: number, fields: readonly Field[]): fc.Arbitrary<AisMessage> {
  const named = fields.filter(({ kind, name }) => kind !== 'skip' && name !== 'type' && kind !== 'turn')
  return fc.record(Object.fromEntries(named.map((field) => [field.name, anyValue(field)]))).map((values) => ({
    type,
    ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  })) as fc.Arbitrary<AisMessage>
}

describe('every type of fixed form', () => {
  const fixed = [1, 2, 3, 4, 5, 9, 10, 11, 18, 19, 23, 27]
  it.each(fixed)('type %i comes back as it was sent', (type) => {
    fc.assert(
      fc.property(messagesOf(type, messageTables[type]!.fields), (message) => {
        const size = ['to_bow', 'to_stern', 'to_port', 'to_starboard']
        const isUnsized = size.every((name) => !message[name])
        const expected = Object.entries(message).filter(([name]) => !(isUnsized && size.includes(name)))
        expect(back(message)).toEqual(Object.fromEntries(expected))
      }),
      { numRuns: 50 },
    )
  })
})

describe('any bits', () => {
  it('are a message or a reason, and never throw', () => {
    const six = fc.uint8Array({ minLength: 1, maxLength: 200, max: 63 })
    fc.assert(
      fc.property(
        six,
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 28 }),
        (payload, fill, type) => {
          payload[0] = type
          const result = decodeMessage(payload, payload.length * 6 - fill)
          if (typeof result !== 'string') expect(result.type).toBe(type)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('bit fields', () => {
  it('come back as they were written, at any place', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 2, max: 32 }),
        fc.integer(),
        (at, width, n) => {
          const six = new Uint8Array(20).fill(63)
          writeUint(six, at, width, n)
          expect(readUint(six, at, width)).toBe(width === 32 ? n >>> 0 : n & (2 ** width - 1))
          expect(readInt(six, at, width)).toBe((n << (32 - width)) >> (32 - width))
        },
      ),
    )
  })

  it('of undecoded data are hexadecimal, the last byte filled with zeros', () => {
    const six = new Uint8Array(10)
    expect(writeHex(six, 3, '12:abc0')).toBe(15)
    expect(readHex(six, 3, 15)).toBe('12:abc0')
  })
})

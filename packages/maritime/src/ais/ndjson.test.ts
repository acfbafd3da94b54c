import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeMessage } from './decode.ts'
import { encodeMessage, toSentences } from './encode.ts'
import { NdjsonDecoder, toNdjson } from './ndjson.ts'
import { AisDecoder } from './read-ais.ts'

const lines = (sentences: readonly string[]) => new TextEncoder().encode(`${sentences.join('\n')}\n`)
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('a line of NDJSON', () => {
  it('has how the message was heard, then its fields', () => {
    const message = {
      type: 27,
      repeat: 0,
      mmsi: 273000001,
      status: 5,
      lon: -0.5,
      lat: 12.25,
      speed: 0,
      course: 7,
    }
    const sentences = toSentences(encodeMessage(message), { time: 1565218798000, source: 'a"b' })
    expect(text(new NdjsonDecoder().push(lines(sentences)).ndjson)).toBe(
      '{"time":"2019-08-07T22:59:58.000Z","source":"a\\"b","channel":"A","type":27,"repeat":0,"mmsi":273000001,' +
        '"accuracy":false,"raim":false,"status":5,"status_text":"Moored","lon":-0.5,"lat":12.25,"speed":0,' +
        '"course":7,"gnss":false}\n',
    )
  })

  it('of any bits is the same as the message made an object', () => {
    const payload = fc.uint8Array({ minLength: 7, maxLength: 72, max: 63 })
    fc.assert(
      fc.property(
        payload,
        fc.integer({ min: 1, max: 27 }),
        fc.integer({ min: 0, max: 5 }),
        (six, type, fill) => {
          six[0] = type
          const bits = 6 * six.length - fill
          const sentences = toSentences({ six, bits }, { characters: 72 })
          const { records } = new AisDecoder().push(lines(sentences))
          const { ndjson } = new NdjsonDecoder().push(lines(sentences))
          const expected = records.map((record) => JSON.parse(toNdjson(record)))
          expect(
            text(ndjson)
              .split('\n')
              .filter(Boolean)
              .map((line) => JSON.parse(line)),
          ).toEqual(expected)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('is not written for what is no message', () => {
    const decoder = new NdjsonDecoder()
    const six = encodeMessage({ type: 1, repeat: 0, mmsi: 1 }).six.slice(0, 20)
    const { ndjson, rejects } = decoder.push(lines(toSentences({ six, bits: 120 })))
    expect(ndjson).toHaveLength(0)
    expect(rejects[0]!.reason).toBe(decodeMessage(six, 120))
  })
})

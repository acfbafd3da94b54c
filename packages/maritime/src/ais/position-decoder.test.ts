import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeMessage, toSentences } from './encode.ts'
import { PositionDecoder } from './position-decoder.ts'
import { AisDecoder } from './read-ais.ts'

const lines = (sentences: readonly string[]) => new TextEncoder().encode(`${sentences.join('\n')}\n`)
const report = {
  type: 1,
  repeat: 0,
  mmsi: 273000001,
  lon: 125.5,
  lat: 28.25,
  speed: 0.5,
  course: 90,
  status: 1,
}

describe('columns of positions', () => {
  it('have time, receiver and what the ship said', () => {
    const decoder = new PositionDecoder()
    const sentences = toSentences(encodeMessage(report), { time: 1565218798000, source: 'Jeju' })
    const { positions } = decoder.push(lines(sentences))
    expect(positions.length).toBe(1)
    expect(positions.time[0]).toBe(1565218798000)
    expect(decoder.sources[positions.source[0]!]).toBe('Jeju')
    expect([positions.mmsi[0], positions.lat[0], positions.lon[0]]).toEqual([273000001, 28.25, 125.5])
    expect([positions.sog[0], positions.cog[0], positions.status[0]]).toEqual([0.5, 90, 1])
    expect(positions.heading[0]).toBeNaN()
  })

  it('leave out reports without a place; they are messages all the same', () => {
    const decoder = new PositionDecoder()
    const { positions } = decoder.push(lines(toSentences(encodeMessage({ type: 1, repeat: 0, mmsi: 1 }))))
    expect(positions.length).toBe(0)
    expect(decoder.counts.messages).toBe(1)
  })

  it('come with static reports, and a type 19 is both', () => {
    const sentences = [
      ...toSentences(encodeMessage({ type: 5, repeat: 0, mmsi: 1, shipname: 'A' })),
      ...toSentences(encodeMessage({ ...report, type: 19, shipname: 'B' })),
    ]
    const { positions, statics } = new PositionDecoder().push(lines(sentences))
    expect([...positions.type]).toEqual([19])
    expect(statics.map(({ message }) => message.shipname)).toEqual(['A', 'B'])
  })

  it('say the same as message objects, whatever the bits', () => {
    const payload = fc.uint8Array({ minLength: 16, maxLength: 52, max: 63 })
    const type = fc.constantFrom(1, 2, 3, 9, 18, 19, 27)
    fc.assert(
      fc.property(payload, type, (six, kind) => {
        six[0] = kind
        const sentences = toSentences({ six, bits: 6 * six.length })
        const decoder = new PositionDecoder()
        const { positions } = decoder.push(lines(sentences))
        const objects = new AisDecoder()
        const [record] = objects.push(lines(sentences)).records
        expect(decoder.counts.messages).toBe(objects.counts.messages)
        const message = record?.message
        expect(positions.length).toBe(message?.lat !== undefined && message.lon !== undefined ? 1 : 0)
        if (positions.length === 0) return
        expect(positions.lat[0]).toBeCloseTo(Number(message!.lat), 6)
        expect(positions.lon[0]).toBeCloseTo(Number(message!.lon), 6)
        expect(positions.sog[0]).toEqual(Math.fround(Number(message!.speed ?? Number.NaN)))
        expect(positions.cog[0]).toEqual(Math.fround(Number(message!.course ?? Number.NaN)))
        expect(positions.heading[0]).toEqual(Math.fround(Number(message!.heading ?? Number.NaN)))
        expect(positions.status[0]).toBe(message!.status ?? -1)
      }),
      { numRuns: 500 },
    )
  })

  it('know a receiver by the first 64 characters of its name', () => {
    const decoder = new PositionDecoder()
    for (let i = 0; i < 3; i++)
      decoder.push(lines(toSentences(encodeMessage(report), { source: 'x'.repeat(100 + i) })))
    expect(decoder.sources).toEqual(['', 'x'.repeat(64)])
  })
})

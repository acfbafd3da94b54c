import { readFileSync } from 'node:fs'
import { referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { differencesFromGpsd, type GpsdMessage } from './gpsd-compare.ts'
import { messageTables } from './messages.ts'
import { AisDecoder } from './read-ais.ts'

const sentences = referenceData('ais/decoder/gpsd-sample.aivdm')
const expected = referenceData('ais/decoder/gpsd-sample.scaled.jsonl')
const unscaled = referenceData('ais/decoder/gpsd-sample.unscaled.jsonl')

/** Ship sizes of four zeros; numbers that the end of the message cuts, which gpsd fills up (type 7). */
function isFilled(message: { readonly type: number }, raw: number): boolean {
  return raw === 0 || message.type === 7
}

describe("gpsd's sample of all types", () => {
  it.skipIf(!sentences || !expected)('decodes to the same fields, message for message', () => {
    const decoder = new AisDecoder()
    const records = [...decoder.push(readFileSync(sentences!)).records, ...decoder.end().records]
    const theirs = readFileSync(expected!, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as GpsdMessage)
    // gpsd prints a type 24 when it has both parts, as one message; here the parts stay apart.
    const ours = records.map(({ message }) => message).filter(({ type }) => type !== 24)
    const others = theirs.filter(({ type }) => type !== 24)
    expect(ours.map(({ type, mmsi }) => [type, mmsi])).toEqual(others.map(({ type, mmsi }) => [type, mmsi]))
    const differences = ours.flatMap((message, i) => differencesFromGpsd(message, others[i]!))
    expect(differences).toEqual([])
    expect(new Set(ours.map(({ type }) => type)).size).toBe(26)
  })

  it.skipIf(!sentences || !unscaled)(
    'has the raw numbers of gpsd behind its values, and behind what is absent',
    () => {
      const decoder = new AisDecoder()
      const ours = decoder.push(readFileSync(sentences!)).records.map(({ message }) => message)
      const theirs = readFileSync(unscaled!, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      const plain = (message: { type?: unknown }) => ![6, 8, 24, 25, 26].includes(Number(message.type))
      const others = theirs.filter(plain)
      let compared = 0
      for (const [i, message] of ours.filter(plain).entries()) {
        for (const field of messageTables[message.type]!.fields) {
          const raw = others[i][field.name]
          const isCut = message.type <= 3 && field.name === 'radio' && message.radio === undefined
          if (typeof raw !== 'number' || (field.kind !== 'uint' && field.kind !== 'int') || isCut) continue
          const value = message[field.name]
          if (value !== undefined) expect(Math.round((Number(value) - field.plus) * field.per)).toBe(raw)
          else
            expect(
              raw === (field.na ?? 0) || raw < field.least || raw > field.most || isFilled(message, raw),
            ).toBe(true)
          compared++
        }
      }
      expect(compared).toBeGreaterThan(500)
    },
  )

  it.skipIf(!sentences || !expected)('has the parts of each type 24 that gpsd prints', () => {
    const decoder = new AisDecoder()
    const { records } = decoder.push(readFileSync(sentences!))
    const pairs = readFileSync(expected!, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    for (const pair of pairs.filter(({ type }) => type === 24)) {
      const parts = records
        .map(({ message }) => message)
        .filter(({ type, mmsi }) => type === 24 && mmsi === pair.mmsi)
      const joined = Object.assign({}, ...parts)
      for (const name of [
        'shipname',
        'callsign',
        'shiptype',
        'vendorid',
        'model',
        'serial',
        'to_stern',
        'to_starboard',
      ])
        expect(joined[name]).toBe(pair[name])
    }
  })
})

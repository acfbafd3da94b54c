import { readFileSync } from 'node:fs'
import { referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { differencesFromGpsd, type GpsdMessage } from './gpsd-compare.ts'
import { AisDecoder } from './read-ais.ts'

const sentences = referenceData('ais/decoder/gpsd-sample.aivdm')
const expected = referenceData('ais/decoder/gpsd-sample.scaled.jsonl')

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

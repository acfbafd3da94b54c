import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { bytesOf, collect } from '@cordon/formats'
import { readTar, referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readLogs } from '../logs/read-logs.ts'
import { SigmaEngine } from './engine.ts'
import { parseSigma } from './parse-rule.ts'

const files = {
  rules: referenceData('cyber/sigma/sigma-rules-8eaafff1f.tar.gz'),
  json: referenceData('cyber/sigma/sigma-regression.tar.gz'),
  evtx: referenceData('cyber/sigma/sigma-regression-evtx.tar.gz'),
}
const unpack = (path: string) => readTar(gunzipSync(readFileSync(path)))

interface Info {
  readonly rule_metadata: readonly { readonly id: string }[]
  readonly regression_tests_info?: readonly { readonly match_count?: number }[]
}

describe.skipIf(!files.rules || !files.json || !files.evtx)("SigmaHQ's regression cases", () => {
  it('are all met, from JSON and from the EVTX files themselves', async () => {
    const json = unpack(files.json!)
    const cases = json
      .filter(({ name }) => name.endsWith('info.yml'))
      .map(({ name, bytes }) => ({
        folder: name.replace(/info\.yml$/, ''),
        info: parse(bytes.toString()) as Info,
      }))
    const wanted = new Set(cases.map(({ info }) => info.rule_metadata[0]!.id))
    const rules = unpack(files.rules!)
      .filter(({ name }) => name.endsWith('.yml'))
      // Only the rules of the cases are read: all of them take a while, and the bench reads them all.
      .filter(({ bytes }) => wanted.has(/^id: (\S+)/m.exec(bytes.toString())?.[1] ?? ''))
      .flatMap(({ name, bytes }) => parseSigma(bytes.toString(), name).documents)
      .filter((one) => one.kind === 'rule')
    const engine = new SigmaEngine(rules)
    expect(engine.rejects).toEqual([])
    for (const events of [json.filter(({ name }) => name.endsWith('.json')), unpack(files.evtx!)]) {
      const missed: string[] = []
      let withEvents = 0
      for (const { folder, info } of cases) {
        const mine = events.filter(({ name }) => name.startsWith(folder))
        if (mine.length === 0) continue
        withEvents++
        let met = 0
        for (const { name, bytes } of mine) {
          const { records, rejects } = await collect(readLogs(bytesOf(bytes), { name }))
          expect(rejects).toEqual([])
          met += records.filter((one) =>
            engine.match(one).some(({ rule }) => rule.id === info.rule_metadata[0]!.id),
          ).length
        }
        if (met < (info.regression_tests_info?.[0]?.match_count ?? 1)) missed.push(folder)
      }
      expect(missed).toEqual([])
      expect(withEvents).toBe(106)
    }
  }, 120_000)
})

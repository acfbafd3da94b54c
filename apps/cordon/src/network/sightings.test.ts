import type { LogRecord, SightedInField } from '@cordon/cyber'
import { canonicalIndicator, type IndicatorClaim } from '@cordon/model'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ThreatCollector } from '../threats/known-threats.ts'
import { loadMatchers, matcherOf } from './matchers.ts'
import { mostSightings, SightingLog } from './sightings.ts'

const day = 86_400_000
const first = Date.UTC(2020, 0, 1)
const value = 'made-up-lure-jobs.net'
const record = (time: number | undefined, where = `dns.log line ${time}`): LogRecord => ({
  class: { key: 'dns', services: [], categories: [] },
  fields: { QueryName: value },
  where,
  host: 'ws1',
  ...(time !== undefined && { time }),
})
const sighted: SightedInField = {
  place: 0,
  how: 'itself',
  written: value,
  path: 'QueryName',
  defanged: false,
}
const claim: IndicatorClaim = {
  kind: 'domain',
  value: canonicalIndicator('domain', value)!,
  source: 'test',
  about: [],
  validFrom: first,
}
const met = () => {
  const collector = new ThreatCollector([])
  collector.add({ is: 'indicator', indicator: claim })
  return matcherOf(collector.build())
}
const tells = ({ matchers: [matcher] }: ReturnType<typeof met>, time: number) =>
  matcher!.match(record(time)).length

describe('a log of sightings', () => {
  it('holds of each indicator the first and the latest, whatever comes', () => {
    const log = new SightingLog()
    for (let i = 0; i < 1000; i++) log.note({ kind: 'domain', value }, sighted, record(first + i * 1000))
    log.note({ kind: 'domain', value }, sighted, record(first - day))
    const all = log.take()
    expect(all).toHaveLength(mostSightings)
    expect(all[0]).toMatchObject({ kind: 'domain', value, at: first, host: 'ws1', path: 'QueryName' })
    expect(all.at(-1)!.at).toBe(first + 999_000)
    expect(log.take()).toEqual([])
  })
  it('leaves out what says no time', () => {
    const log = new SightingLog()
    log.note({ kind: 'domain', value }, sighted, record(undefined))
    expect(log.take()).toEqual([])
  })
})

describe('an indicator that is met', () => {
  it('fades 540 days after its last date, and begins anew with each sighting', () => {
    expect(tells(met(), first + 500 * day)).toBe(0)
    const seen = met()
    expect(tells(seen, first + 300 * day)).toBe(1)
    expect(tells(seen, first + 500 * day)).toBe(1)
    expect(tells(seen, first + 900 * day)).toBe(1)
    expect(tells(seen, first + 1500 * day)).toBe(0)
    expect(seen.sightings.take().map(({ at }) => (at - first) / day)).toEqual([300, 500, 900])
  })
})

describe('sightings that were kept', () => {
  let scratch: ScratchStore
  beforeAll(async () => {
    scratch = await scratchStore()
  })
  afterAll(() => scratch.close())
  it('count for the next process, and the same ones again are the same', async () => {
    const { threats } = scratch.store
    const seen = met()
    tells(seen, first + 300 * day)
    const kept = seen.sightings.take()
    await threats.sight(kept)
    await threats.sight(kept)
    expect(await threats.sightings('domain', value)).toMatchObject({ total: 1, latest: [{ host: 'ws1' }] })
    const next = await loadMatchers({ store: scratch.store }, async () => undefined)
    expect(next.indicators).toBe(0)
  })
})

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planThreats } from './plan-threats.ts'
import { threatsFromFiles } from './threats-from-files.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const event = (n: number, domain: string) => ({
  Event: {
    uuid: id(n),
    info: `Event ${n}`,
    date: '2026-01-01',
    timestamp: '1767225600',
    Orgc: { name: 'CIRCL', uuid: id(99) },
    Attribute: [{ uuid: id(n + 10), type: 'domain', value: domain, to_ids: true, timestamp: '1767225600' }],
  },
})
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-feed-'))
  await mkdir(join(folder, 'feed'))
  const put = (name: string, value: unknown) =>
    writeFile(join(folder, 'feed', name), typeof value === 'string' ? value : JSON.stringify(value))
  const entry = (n: number) => ({ info: `Event ${n}`, Orgc: { name: 'CIRCL' }, timestamp: '1767225600' })
  await put('manifest.json', { [id(1)]: entry(1), [id(2)]: entry(2), [id(3)]: entry(3) })
  await put(`${id(1)}.json`, event(1, 'one.made-up.net'))
  await put(`${id(2)}.json`, event(2, 'two.made-up.net'))
  await put(`${id(4)}.json`, event(4, 'withdrawn.made-up.net'))
  await put('hashes.csv', `d41d8cd98f00b204e9800998ecf8427e,${id(1)}\n`)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a MISP feed', () => {
  it.each(['feed', 'feed/manifest.json'])('given as %s is what its manifest names', async (path) => {
    const { known } = await threatsFromFiles([join(folder, path)])
    expect(['one', 'two'].map((name) => known.indicators.find('domain', `${name}.made-up.net`))).toEqual([
      0, 1,
    ])
    expect(known.indicators.find('domain', 'withdrawn.made-up.net')).toBe(-1)
    // The list of hashes is an index of the values, not indicators.
    expect(known.indicators.size).toBe(2)
  })
  it('says what is missing and what was passed over; each event is a collection of its own', async () => {
    const plan = await planThreats([join(folder, 'feed')])
    expect(plan.missing).toEqual([`${id(3)}.json`])
    expect(plan.passedOver).toEqual([`${id(4)}.json`])
    expect(plan.plans.map(({ collection }) => collection)).toEqual([`${id(1)}.json`, `${id(2)}.json`])
  })
  it('is none without a manifest of its form', async () => {
    await writeFile(join(folder, 'manifest.json'), '{"name": "an app"}')
    expect((await planThreats([folder])).missing).toEqual([])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync, inflateRawSync } from 'node:zlib'
import { type LogRecord, SigmaEngine, type SigmaRule, StreamEngine, WindowsRecords } from '@cordon/cyber'
import { resolveTechnique, ThreatGraph } from '@cordon/knowledge'
import type { ThreatItem } from '@cordon/model'
import { referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { planThreats } from '../threats/plan-threats.ts'
import { loadPackDetections } from './pack-detections.ts'

const folder = new URL('../../../../packs/dprk/network/', import.meta.url)
const { sigma, streams, rejects } = loadPackDetections()
const rules = [...sigma.values()].filter((one): one is SigmaRule => one.kind === 'rule')
const engine = new SigmaEngine(rules)

interface Case {
  readonly logsource?: { product?: string; category?: string; service?: string }
  readonly hits: readonly Record<string, unknown>[]
  readonly misses: readonly Record<string, unknown>[]
}

const windows = new WindowsRecords()

function recordOf(fields: Record<string, unknown>, { logsource }: Case): LogRecord {
  if (!logsource) return windows.read(fields, 'test')!
  const { product, category, service } = logsource
  return {
    class: {
      key: JSON.stringify(logsource),
      ...(product && { product }),
      services: service ? [service] : [],
      categories: category ? [{ name: category }] : [],
    },
    fields,
    where: 'test',
  }
}

describe('the detections of the pack', () => {
  it('can all be read and compiled', () => {
    expect(rejects).toEqual([])
    expect(engine.rejects).toEqual([])
    expect(new StreamEngine([...streams.values()]).rejects).toEqual([])
    expect(rules.length).toBeGreaterThanOrEqual(20)
    expect(streams.size).toBeGreaterThanOrEqual(11)
  })

  it.each([...sigma, ...streams])(
    '%s cites the public record, names techniques that exist, and says when it is wrong',
    (_, rule) => {
      expect(rule.references.length).toBeGreaterThan(0)
      // With an address, or with the word that nobody compared it with anything.
      for (const one of rule.references)
        expect(one).toMatch(/, https:\/\/\S+$|\(from memory, not checked against the document\)$/)
      expect(rule.falsePositives.length).toBeGreaterThan(0)
      expect(rule.description?.length).toBeGreaterThan(60)
      expect(rule.tags.some((tag) => /^attack\.t\d{4}/.test(tag))).toBe(true)
    },
  )

  it('have records that they must and must not meet, each', () => {
    const tested = readdirSync(new URL('tests/', folder)).map((name) => name.replace('.yml', ''))
    expect(tested.sort()).toEqual([...sigma.keys()].sort())
  })

  it.each([...sigma.keys()])('%s meets what it must, and nothing else', (name) => {
    const test = parse(readFileSync(new URL(`tests/${name}.yml`, folder), 'utf8')) as Case
    const { id } = sigma.get(name)!
    const meets = (fields: Record<string, unknown>) =>
      engine.match(recordOf(fields, test)).some(({ rule }) => rule.id === id)
    expect(test.hits.length).toBeGreaterThan(0)
    expect(test.misses.length).toBeGreaterThan(0)
    for (const fields of test.hits) expect(meets(fields), JSON.stringify(fields)).toBe(true)
    for (const fields of test.misses) expect(meets(fields), JSON.stringify(fields)).toBe(false)
  })
})

describe('real records', () => {
  const datasets = referenceData('cyber/security-datasets/datasets/atomic/windows')
  const attack = referenceData('cyber/attack/enterprise-attack-18.1.reassembled.stix20.json.gz')
  const zeek = referenceData('cyber/zeek/apt29_day1_combined_zeek.log.gz')

  it.skipIf(!attack)('every technique that a rule names is one of ATT&CK', async () => {
    const graph = new ThreatGraph(await itemsOf(attack!))
    const tags = [...sigma.values(), ...streams.values()].flatMap((rule) => rule.tags)
    const unknown = tags.filter(
      (tag) =>
        /^attack\.t\d/.test(tag) && resolveTechnique(tag, (code) => graph.hasCode(code))?.how !== 'same',
    )
    expect(unknown).toEqual([])
  })

  it.skipIf(!datasets)(
    'over 90,000 events of other attacks: no rule of the pack fires',
    () => {
      const found = new Map<string, number>()
      const streamEngine = new StreamEngine([...streams.values()])
      let events = 0
      for (const record of eventsOf(datasets!)) {
        events++
        for (const { rule } of engine.match(record)) found.set(rule.title, (found.get(rule.title) ?? 0) + 1)
        for (const { rule } of streamEngine.observe(record))
          found.set(rule.title, (found.get(rule.title) ?? 0) + 1)
      }
      expect(events).toBeGreaterThan(90_000)
      expect(Object.fromEntries(found)).toEqual({})
    },
    120_000,
  )

  it.skipIf(!zeek)('connections of a real network: no flood, no fan-out', () => {
    const streamEngine = new StreamEngine([...streams.values()])
    const fields = { src_ip: 'id_orig_h', dst_ip: 'id_resp_h', dst_port: 'id_resp_p' }
    const logClass = {
      key: 'zeek',
      product: 'zeek',
      services: ['conn'],
      categories: [{ name: 'firewall', fields }],
    }
    const lines = gunzipSync(readFileSync(zeek!)).toString().trim().split('\n')
    const found = lines.flatMap((line, i) => {
      const value = JSON.parse(line) as Record<string, unknown>
      return value['@stream'] === 'conn'
        ? streamEngine.observe({
            class: logClass,
            fields: value,
            time: Number(value.ts) * 1000,
            where: `line ${i + 1}`,
          })
        : []
    })
    expect(found).toEqual([])
  })
})

async function itemsOf(path: string): Promise<ThreatItem[]> {
  const { plans } = await planThreats([path])
  const { reader, file } = plans[0]!
  const items: ThreatItem[] = []
  for await (const { records } of reader.read(file, { fetched: 0 })) items.push(...records)
  return items
}

/** Events of all archives: each holds one file of JSON lines. */
function* eventsOf(path: string): Generator<LogRecord> {
  for (const tactic of readdirSync(path))
    for (const name of readdirSync(`${path}/${tactic}/host`)) {
      if (!name.endsWith('.zip')) continue
      for (const text of unzipped(readFileSync(`${path}/${tactic}/host/${name}`)))
        for (const line of text.split('\n')) {
          const value = jsonOf(line)
          const record = value && windows.read(value, name)
          if (record) yield record
        }
    }
}

/** One of the archives has broken lines: they are no events. */
function jsonOf(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    return undefined
  }
}

/** Files of an archive by its central directory: small archives of a few files, for tests. */
function* unzipped(zip: Buffer): Generator<string> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = zip.readUInt32LE(end + 16)
  for (let i = zip.readUInt16LE(end + 10); i > 0; i--) {
    const [size, offset] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28))
    const data = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
    const method = zip.readUInt16LE(at + 10)
    const bytes = zip.subarray(data, data + size)
    if (name.endsWith('.json')) yield (method === 8 ? inflateRawSync(bytes) : bytes).toString()
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

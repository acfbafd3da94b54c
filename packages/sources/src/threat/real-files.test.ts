import { createReadStream, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { collect, decompress } from '@cordon/formats'
import type { ThreatItem } from '@cordon/model'
import { referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { byKind } from './testing-items.ts'
import { recogniseThreatFormat } from './threat-readers.ts'

const fetched = Date.parse('2026-01-01T00:00:00Z')

const files = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((one) => files(join(path, one)))
    : [path]

async function readFile(path: string) {
  const head = await collectHead(path)
  const reader = recogniseThreatFormat(head, basename(path))!
  const reading = reader.read({ name: basename(path), open: () => createReadStream(path) }, { fetched })
  return { ...byKind((await collect<ThreatItem, unknown>(reading)).records), report: reading.report() }
}

async function collectHead(path: string): Promise<string> {
  for await (const chunk of decompress(createReadStream(path)))
    return new TextDecoder().decode(chunk.subarray(0, 65_536))
  return ''
}

describe('real files', () => {
  const attack = referenceData('cyber/attack/enterprise-attack-18.1.reassembled.stix20.json.gz')
  const galaxy = referenceData('cyber/misp-galaxy/dprk-clusters-extract.json')
  const iocs = referenceData('cyber/iocs')

  it.skipIf(!attack)('ATT&CK 18.1: every object, none refused', async () => {
    const { report, objects, relations } = await readFile(attack!)
    expect(report.rejected).toBe(0)
    expect(objects.length + relations.length).toBe(24_771)
    expect(relations.filter(({ relation }) => relation === 'uses')).toHaveLength(17_270)
    expect(report.source).toBe('mitre_attack')
  })

  it.skipIf(!galaxy)('the MISP galaxy: every cluster', async () => {
    const { report, objects } = await readFile(galaxy!)
    expect(report).toMatchObject({ read: { cluster: 389 }, rejected: 0 })
    expect(objects).toHaveLength(389)
  })

  it.skipIf(!iocs)(
    '126 YARA rules of signature-base, and none of the four it has commented out',
    async () => {
      const rules = await Promise.all(files(join(iocs!, 'signature-base/yara')).map(readFile))
      expect(rules.flatMap(({ objects }) => objects)).toHaveLength(126)
      expect(rules.every(({ report }) => report.rejected === 0)).toBe(true)
    },
  )

  it.skipIf(!iocs)('222 indicators of seven Talos bundles, TLP among them', async () => {
    const paths = files(join(iocs!, 'talos')).filter((path) => path.endsWith('.json'))
    const bundles = await Promise.all(paths.map(readFile))
    expect(bundles.flatMap(({ objects }) => objects.filter(({ type }) => type === 'indicator'))).toHaveLength(
      222,
    )
    expect(bundles.flatMap(({ indicators }) => indicators)).toHaveLength(222)
    expect(bundles.some(({ indicators }) => indicators.some(({ tlp }) => tlp === 'TLP:GREEN'))).toBe(true)
    expect(bundles.every(({ report }) => report.rejected === 0)).toBe(true)
  })

  it.skipIf(!iocs)(
    'the trails of maltrail: all lines but those that are only the path of an address',
    async () => {
      const trails = await Promise.all(files(join(iocs!, 'maltrail/trails')).map(readFile))
      const read = trails.reduce((sum, { report }) => sum + (report.read.value ?? 0), 0)
      const taken = trails.reduce((sum, { indicators }) => sum + indicators.length, 0)
      expect(read).toBe(35_402)
      expect(taken).toBeGreaterThan(35_100)
      expect(trails.reduce((sum, { report }) => sum + report.rejected, 0)).toBe(read - taken)
    },
  )
})

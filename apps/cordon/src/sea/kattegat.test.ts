import { MaritimeWatch } from '@cordon/maritime'
import type { Finding } from '@cordon/model'
import { referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { openSeaBytes } from './bytes.ts'
import { readObservations } from './observations.ts'
import { loadSeaPack } from './pack.ts'

const kattegat = referenceData('ais/csv/dma-kattegat-2025-11-01..03-1min-51569.csv.gz')

describe('three real days of the Kattegat', () => {
  it.skipIf(!kattegat)('hold no transfer, and no finding at all', async () => {
    const { rules, areas, ports } = loadSeaPack()
    // The waters are made a watch area, so that nothing is spared for being elsewhere.
    const everywhere = {
      id: 'all',
      name: 'All',
      kind: 'watch' as const,
      polygons: [
        [
          [
            [9, 55],
            [14, 55],
            [14, 60],
            [9, 60],
          ] as [number, number][],
        ],
      ],
      cites: [],
    }
    const watch = new MaritimeWatch()
    watch.start({
      ships: { find: () => [] },
      rules,
      places: { areas: [...areas, everywhere], ports },
      versions: {},
    })
    const findings: Finding[] = []
    for await (const { observations, rejects } of readObservations(await openSeaBytes(kattegat!))) {
      expect(rejects).toEqual([])
      findings.push(...watch.observe(observations))
    }
    findings.push(...watch.advance(Number.MAX_SAFE_INTEGER))
    expect(watch.counts.tracked).toBe(51_569)
    expect(findings.map(({ statement }) => statement)).toEqual([])
  })
})

import { fileURLToPath } from 'node:url'
import { readers } from '@cordon/sources'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadListFiles } from '../known/from-files.ts'
import type { Known } from '../known/known.ts'
import { loadSeaDrills, playSeaDrill } from './drill.ts'
import { knownShips } from './known-ships.ts'

const starter = fileURLToPath(new URL('../../../../packs/dprk/starter/entities.ftm.json', import.meta.url))

describe('past operations at sea come out as the findings that were made of them', () => {
  let known: Known
  beforeAll(async () => {
    known = await loadListFiles([starter], readers)
  })

  const drills = loadSeaDrills()
  it('there are some, each with its record and what is made up', () => {
    expect(drills.length).toBeGreaterThanOrEqual(6)
    for (const { record, synthetic, expect: expected } of drills) {
      expect(record.length).toBeGreaterThan(0)
      expect(synthetic).not.toBe('')
      expect(expected.length).toBeGreaterThan(0)
    }
  })

  for (const drill of drills)
    it(drill.title, () => {
      const { findings, missing } = playSeaDrill(drill, knownShips(known))
      expect(missing).toEqual([])
      for (const finding of findings) {
        const sum = finding.evidence.reduce((total, { contribution }) => total + contribution, 0)
        expect(finding.score).toBeCloseTo(Math.max(0, Math.min(1, sum)), 3)
      }
    })

  it('and nothing comes out where no list knows the ships and nothing is hidden', () => {
    const [drill] = drills.filter(({ id }) => id.includes('lighthouse'))
    const quiet = {
      ...drill!,
      known: [],
      sightings: [],
      ships: drill!.ships.map((ship, i) => ({
        ...ship,
        mmsi: 412_000_701 + i,
        silent: [],
        says: ship.says.slice(0, 1),
      })),
    }
    const { findings } = playSeaDrill(quiet, { find: () => [] })
    expect(findings.map(({ statement }) => statement)).toEqual([])
  })
})

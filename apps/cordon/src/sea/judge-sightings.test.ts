import { MaritimeWatch, type SeaKnowledge, type Sighting, shipIndex } from '@cordon/maritime'
import { describe, expect, it } from 'vitest'
import type { SeaStore } from '../store/index.ts'
import { findingsOf, knowledgeOf, knownShip, loadSeaDrills } from './drill.ts'
import { judgeSightings } from './judge-sightings.ts'
import { MapKeeper } from './map-keeper.ts'
import { memorySea } from './memory-sea.ts'

const drill = loadSeaDrills().find(({ id }) => id.includes('yuk-tung'))!
const listed = [
  { id: 'list-1', name: 'YUK TUNG', imo: '9030591', source: 'list' },
  { id: 'list-2', name: 'RYE SONG GANG 1', imo: '7389704', flag: 'kp', source: 'list' },
].map(knownShip)
const knowledge = knowledgeOf(drill, shipIndex(listed), {})

/** What the watch kept of the drill, its sightings left out. */
async function keptSea(): Promise<SeaStore> {
  const map = new MapKeeper()
  const watch = new MaritimeWatch({ onFound: map.add })
  watch.start(knowledge)
  findingsOf(watch, { ...drill, sightings: [] })
  const sea = memorySea()
  await sea.add(map.take())
  return sea
}

const seen = drill.sightings.map(
  ({ length: _, ...sighting }: (typeof drill.sightings)[number] & { length?: number }) =>
    sighting as Sighting,
)
const rulesOf = async (sea: SeaStore, sightings: readonly Sighting[], known: SeaKnowledge = knowledge) =>
  (await judgeSightings(sea, known, sightings)).findings.map(({ rule, subjects }) => [rule, subjects[0]!.id])

describe('sightings that come alone', () => {
  it('are judged with the tracks that are kept as the watch judges them that sees both', async () => {
    const watch = new MaritimeWatch()
    watch.start(knowledge)
    const together = findingsOf(watch, drill)
    const alone = await judgeSightings(await keptSea(), knowledge, seen)
    expect(alone.results.map(({ sighting }) => sighting.id).sort()).toEqual(seen.map(({ id }) => id).sort())
    const ofSightings = together.filter(({ rule }) => rule === 'sighting' || rule === 'dark-sts-transfer')
    expect(ofSightings).toHaveLength(3)
    expect(alone.findings.map(({ id }) => id).sort()).toEqual(ofSightings.map(({ id }) => id).sort())
  })

  it('are findings where the name of a listed ship was read off one that does not transmit', async () => {
    const dark = { ...seen[0]!, id: 'stern', lat: 29, lon: 124, name: 'RYE SONG GANG 1' }
    const { findings, results } = await judgeSightings(await keptSea(), knowledge, [dark])
    expect(results[0]!.dark).toBeGreaterThan(0.9)
    expect(findings).toMatchObject([{ rule: 'sighting', matches: [{ id: 'list-2' }] }])
    expect(findings[0]!.evidence.map(({ feature }) => feature)).toEqual(
      expect.arrayContaining(['dark', 'listed:seen', 'citation']),
    )
  })

  it('are none of a ship that transmits under its own name, and none of the ships around', async () => {
    const sea = await keptSea()
    const stranger = { id: 'x', time: seen[0]!.time, lat: -10, lon: 10, accuracyM: 200, name: 'NOBODY' }
    expect(await rulesOf(sea, [stranger])).toEqual([])
    expect((await judgeSightings(memorySea(), knowledge, [stranger])).results[0]!.dark).toBe(1)
  })

  it('come to the same one by one and all at once, in any order', async () => {
    const sea = await keptSea()
    const far = { ...seen[0]!, id: 'later', time: seen[0]!.time + 40 * 3_600_000, lat: 29, report: undefined }
    const { report: _, ...later } = far
    const apart = [...(await rulesOf(sea, seen)), ...(await rulesOf(sea, [later]))]
    expect(await rulesOf(sea, [later, ...seen].reverse())).toEqual(apart)
    expect(await judgeSightings(sea, knowledge, [])).toMatchObject({ results: [], findings: [] })
  })
})

import type { Entity } from '@cordon/model'
import { describe, expect, it } from 'vitest'
import { cordon } from './cordon.ts'
import type { PartyObservation, ScreeningKnowledge } from './observation.ts'
import { ScreeningWatch } from './watch.ts'

const lazarus: Entity = {
  id: 'ofac-27307',
  caption: 'LAZARUS GROUP',
  schema: 'Organization',
  properties: {
    name: ['LAZARUS GROUP'],
    alias: ['HIDDEN COBRA'],
    country: ['kp'],
    registrationNumber: ['RGB-3-110'],
  },
  datasets: ['us_ofac_sdn'],
  referents: [],
  target: true,
}

function knowledge(entities: readonly Entity[], version: string): ScreeningKnowledge {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  return {
    index: cordon.buildIndex(entities),
    entity: (id) => byId.get(id),
    versions: { us_ofac_sdn: version },
  }
}

const customer = (id: string, properties: Record<string, string[]>): PartyObservation => ({
  id,
  query: { schema: 'Organization', properties },
  time: 1_750_000_000_000,
  position: `customers.csv line ${id}`,
})

function started(known = knowledge([lazarus], '2025-09-03')) {
  const watch = new ScreeningWatch()
  watch.start(known)
  return watch
}

describe('the screening watch', () => {
  it('says which party may be which listed one, why, and against which list version', () => {
    const [finding] = started().observe([customer('7', { name: ['Hidden Cobra'], country: ['kp'] })])
    expect(finding).toMatchObject({
      rule: 'screening.listed-party',
      severity: 'high',
      subjects: [{ kind: 'party', id: '7' }],
      matches: [{ kind: 'entity', id: 'ofac-27307' }],
      knowledgeVersions: { us_ofac_sdn: '2025-09-03' },
    })
    expect(finding!.evidence[0]).toMatchObject({
      feature: 'name',
      candidate: 'HIDDEN COBRA',
      source: 'us_ofac_sdn',
      version: '2025-09-03',
      path: 'customers.csv line 7',
    })
    expect(finding!.statement).toContain(
      'Hidden Cobra may be LAZARUS GROUP (ofac-27307) on us_ofac_sdn of 2025-09-03',
    )
  })

  it('names an identifier as what decides', () => {
    const [finding] = started().observe([
      customer('8', { name: ['Peace Ltd'], registrationNumber: ['rgb 3-110'] }),
    ])
    expect(finding).toMatchObject({ rule: 'screening.listed-party', severity: 'critical' })
  })

  it('keeps silent about parties that match nobody', () => {
    expect([...started().observe([customer('9', { name: ['Bakery of the Corner'] })])]).toEqual([])
  })

  it('says the same fact once, and the same finding after a restart from a snapshot', () => {
    const watch = started()
    const party = customer('7', { name: ['Hidden Cobra'] })
    const [first] = watch.observe([party])
    expect([...watch.observe([party])]).toEqual([])
    const resumed = new ScreeningWatch()
    resumed.start(knowledge([lazarus], '2025-09-03'), JSON.parse(JSON.stringify(watch.snapshot())))
    expect([...resumed.observe([party])]).toEqual([])
    expect([...started().observe([party])]).toEqual([first])
  })

  it('screens known parties again when the lists change, and closes what no longer holds', () => {
    const watch = started(knowledge([], '2025-09-02'))
    expect([...watch.observe([customer('7', { name: ['Hidden Cobra'] })])]).toEqual([])
    const [opened] = watch.learn(knowledge([lazarus], '2025-09-03'))
    expect(opened).toMatchObject({ revision: 1, state: 'open' })
    expect([...watch.learn(knowledge([lazarus], '2025-09-04'))]).toEqual([])
    const [closed] = watch.learn(knowledge([], '2025-09-05'))
    expect(closed).toMatchObject({ id: opened!.id, revision: 2, state: 'closed' })
  })

  it('forgets the parties it has not seen longest', () => {
    const watch = new ScreeningWatch({ remember: 1 })
    watch.start(knowledge([lazarus], '1'))
    Array.from(
      watch.observe([customer('1', { name: ['Lazarus Group'] }), customer('2', { name: ['Somebody'] })]),
    )
    expect(watch.snapshot()).toEqual({ parties: [customer('2', { name: ['Somebody'] })], said: [] })
  })
})

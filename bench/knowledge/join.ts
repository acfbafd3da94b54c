/**
 * Joining entries of different lists, measured against the cross-references that the lists carry, with those masked:
 * UK entries with UN references, and ships of OFAC and the UK by IMO number. Thresholds are chosen on one half of the
 * entries and measured on the other.
 */
import {
  joinThresholds,
  oneOfEachList,
  type ProposedJoin,
  proposeJoins,
  referenceJoins,
  thresholdFor,
} from '@cordon/knowledge'
import type { Entity } from '@cordon/model'
import { finish } from '@cordon/screening'
import { joinEngine, joinIndex } from '../../apps/cordon/src/joining/engine.ts'
import { readLists } from '../screening/lists.ts'

const all = await readLists()
const byId = new Map(all.map((entity) => [entity.id, entity]))
const masked = all.map((entity): Entity => {
  if (entity.schema === 'Sanction') return { ...entity, properties: without(entity, 'unscId') }
  return entity.schema === 'Vessel' ? { ...entity, properties: without(entity, 'imoNumber') } : entity
})

function without({ properties }: Entity, property: string): Entity['properties'] {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => name !== property))
}

const key = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)
const keyOf = ({ claim }: ProposedJoin) => key(claim.from.id, claim.to.id)
const references = new Set(referenceJoins(all).map(keyOf))
const ships = new Set<string>()
const byImo = new Map<string, Entity[]>()
for (const entity of all)
  if (entity.schema === 'Vessel')
    for (const imo of entity.properties.imoNumber ?? []) {
      const number = imo.replace(/\D/g, '')
      byImo.set(number, [...(byImo.get(number) ?? []), entity])
    }
for (const same of byImo.values())
  for (const a of same) for (const b of same) if (a.datasets[0]! < b.datasets[0]!) ships.add(key(a.id, b.id))

let cpu = process.cpuUsage()
const index = joinIndex(masked)
const every = finish(proposeJoins(masked, joinEngine(index), { party: 0, vessel: 0 }))
const enough = every.filter(({ claim, points = 0 }) => points >= thresholdFor(byId.get(claim.from.id)!))
// The references are what is sought, so that nothing is given here.
const joins = oneOfEachList(enough, [], (id) => byId.get(id)!.datasets)
cpu = process.cpuUsage(cpu)
console.log(
  `${joins.length} joins proposed of ${index.size} entries in ${(cpu.user / 1e6).toFixed(1)} s of CPU time`,
)

/** One half of the entries by a hash of the id, so that a pair is in the half of its first id. */
const half = (pair: string) => {
  let h = 0
  for (const c of pair.split(' ')[0]!) h = (Math.imul(h, 31) + c.charCodeAt(0)) | 0
  return h & 1
}

function measure(
  name: string,
  truth: ReadonlySet<string>,
  lists: readonly string[],
  isOf: (e: Entity) => boolean,
) {
  const named = new Set([...truth].flatMap((pair) => pair.split(' ')))
  choose(name, truth, named, lists, isOf)
  const between = joins.filter(({ claim }) => {
    const ends = [byId.get(claim.from.id)!, byId.get(claim.to.id)!]
    return ends.every(isOf) && lists.every((list) => ends.some(({ datasets }) => datasets.includes(list)))
  })
  for (const part of [0, 1, undefined]) {
    const inPart = (pair: string) => part === undefined || half(pair) === part
    const found = between.map(keyOf).filter(inPart)
    const sought = [...truth].filter(inPart)
    const right = found.filter((pair) => truth.has(pair)).length
    // Where neither side carries a reference, the lists don't say whether the join is right.
    const judged = found.filter((pair) => pair.split(' ').some((id) => named.has(id))).length
    console.log(
      `${name}, ${part === undefined ? 'all' : `half ${'AB'[part]}`}: precision ${share(right, judged)} (${right} of ${judged}; ` +
        `${share(right, found.length)} if ${found.length - judged} without any reference are all held wrong), recall ${share(right, sought.length)} (of ${sought.length})`,
    )
  }
  if (process.argv.includes('--wrong'))
    for (const join of between.filter((one) => !truth.has(keyOf(one))))
      console.log(
        '  not in the references:',
        join.claim.from.id,
        join.claim.from.label,
        '|',
        join.claim.to.id,
        join.claim.to.label,
        '|',
        join.reason,
      ) // prettier-ignore
}

/** Precision and recall of half A at several thresholds: where it is chosen. */
function choose(
  name: string,
  truth: ReadonlySet<string>,
  named: ReadonlySet<string>,
  lists: readonly string[],
  isOf: (e: Entity) => boolean,
) {
  const sought = [...truth].filter((pair) => half(pair) === 0).length
  for (const threshold of [1, 1.5, 2, 2.5, 3, 3.5, 4]) {
    const found = every.filter(({ claim, points = 0 }) => {
      const ends = [byId.get(claim.from.id)!, byId.get(claim.to.id)!]
      return (
        points >= threshold &&
        half(key(claim.from.id, claim.to.id)) === 0 &&
        ends.every(isOf) &&
        lists.every((list) => ends.some(({ datasets }) => datasets.includes(list)))
      ) // prettier-ignore
    })
    const judged = found.map(keyOf).filter((pair) => pair.split(' ').some((id) => named.has(id)))
    const right = judged.filter((pair) => truth.has(pair)).length
    console.log(
      `  ${name}, half A, ${threshold} points: precision ${share(right, judged.length)}, recall ${share(right, sought)}`,
    ) // prettier-ignore
  }
}

console.log(`thresholds in force: ${JSON.stringify(joinThresholds)}`)
function share(a: number, b: number) {
  return b === 0 ? 'none' : (a / b).toFixed(4)
}

measure('UN and UK', references, ['un_sc_sanctions', 'gb_fcdo_sanctions'], (e) => e.schema !== 'Vessel')
measure('ships of OFAC and UK', ships, ['us_ofac_sdn', 'gb_fcdo_sanctions'], (e) => e.schema === 'Vessel')
const counts = new Map<string, number>()
for (const { claim, kind } of joins) {
  const lists = [claim.from.id, claim.to.id].map((id) => byId.get(id)!.datasets[0]).sort()
  const name = `${lists.join(' + ')} by ${kind}`
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
for (const [name, count] of [...counts].sort()) console.log(`  ${name}: ${count}`)

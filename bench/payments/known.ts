/** What the benchmarks screen against: OFAC, UN, UK and EU of the reference data, and the places of the packs. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type PaymentKnowledge, type PlaceKnowledge, paymentKnowledge } from '@cordon/payments'
import { cordon } from '@cordon/screening'
import { parse } from 'yaml'
import { type ListName, readLists } from '../screening/lists.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Places of the packs. */
export function packPlaces(): PlaceKnowledge[] {
  return ['packs/common/payments/places.yaml', 'packs/dprk/payments/places.yaml']
    .map((file) => `${root}/${file}`)
    .filter(existsSync)
    .map((file) => parse(readFileSync(file, 'utf8')) as PlaceKnowledge)
}

/** Everything, with how much CPU time in milliseconds each index cost. */
export async function benchKnowledge(
  names?: readonly ListName[],
): Promise<{ known: PaymentKnowledge; cost: Record<string, number>; entities: number }> {
  const entities = await readLists(names)
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const from = cpu()
  const index = cordon.buildIndex(entities)
  const built = cpu()
  const known = paymentKnowledge(
    { index, entity: (id) => byId.get(id), versions: {} },
    entities,
    packPlaces(),
  )
  return { known, cost: { index: built - from, texts: cpu() - built }, entities: entities.length }
}

/** CPU time of the process in milliseconds. */
export function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  claimLinks,
  entityLinks,
  findingLinks,
  type GraphLink,
  indicatorLinks,
  type LinkGraph,
  LinkGraphBuilder,
  type ThreatGraph,
  threatLinks,
} from '@cordon/knowledge'
import type { Ref } from '@cordon/model'
import type { KnownEntities } from '../known/known.ts'
import type { Store } from '../store/index.ts'
import type { KnownThreats } from '../threats/known-threats.ts'
import { packClaims } from './pack-claims.ts'
import { paymentLinks } from './payment-links.ts'
import { seaEventLinks, shipLinks } from './sea-links.ts'

const linksAtOnce = 2_000

/** The graph of everything: lists, claims, threat intelligence, the sea, findings. Other work goes on meanwhile. */
export async function buildGraph(
  store: Store,
  known: KnownEntities,
  threats: KnownThreats,
): Promise<LinkGraph> {
  const builder = new LinkGraphBuilder()
  const addAll = async (links: Iterable<GraphLink>) => {
    let added = 0
    for (const link of links) {
      builder.add(link)
      if (++added % linksAtOnce === 0) await nextTurn()
    }
  }
  const get = (id: string) => known.graph.get(id)
  await addAll(entityLinks(known.graph.entities(), get))
  await addAll(threatLinks(threats.graph))
  for await (const batch of store.threats.items(['indicator']))
    for (const item of batch) if (item.is === 'indicator') await addAll(indicatorLinks(item.indicator))
  const identities = await store.identities.all()
  await addAll(
    claimLinks([...packClaims(), ...identities.map(({ claim, reason }) => ({ ...claim, note: reason }))]),
  )
  const knownAs = resolver(known, threats.graph)
  for await (const batch of store.graph.rows()) {
    if (batch.are === 'findings') await addAll(findingLinks(batch.rows, knownAs))
    else if (batch.are === 'payments') for await (const link of paymentLinks(batch.rows)) builder.add(link)
    else if (batch.are === 'ships') await addAll(shipLinks(batch.rows))
    else await addAll(seaEventLinks(batch.rows))
    await nextTurn()
  }
  for (const entity of known.graph.entities())
    if (entity.target) builder.node({ kind: 'entity', id: entity.id, label: entity.caption }, 'designated')
  return builder.build()
}

/** What a finding's ref is known as now: a referent by the entity's id, a technique's or group's code by its STIX id. */
function resolver(known: KnownEntities, threats: ThreatGraph): (ref: Ref) => Ref {
  return (ref) => {
    if (ref.kind === 'entity') {
      const entity = known.graph.get(ref.id)
      return entity ? { ...ref, id: entity.id } : ref
    }
    if (ref.kind !== 'stix' || ref.id.includes('--')) return ref
    const [id] = threats.withCode(ref.id)
    return id === undefined ? ref : { ...ref, id, label: threats.get(id)?.name ?? ref.label }
  }
}

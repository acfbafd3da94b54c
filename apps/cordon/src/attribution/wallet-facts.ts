import type { ActorFact, Feature } from '@cordon/cyber'
import type { Claim, Entity } from '@cordon/model'
import type { ActorTable } from './actors.ts'

/**
 * What sanctions lists say of wallets: whose they are by the list, and which group that entry is by claims that join the two.
 * @param entities of the lists, all of them: there is no index by address
 * @param claims that join list entries with groups (`same-as`), and people with groups (`member-of`)
 */
export function walletFacts(
  entities: Iterable<Entity>,
  claims: readonly Claim[],
  { holdings }: ActorTable,
  seen: readonly Feature[],
): ActorFact[] {
  const wanted = new Map(
    seen.flatMap((feature) =>
      feature.kind === 'wallet' ? [[feature.id.replace(/^wallet:/, '').toLowerCase(), feature] as const] : [],
    ),
  )
  if (wanted.size === 0) return []
  const facts: ActorFact[] = []
  for (const { schema, properties, caption, datasets } of entities) {
    if (schema !== 'CryptoWallet') continue
    const feature = (properties.publicKey ?? []).flatMap((key) => wanted.get(key.toLowerCase()) ?? [])[0]
    if (!feature) continue
    for (const holder of properties.holder ?? [])
      for (const { actor, share, words } of groupsOf(holder, claims, holdings))
        for (const source of datasets)
          facts.push({
            actor,
            share,
            feature,
            reports: [],
            source,
            via: { kind: 'entity', id: holder, label: caption },
            ...(words && { words }),
          })
  }
  return facts
}

function groupsOf(holder: string, claims: readonly Claim[], holdings: ActorTable['holdings']) {
  const groups: { actor: string; share: number; words: string }[] = []
  const open = [holder]
  const done = new Set<string>()
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (done.has(at)) continue
    done.add(at)
    for (const { from, to, relation, source, confidence } of claims) {
      if (from.kind !== 'entity' || from.id !== at) continue
      if (relation === 'member-of' && to.kind === 'entity') open.push(to.id)
      if (relation !== 'same-as' || to.kind !== 'stix') continue
      const words = `${from.label} is ${to.label}, as ${source} says`
      for (const held of holdings.get(to.id) ?? [])
        groups.push({ actor: held.actor, share: held.share * (confidence ?? 1), words })
    }
  }
  return groups
}

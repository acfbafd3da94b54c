import type { Ref, RefKind } from '@cordon/model'
import type { JoinContext } from './rule.ts'

/** Kinds that name one thing in the world. A rule, a technique, an alias or "the network" names many. */
const single: ReadonlySet<RefKind> = new Set([
  'entity',
  'vessel',
  'payment',
  'host',
  'account',
  'wallet',
  'party',
  'indicator',
])

/** One thing under one key, whichever of its names a finding used. */
export interface Thing {
  readonly key: string
  readonly label: string
  readonly kind: RefKind
}

/**
 * The things that refs name, each once. A host goes by the name that the institution's profile gives it, whether a log
 * named it or one of its addresses; a ship that the profile knows by MMSI and IMO number goes by its IMO number.
 */
export function things(refs: readonly Ref[], context: JoinContext): Thing[] {
  const byKey = new Map<string, Thing>()
  for (const ref of refs) {
    if (!single.has(ref.kind)) continue
    const thing = thingOf(ref, context)
    if (!byKey.has(thing.key)) byKey.set(thing.key, thing)
  }
  return [...byKey.values()]
}

function thingOf({ kind, id, label }: Ref, { profile }: JoinContext): Thing {
  if (kind === 'host') {
    const known = hostNamed(id, { ...(profile && { profile }) })
    return { kind, key: `host:${known?.name.toLowerCase() ?? id.toLowerCase()}`, label: known?.name ?? label }
  }
  const mmsi = /^mmsi:(\d+)$/.exec(id)?.[1]
  const imo = mmsi && profile?.ships.find((ship) => ship.mmsi === Number(mmsi))?.imo
  if (imo) return { kind, key: `ship:imo:${imo}`, label }
  // A listed vessel is an entity of its list, whichever kind of ref points at it.
  const family = kind === 'vessel' ? 'entity' : kind
  return { kind, key: `${family}:${id}`, label }
}

/** The host of the profile that a name or an address means. */
export function hostNamed(id: string, { profile }: JoinContext) {
  const wanted = id.toLowerCase()
  return profile?.hosts.find(
    ({ name, addresses }) =>
      name.toLowerCase() === wanted ||
      name.toLowerCase().split('.')[0] === wanted ||
      name.toLowerCase() === wanted.split('.')[0] ||
      addresses.some((address) => address.toLowerCase() === wanted),
  )
}

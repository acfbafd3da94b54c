import { CordonError, severities } from '@cordon/model'
import { diffStored } from '../deltas/list-diff.ts'
import type { Store, StoreEvent } from '../store/index.ts'
import type { Happening } from './occurrence.ts'
import type { WarningRule } from './rule.ts'

/** What of the events is worth reading at all: the rules of which kinds there are, and the least severity of those on findings. */
export interface Wanted {
  readonly findings?: number
  readonly lists: boolean
  readonly bundles: boolean
}

/** What rules ask for, together. */
export function wantedBy(rules: readonly WarningRule[]): Wanted {
  const levels = rules.flatMap(({ when }) =>
    when.on === 'findings' ? [severities.indexOf(when.severity)] : [],
  )
  return {
    ...(levels.length > 0 && { findings: Math.min(...levels) }),
    lists: rules.some(({ when }) => when.on === 'lists'),
    bundles: rules.some(({ when }) => when.on === 'bundles'),
  }
}

/** Reads what an event was about, as it stands now. What a person has already held to be false is told to nobody. */
export async function happeningsOf(
  store: Store,
  { kind, at, body }: StoreEvent,
  wanted: Wanted,
): Promise<Happening[]> {
  if (kind === 'findings' && wanted.findings !== undefined) {
    const named = body.findings as readonly { id: string; severity: number; fresh: boolean }[]
    const grave = new Map(
      named.filter(({ severity }) => severity >= wanted.findings!).map((one) => [one.id, one]),
    )
    const found = await store.findings.getAll([...grave.keys()])
    return found
      .filter(({ verdict }) => verdict !== 'false')
      .map(({ finding }) => ({ kind: 'finding', at, finding, fresh: grave.get(finding.id)!.fresh }))
  }
  if (kind === 'list' && wanted.lists) {
    const happening = await listHappening(store, String(body.source), Number(body.seq), at)
    return happening ? [happening] : []
  }
  if (kind === 'knowledge' && wanted.bundles) {
    const collections = await store.threats.collections()
    const collection = collections.find(({ id, seq }) => id === body.collection && seq === body.seq)
    return collection ? [{ kind: 'bundle', at, collection }] : []
  }
  return []
}

/** A version of a list against the one before; none for the first, and for the starter. */
export async function listHappening(
  store: Store,
  source: string,
  seq: number,
  at: number,
): Promise<Happening | undefined> {
  const list = (await store.lists.status()).find(({ name }) => name === source)
  const version = (await store.lists.versions(source)).find((one) => one.seq === seq)
  if (!list || !version || list.starter) return undefined
  const told = { kind: 'list' as const, at, source, title: list.title, seq, version: version.version }
  try {
    const diff = await diffStored(store.lists, source, undefined, `#${seq}`)
    return { ...told, diff }
  } catch (error) {
    if (!(error instanceof CordonError)) throw error
    return error.code === 'CORDON_LIST_FIRST' ? undefined : told
  }
}

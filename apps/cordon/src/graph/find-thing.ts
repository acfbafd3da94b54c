import type { LinkGraph } from '@cordon/knowledge'
import { CordonError, nameKey, parseImo, parseMmsi, type Ref, type RefKind, refKinds } from '@cordon/model'
import type { KnownEntities } from '../known/known.ts'
import type { KnownThreats } from '../threats/known-threats.ts'

/** Where a text is looked up. */
export interface Lookup {
  readonly graph: LinkGraph
  readonly known: KnownEntities
  readonly threats: KnownThreats
}

/**
 * The node that a text means: `kind:id` (`entity:ofac-27307`, `vessel:imo:8628597`, `host:srv-1`), an id alone, an IMO number
 * or MMSI, a wallet, an indicator, ATT&CK's code (`G0032`), or a name that one thing alone has.
 * @throws CordonError CORDON_GRAPH_UNKNOWN where nothing is linked under it, CORDON_GRAPH_AMBIGUOUS with the choices
 */
export function findThing(text: string, lookup: Lookup): number {
  const clean = text.trim()
  const candidates = [...byKind(clean), ...byId(clean, lookup)]
  for (const ref of candidates) {
    const node = lookup.graph.find(ref)
    if (node !== undefined) return node
  }
  const named = byName(clean, lookup)
  if (named.length === 1) return named[0]!
  throw named.length > 1 ? ambiguous(clean, named, lookup.graph) : unknown(clean)
}

function byKind(text: string): Pick<Ref, 'kind' | 'id'>[] {
  const colon = text.indexOf(':')
  const kind = text.slice(0, colon) as RefKind
  return colon > 0 && refKinds.includes(kind) ? [{ kind, id: text.slice(colon + 1) }] : []
}

function byId(text: string, { known, threats }: Lookup): Pick<Ref, 'kind' | 'id'>[] {
  const entity = known.graph.get(text)
  const imo = parseImo(text)
  const mmsi = parseMmsi(text)
  return [
    ...(entity ? [{ kind: 'entity' as const, id: entity.id }] : []),
    ...threats.graph.withCode(text).map((id) => ({ kind: 'stix' as const, id })),
    ...(imo.ok ? [{ kind: 'vessel' as const, id: `imo:${String(imo.value).replace(/\D/g, '')}` }] : []),
    ...(mmsi.ok ? [{ kind: 'vessel' as const, id: `mmsi:${mmsi.value}` }] : []),
    ...refKinds.map((kind) => ({ kind, id: text })),
    ...['imo', 'mmsi'].map((scheme) => ({ kind: 'vessel' as const, id: `${scheme}:${text}` })),
    { kind: 'account' as const, id: `bic:${text.toUpperCase()}` },
  ]
}

function byName(text: string, { graph, threats }: Lookup): number[] {
  const key = nameKey(text)
  if (key === '') return []
  const found = new Set<number>()
  for (let node = 0; node < graph.size; node++)
    if (graph.kind(node) !== 'finding' && nameKey(graph.label(node)) === key) found.add(node)
  for (const { id } of threats.graph.find(text)) {
    const node = graph.find({ kind: 'stix', id })
    if (node !== undefined) found.add(node)
  }
  return [...found]
}

function unknown(text: string): CordonError {
  return new CordonError({
    code: 'CORDON_GRAPH_UNKNOWN',
    expected: 'a thing that something links to: kind:id, an id, an IMO number, a wallet, or a name',
    found: `"${text.slice(0, 200)}"`,
    where: 'the thing asked for',
    remedy: 'Search for it first: only what has links is in the graph.',
  })
}

function ambiguous(text: string, nodes: readonly number[], graph: LinkGraph): CordonError {
  const choices = nodes.slice(0, 8).map((node) => {
    const { kind, id } = graph.ref(node)
    return `${kind}:${id}`
  })
  return new CordonError({
    code: 'CORDON_GRAPH_AMBIGUOUS',
    expected: 'one thing',
    found: `${nodes.length} things named "${text.slice(0, 200)}"`,
    where: 'the thing asked for',
    remedy: `Name one of ${choices.join(', ')}${nodes.length > 8 ? ' ...' : ''}.`,
  })
}

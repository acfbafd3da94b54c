import { type Feature, type FeatureKind, featureKey } from '@cordon/cyber'
import { resolveTechnique, type ThreatGraph } from '@cordon/knowledge'
import { canonicalIndicator, countryCode, guessIndicator } from '@cordon/model'
import type { AttributionEvidence } from './evidence.ts'
import { sectorKey, usedFeature } from './facts.ts'
import { featureKindOf, indicatorFeatures } from './indicator-facts.ts'

/** One piece of evidence as it was written, and what it was taken for. */
export interface SeenEvidence {
  readonly written: string
  readonly field: string
  /** Empty where nothing is known by it: it stays on record and weighs nothing. */
  readonly features: readonly Feature[]
  /** `renamed` by ATT&CK's changes of version, `parent` technique, `alias` of a program, several things of one name. */
  readonly how: 'same' | 'renamed' | 'parent' | 'alias' | 'several' | 'unknown'
  /** Why it weighs nothing, or who says that it means what it was taken for. */
  readonly note?: string
}

/** What each piece of evidence means among what is known. What means nothing is kept and said so. */
export function resolveEvidence(graph: ThreatGraph, evidence: AttributionEvidence): SeenEvidence[] {
  return [
    ...evidence.techniques.map((one) => techniqueOf(graph, one)),
    ...evidence.software.map((one) => softwareOf(graph, one)),
    ...evidence.hashes.map((one) => indicatorOf(one, 'hashes', 'hash')),
    ...evidence.infrastructure.map((one) => indicatorOf(one, 'infrastructure', 'infrastructure')),
    ...evidence.wallets.map((one) => indicatorOf(one, 'wallets', 'wallet')),
    ...evidence.corridors.map(corridorOf),
    ...evidence.victims.countries.map(countryOf),
    ...evidence.victims.sectors.map((one) =>
      plainly(one, 'victims.sectors', { kind: 'victim-sector', id: sectorKey(one), label: one }),
    ),
    ...evidence.times.map(hourOf),
  ]
}

/** The features of all evidence, each once. */
export function featuresOf(seen: readonly SeenEvidence[]): Feature[] {
  return [...new Map(seen.flatMap(({ features }) => features).map((one) => [featureKey(one), one])).values()]
}

function techniqueOf(graph: ThreatGraph, written: string): SeenEvidence {
  const field = 'techniques'
  const resolved = resolveTechnique(written, (code) => graph.hasCode(code))
  const ids = resolved
    ? graph.withCode(resolved.code)
    : graph.find(written).flatMap(({ id }) => (graph.get(id)?.type === 'attack-pattern' ? [id] : []))
  const features = featuresById(graph, ids, 'technique')
  if (features.length === 0)
    return unknown(written, field, 'no collection that is loaded knows a technique of this id or name')
  return {
    written,
    field,
    features: features.slice(0, 1),
    how: resolved?.how ?? 'same',
    ...(resolved &&
      resolved.how !== 'same' && {
        note:
          resolved.how === 'renamed'
            ? `now ${resolved.code}, as ${resolved.source ?? 'the table of versions'} says`
            : `only the technique above it is known: ${resolved.code}`,
      }),
  }
}

function softwareOf(graph: ThreatGraph, written: string): SeenEvidence {
  const field = 'software'
  const matches = graph.find(written.trim()).filter(({ id }) => usedKinds.has(graph.get(id)?.type ?? ''))
  const all = [...new Set(matches.map(({ id }) => graph.current(id)))]
  // Catalogues of malware bear the same names and say nothing of groups: they would count as programs that nobody has.
  const linked = all.filter((id) =>
    graph
      .to(id)
      .some(({ relation, from }) => relation === 'uses' && userTypes.has(graph.get(from)?.type ?? '')),
  )
  const features = featuresById(graph, linked.length > 0 ? linked : all.slice(0, 1), 'software')
  if (features.length === 0)
    // Malware that nobody knows is an observation too: it speaks for someone else.
    return {
      ...unknown(written, field, 'no collection that is loaded knows a program of this id or name'),
      features: [{ kind: 'software', id: `written:${written.trim().toLowerCase()}`, label: written.trim() }],
    }
  const sources = [...new Set(matches.map(({ source }) => source))].join(', ')
  if (features.length > 1)
    return {
      written,
      field,
      features,
      how: 'several',
      note: `${features.length} programs bear this name; all are weighed (${sources})`,
    }
  const isAlias = matches.every(({ how }) => how === 'alias')
  return {
    written,
    field,
    features,
    how: isAlias ? 'alias' : 'same',
    ...(isAlias && { note: `so called by ${sources}` }),
  }
}

const usedKinds = new Set(['malware', 'tool'])
const userTypes = new Set(['intrusion-set', 'threat-actor', 'campaign'])

function featuresById(graph: ThreatGraph, ids: readonly string[], kind: FeatureKind): Feature[] {
  return ids.flatMap((id) => {
    const threat = graph.get(graph.current(id))
    const feature = threat && usedFeature(threat)
    return feature?.kind === kind ? [feature] : []
  })
}

function indicatorOf(written: string, field: string, kind: FeatureKind): SeenEvidence {
  const guess = guessIndicator(written)
  const wallet = kind === 'wallet' ? canonicalIndicator('wallet', written.trim()) : undefined
  const found = wallet ? { kind: 'wallet' as const, value: wallet } : guess
  const features =
    found && featureKindOf(found.kind) === kind ? indicatorFeatures(found.kind, found.value) : []
  return features.length > 0
    ? { written, field, features, how: 'same' }
    : unknown(written, field, `its form is not that of ${forms[kind] ?? 'any of these'}`)
}

const forms: Partial<Record<FeatureKind, string>> = {
  hash: 'an MD5, SHA-1, SHA-256 or SHA-512',
  infrastructure: 'a domain, an address, a URL or host:port',
  wallet: 'an address of a cryptocurrency',
}

function corridorOf(written: string): SeenEvidence {
  const [from, to] = written.split(/\s*(?:>|->|→|:)\s*/).map((one) => countryCode(one.trim())?.toUpperCase())
  return from && to
    ? plainly(written, 'corridors', { kind: 'corridor', id: `${from}>${to}`, label: `${from} > ${to}` })
    : unknown(written, 'corridors', 'it is not two countries: BD>PH')
}

function countryOf(written: string): SeenEvidence {
  const code = countryCode(written.trim())?.toUpperCase()
  return code
    ? plainly(written, 'victims.countries', { kind: 'victim-country', id: code, label: code })
    : unknown(written, 'victims.countries', 'it is no country: ISO 3166-1, two letters')
}

function hourOf(written: string): SeenEvidence {
  const hour = /^\d{1,2}$/.test(written.trim())
    ? Number(written)
    : new Date(Date.parse(written)).getUTCHours()
  return hour >= 0 && hour < 24
    ? plainly(written, 'times', {
        kind: 'hours',
        id: String(hour),
        label: `${String(hour).padStart(2, '0')}:00 UTC`,
      })
    : unknown(written, 'times', 'it is neither a time in ISO 8601 nor an hour from 0 to 23')
}

function plainly(written: string, field: string, feature: Feature): SeenEvidence {
  return { written, field, features: [feature], how: 'same' }
}

function unknown(written: string, field: string, note: string): SeenEvidence {
  return { written, field, features: [], how: 'unknown', note }
}

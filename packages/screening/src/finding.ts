import { type Entity, type Evidence, type Finding, findingId, type Ref, type Severity } from '@cordon/model'
import { identifierLabel, identifierProperties, walletProperties } from './identifiers.ts'
import type { PartyObservation, ScreeningKnowledge } from './observation.ts'
import type { Explanation, MatchResult } from './query.ts'

/** One rule, whatever speaks for it: a party that shows its passport later is still the same finding. */
const rule = 'screening.listed-party'

/** Raised when findings are judged by other rules than before. */
const ruleVersion = '1'

/** The finding that a party may be an entity, at revision 1. */
export function findingOf(
  party: PartyObservation,
  entity: Entity,
  result: MatchResult,
  known: ScreeningKnowledge,
): Finding {
  const subjects = [{ kind: 'party' as const, id: party.id, label: partyLabel(party) }]
  const matches = listingRefs(entity, known)
  const decisive = identifierIn(result)
  const anchor = JSON.stringify([party.id, ...matches.map((ref) => ref.id)])
  return {
    id: findingId({ watch: 'screening', rule, subjects, matches, anchor }),
    revision: 1,
    state: 'open',
    watch: 'screening',
    rule,
    ruleVersion,
    severity: severityOf(result, decisive !== undefined),
    score: result.score,
    subjects,
    matches,
    window: { start: party.time },
    evidence: Object.entries(result.explanations).map(([feature, e]) =>
      evidenceOf(feature, e, party, entity, known),
    ),
    knowledgeVersions: known.versions,
    marking: 'TLP:AMBER',
    statement: statementOf(party, entity, result, decisive, known),
  }
}

/** What was judged of a finding, without the list versions: a new version that changes nothing is no news. */
export function judgementOf({ severity, score, evidence }: Finding): string {
  return JSON.stringify([severity, score, evidence.map(({ version, ...rest }) => rest)])
}

/** Its name; without one, an identifier with what it is. */
function partyLabel({ id, query }: PartyObservation): string {
  const { name, lastName, firstName } = query.properties
  const named = name?.[0] ?? [firstName?.[0], lastName?.[0]].filter(Boolean).join(' ')
  if (named) return named
  const identified = Object.entries(query.properties).find(
    ([property, values]) =>
      (identifierProperties.has(property) || walletProperties.has(property)) && values[0],
  )
  return identified ? `${identifierLabel(identified[0])} ${identified[1][0]}` : `party ${id}`
}

/** The identifier that both sides hold, if any: property and explanation. */
function identifierIn(result: MatchResult): [string, Explanation] | undefined {
  return Object.entries(result.explanations)
    .filter(([p, e]) => (identifierProperties.has(p) || walletProperties.has(p)) && e.score > 0.5)
    .sort((a, b) => b[1].score - a[1].score)[0]
}

/** Shared identifiers are critical; a name is high with other evidence beside it, low with evidence against it. */
function severityOf(result: MatchResult, identified: boolean): Severity {
  if (identified) return 'critical'
  const others = Object.entries(result.explanations).filter(([feature]) => feature !== 'name')
  if (others.some(([, e]) => e.score < 0)) return 'low'
  return others.some(([, e]) => e.score >= 0.35) && result.score >= 0.85 ? 'high' : 'medium'
}

function evidenceOf(
  feature: string,
  explanation: Explanation,
  party: PartyObservation,
  entity: Entity,
  known: ScreeningKnowledge,
): Evidence {
  const [source] = entity.datasets
  const version = source === undefined ? undefined : known.versions[source]
  return {
    feature,
    query: explanation.query ?? '',
    candidate: explanation.candidate ?? '',
    contribution: explanation.score,
    detail: explanation.detail,
    // With several sources it isn't known here which of them says this value.
    ...(entity.datasets.length === 1
      ? { source: source!, ...(version === undefined ? {} : { version }) }
      : {}),
    ...(party.position === undefined ? {} : { path: party.position }),
  }
}

function statementOf(
  party: PartyObservation,
  entity: Entity,
  result: MatchResult,
  decisive: [string, Explanation] | undefined,
  known: ScreeningKnowledge,
): string {
  const lists = entity.datasets
    .map((name) => {
      const version = known.versions[name]
      return `${known.titles?.[name] ?? name}${version ? ` of ${version.slice(0, 10)}` : ''}`
    })
    .join(' and ')
  const others = Object.entries(result.explanations).filter(([feature]) => feature !== 'name')
  const name = result.explanations.name
  const why = decisive
    ? `the ${identifierLabel(decisive[0])} ${decisive[1].candidate} is the same`
    : [name && `the names are ${Math.round(100 * name.score)} % alike`, ...others.map(([, e]) => e.detail)]
        .filter(Boolean)
        .join('; ')
  return `${partyLabel(party)} may be ${entity.caption} (${entity.id}) on ${lists}: ${why}.`
}

/**
 * The ids under which sources list an entity. OpenSanctions' ids of merged entities (`NK-...`, Wikidata's `Q...`) are
 * left out where the sources' own are known.
 */
export function listingIds(entity: Entity): readonly string[] {
  const own = [entity.id, ...entity.referents].filter((id) => !/^(NK-|Q\d+$)/.test(id))
  return own.length > 0 ? [...new Set(own)].sort() : [entity.id]
}

/** The refs of the listings that a finding matches. */
function listingRefs(entity: Entity, known: ScreeningKnowledge): Ref[] {
  return (known.listings?.(entity) ?? listingIds(entity)).map((id) => ({
    kind: 'entity',
    id,
    label: entity.caption,
  }))
}

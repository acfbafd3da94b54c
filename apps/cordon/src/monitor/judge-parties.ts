import type { Evidence, Finding } from '@cordon/model'
import { ScreeningWatch } from '@cordon/screening'
import type { Known } from '../known/known.ts'
import { screeningKnowledge } from '../known/screening-knowledge.ts'
import type { Store, StoredFinding, WatchedMatch, WatchedParty } from '../store/index.ts'
import { type MaterialState, materialChanges, materialOfEntity, materialOfParty } from './material.ts'
import { withNews } from './news.ts'

/** What was found of some parties, not yet stored. */
export interface Judged {
  readonly findings: readonly Finding[]
  readonly matches: readonly WatchedMatch[]
  /** Findings whose decision no longer covers them, with why: they wait for a decision again. */
  readonly reopened: readonly { readonly findingId: string; readonly reason: string }[]
  /** Pairs that match still and stay silent, because somebody decided so and nothing material changed. */
  readonly silent: number
  /** Findings that closed: they match no longer. */
  readonly closed: number
}

/**
 * Screens parties against everything that is known. A pair that was decided to be two stays silent until one of the
 * two changes materially; then its finding says what changed, and that it had been decided.
 */
export async function judgeParties(
  store: Store,
  known: Known,
  parties: readonly WatchedParty[],
): Promise<Judged> {
  const before = await store.watched.matchesOfParties(parties.map(({ id }) => id))
  const stored = new Map<string, StoredFinding>()
  for (const found of await store.findings.getAll(before.map(({ findingId }) => findingId)))
    stored.set(found.finding.id, found)
  const work = new Judging(known, parties, before, stored)
  const said = before.flatMap(({ partyId, findingId }) => {
    const found = stored.get(findingId)
    return found ? [{ partyId, finding: plainFinding(found.finding) }] : []
  })
  const watch = new ScreeningWatch({ remember: parties.length + 1 })
  watch.start(screeningKnowledge(known), { parties: [], said })
  const observations = parties.map(({ id, schema, properties, position, seenAt }) => ({
    id,
    query: { id, schema, properties },
    time: seenAt,
    ...(position && { position }),
  }))
  for (const finding of watch.observe(observations)) work.take(finding)
  work.rest()
  return work
}

/** One judging of some parties, pair by pair. */
class Judging implements Judged {
  readonly findings: Finding[] = []
  readonly matches: WatchedMatch[] = []
  readonly reopened: { findingId: string; reason: string }[] = []
  silent = 0
  closed = 0
  private readonly known: Known
  private readonly parties: ReadonlyMap<string, WatchedParty>
  private readonly before: ReadonlyMap<string, WatchedMatch>
  private readonly stored: ReadonlyMap<string, StoredFinding>
  private readonly told = new Set<string>()

  constructor(
    known: Known,
    parties: readonly WatchedParty[],
    before: readonly WatchedMatch[],
    stored: ReadonlyMap<string, StoredFinding>,
  ) {
    this.known = known
    this.parties = new Map(parties.map((party) => [party.id, party]))
    this.before = new Map(before.map((match) => [match.findingId, match]))
    this.stored = stored
  }

  /** What the watch says of a pair: new, judged otherwise, or no longer a match. */
  take(finding: Finding): void {
    this.told.add(finding.id)
    const match = this.before.get(finding.id)
    if (finding.state === 'closed') {
      this.findings.push(finding)
      this.closed++
      if (match) this.matches.push({ ...match, open: false })
    } else if (match && this.stored.has(finding.id)) this.say(finding, match, true)
    else {
      const now = this.matchOf(finding)
      this.findings.push(finding)
      if (now) this.matches.push(now)
    }
  }

  /** Pairs of which the watch had nothing to say: they match as before, but one side may say something else of itself. */
  rest(): void {
    for (const match of this.before.values()) {
      const found = this.stored.get(match.findingId)
      if (!match.open || this.told.has(match.findingId) || found?.finding.state !== 'open') continue
      this.say(plainFinding(found.finding), match, false)
    }
  }

  private say(finding: Finding, match: WatchedMatch, isJudgedOtherwise: boolean): void {
    const now = this.matchOf(finding)
    if (!now) return
    const found = this.stored.get(finding.id)!
    const news = {
      party: materialChanges(match.partyState as MaterialState, now.partyState as MaterialState),
      entity: materialChanges(match.entityState as MaterialState, now.entityState as MaterialState),
    }
    const isSame = news.party.length === 0 && news.entity.length === 0
    const isDecided = found.verdict === 'false'
    if (isSame && isDecided) this.silent++
    if (isSame && (isDecided || !isJudgedOtherwise)) return
    const next = isJudgedOtherwise
      ? finding
      : { ...finding, revision: found.finding.revision + 1, knowledgeVersions: this.known.versions }
    this.findings.push(withNews(next, news, isDecided ? found.decision : undefined))
    this.matches.push(now)
    if (!isDecided) return
    const words = [...news.entity, ...news.party].map((change) => change.words)
    this.reopened.push({ findingId: finding.id, reason: `changed since it was decided: ${words.join(', ')}` })
  }

  private matchOf(finding: Finding): WatchedMatch | undefined {
    const party = this.parties.get(finding.subjects[0]!.id)
    const entity = finding.matches.map(({ id }) => this.known.graph.get(id)).find((one) => one !== undefined)
    if (!party || !entity) return undefined
    return {
      findingId: finding.id,
      partyId: party.id,
      entityId: entity.id,
      open: true,
      partyState: materialOfParty(party),
      entityState: materialOfEntity(entity, this.known.graph),
    }
  }
}

const newsBegin = / (?:New since the last time,|Decided before:) .*$/s

/** As the watch said it, without the news of the last time: else the watch would take their going for a change. */
function plainFinding(finding: Finding): Finding {
  return {
    ...finding,
    statement: finding.statement.replace(newsBegin, ''),
    evidence: finding.evidence.filter(({ feature }) => feature !== 'news').map(inOrder),
  }
}

/** The store keeps fields in alphabetical order; the watch compares what it says as text. */
function inOrder({ feature, query, candidate, contribution, detail, ...rest }: Evidence): Evidence {
  const { source, version, path } = rest
  return {
    feature,
    query,
    candidate,
    contribution,
    detail,
    ...(source !== undefined && { source }),
    ...(version !== undefined && { version }),
    ...(path !== undefined && { path }),
  }
}

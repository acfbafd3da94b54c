import type { Finding, Watch } from '@cordon/model'
import { findingOf, judgementOf } from './finding.ts'
import type { PartyObservation, ScreeningKnowledge } from './observation.ts'

/** What the watch keeps: the parties it has seen, and which findings are open on each. */
export interface ScreeningState {
  readonly parties: readonly PartyObservation[]
  /** What was last said of each finding. */
  readonly said: readonly Said[]
}

/** The last word on one finding. */
export interface Said {
  readonly partyId: string
  readonly finding: Finding
}

/** How much a watch may remember. */
export interface ScreeningWatchOptions {
  /** Parties that are screened again when a list changes; the longest unseen are forgotten first. Default 100,000. */
  readonly remember?: number
}

/**
 * Screens parties as they come, and the remembered ones again when the lists change. A party and an entity make one
 * finding: seen again it is the same; judged otherwise it gets a new revision; no longer matching it is closed.
 */
export class ScreeningWatch implements Watch<PartyObservation, ScreeningKnowledge, ScreeningState> {
  readonly name = 'screening'
  private known: ScreeningKnowledge | undefined
  private readonly parties = new Map<string, PartyObservation>()
  private readonly said = new Map<string, Said>()
  private readonly openOf = new Map<string, Set<string>>()
  private readonly remember: number

  constructor(options: ScreeningWatchOptions = {}) {
    this.remember = options.remember ?? 100_000
  }

  partitionKey(observation: PartyObservation): string {
    return observation.id
  }

  start(known: ScreeningKnowledge, saved?: ScreeningState): void {
    this.known = known
    this.parties.clear()
    this.said.clear()
    this.openOf.clear()
    for (const party of saved?.parties ?? []) this.parties.set(party.id, party)
    for (const said of saved?.said ?? []) this.note(said)
  }

  *learn(known: ScreeningKnowledge): Iterable<Finding> {
    this.known = known
    for (const party of this.parties.values()) yield* this.judge(party)
  }

  *observe(batch: readonly PartyObservation[]): Iterable<Finding> {
    for (const party of batch) {
      this.parties.delete(party.id)
      this.parties.set(party.id, party)
      yield* this.judge(party)
      this.forget()
    }
  }

  advance(): Iterable<Finding> {
    return []
  }

  snapshot(): ScreeningState {
    return { parties: [...this.parties.values()], said: [...this.said.values()] }
  }

  private *judge(party: PartyObservation): Iterable<Finding> {
    const known = this.known
    if (!known) return
    const before = new Set(this.openOf.get(party.id))
    for (const result of known.index.match(party.query, known.options)) {
      const entity = known.entity(result.entityId)
      if (!result.match || !entity) continue
      const finding = findingOf(party, entity, result, known)
      before.delete(finding.id)
      yield* this.say(party.id, finding)
    }
    for (const id of before) yield* this.close(party.id, id)
  }

  private *say(partyId: string, finding: Finding): Iterable<Finding> {
    const last = this.said.get(finding.id)?.finding
    if (last?.state === 'open' && judgementOf(last) === judgementOf(finding)) return
    const said = { ...finding, revision: (last?.revision ?? 0) + 1 }
    this.note({ partyId, finding: said })
    yield said
  }

  private *close(partyId: string, id: string): Iterable<Finding> {
    const last = this.said.get(id)?.finding
    if (last?.state !== 'open') return
    const finding: Finding = {
      ...last,
      revision: last.revision + 1,
      state: 'closed',
      knowledgeVersions: this.known?.versions ?? {},
      statement: `No longer: ${last.statement}`,
    }
    this.note({ partyId, finding })
    yield finding
  }

  private note(said: Said): void {
    const { id, state } = said.finding
    this.said.set(id, said)
    const open = this.openOf.get(said.partyId) ?? new Set()
    if (state === 'open') open.add(id)
    else open.delete(id)
    this.openOf.set(said.partyId, open)
  }

  private forget(): void {
    while (this.parties.size > this.remember) {
      const [oldest] = this.parties.keys()
      this.parties.delete(oldest!)
      this.openOf.delete(oldest!)
      for (const [id, said] of this.said) if (said.partyId === oldest) this.said.delete(id)
    }
  }
}

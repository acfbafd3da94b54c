import type { Entity } from '@cordon/model'

/** An entry that may be the same thing, as the engine found it. */
export interface JoinCandidate {
  readonly id: string
  /** How alike the two names that agree best are, whichever they are, 0..1. */
  readonly names: number
}

/** What joining needs of whoever can compare names and numbers. */
export interface JoinEngine {
  /** Entries of other lists that may be the same thing. */
  candidates(entity: Entity): Iterable<JoinCandidate>
  /** How alike two sets of names are, 0..1, nothing else considered. */
  names(a: Entity, aNames: readonly string[], b: Entity, bNames: readonly string[]): number
  /** Equal keys are one name: case, spacing, marks and script conventions don't count. */
  nameKey(name: string): string
  /** What is known beside names. */
  context(a: Entity, b: Entity): JoinContext
}

/** What two entries say beside names: -1 (contradict) to 1 (agree); absent where one side says nothing. */
export interface JoinContext {
  readonly birthDate?: number
  readonly country?: number
  readonly gender?: number
  /** Numbers that both hold, each with its property. */
  readonly identifiers: readonly { readonly property: string; readonly value: string }[]
  /** Properties under which both have a number that only one thing can have, and none in common. */
  readonly contradicted: readonly string[]
}

/** Everything that speaks for or against two entries being one thing. */
export interface JoinEvidence extends JoinContext {
  /** How alike the primary names are, 0..1. */
  readonly primary: number
  /** How alike any two names of theirs are, 0..1. */
  readonly across: number
  /** Names, aliases among them, that both bear. */
  readonly shared: readonly string[]
}

const allNames = ['name', 'alias', 'previousName']

/** Names of an entry under some properties, each once. */
export function namesOf({ properties }: Entity, under: readonly string[] = allNames): string[] {
  return [...new Set(under.flatMap((property) => properties[property] ?? []))]
}

/** Gathers what speaks for and against. Weak aliases are left out of what is shared: too many bear them. */
export function evidenceFor(a: Entity, b: Entity, across: number, engine: JoinEngine): JoinEvidence {
  const keys = new Set(namesOf(b).map((name) => engine.nameKey(name)))
  const shared = new Map<string, string>()
  for (const name of namesOf(a)) {
    const key = engine.nameKey(name)
    if (key !== '' && keys.has(key) && !shared.has(key)) shared.set(key, name)
  }
  const primary = engine.names(a, namesOf(a, ['name']), b, namesOf(b, ['name']))
  return { primary, across, shared: [...shared.values()], ...engine.context(a, b) }
}

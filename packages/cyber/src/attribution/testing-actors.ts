import { ActorKnowledge } from './actor-knowledge.ts'
import type { Actor, ActorFact, Feature, FeatureKind, SponsorClaim } from './features.ts'

/** A feature of a kind and an id. */
export function seen(kind: FeatureKind, id: string, isPublic = false): Feature {
  return { kind, id, label: id, ...(isPublic && { isPublic }) }
}

/** A group of a name, for tests. */
export function actor(id: string, sponsors: readonly SponsorClaim[] = []): Actor {
  return { id, name: id, sources: ['test'], names: [], sponsors }
}

/** A fact of one report, for tests. */
export function fact(of: string, feature: Feature, report: string, more: Partial<ActorFact> = {}): ActorFact {
  return { actor: of, feature, reports: [report], source: 'test', share: 1, ...more }
}

/** Techniques of which each group of `testingKnowledge` has some. */
export const techniques = Array.from({ length: 12 }, (_, i) => seen('technique', `T${i}`))

/**
 * Twenty groups. `big` has thirty reports, the others three; each has a malware of its own (`own-<name>`); three share `shared-rat`;
 * half of them use the public tool `tool`.
 */
export function testingKnowledge(more: readonly ActorFact[] = [], sponsors: readonly SponsorClaim[] = []) {
  const names = ['big', ...Array.from({ length: 19 }, (_, i) => `g${String(i + 1).padStart(2, '0')}`)]
  const facts = names.flatMap((name, at) => {
    const reports = Array.from({ length: name === 'big' ? 30 : 3 }, (_, i) => `${name}-report-${i}`)
    const made = reports.flatMap((report, i) => [
      fact(name, techniques[(at + i) % techniques.length]!, report),
      fact(name, techniques[(at + 2 * i + 1) % techniques.length]!, report),
    ])
    made.push(
      fact(name, seen('software', `own-${name}`), reports[0]!),
      fact(name, seen('software', `own-${name}`), reports[1]!),
    )
    if (at % 2 === 0) made.push(fact(name, seen('software', 'tool', true), reports[1]!))
    if (at < 3) made.push(fact(name, seen('software', 'shared-rat'), reports[2]!))
    return made
  })
  return new ActorKnowledge(
    names.map((name) => actor(name, name === 'g01' ? sponsors : [])),
    [...facts, ...more],
  )
}

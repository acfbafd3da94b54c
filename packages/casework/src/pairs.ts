import type { Finding } from '@cordon/model'

/** A subject and what it met. */
export interface Pair {
  readonly subject: string
  readonly match: string
}

/** The pairs of a finding: every subject with every match, by kind and id. A finding that met nothing has none. */
export function pairsOf({ subjects, matches }: Pick<Finding, 'subjects' | 'matches'>): Pair[] {
  return subjects.flatMap((subject) =>
    matches.map((match) => ({
      subject: `${subject.kind}:${subject.id}`,
      match: `${match.kind}:${match.id}`,
    })),
  )
}

/** A pair as one text, for keys. */
export function pairKey({ subject, match }: Pair): string {
  return JSON.stringify([subject, match])
}

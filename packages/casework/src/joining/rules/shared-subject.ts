import { gapBetween, type JoinRule, memberOf } from '../rule.ts'
import { things } from '../things.ts'

const dayMs = 86_400_000
/** Findings about one subject belong together as long as no more days than these lie between them. */
export const subjectDays = 90

/** Findings about one party, ship, host, account or payment. A subject is its own anchor: it never becomes a hub. */
export const sharedSubject: JoinRule = {
  name: 'shared-subject',
  says: `Findings about one subject, with at most ${subjectDays} days between them.`,
  hub: Number.POSITIVE_INFINITY,
  keep: 4,
  hooks: (finding, context) =>
    things(finding.subjects, context).map(({ key, label }) => ({ key, label, member: memberOf(finding) })),
  agree: (one, other) => gapBetween(one, other) <= subjectDays * dayMs,
  words: (label) => `Both are about ${label}.`,
}

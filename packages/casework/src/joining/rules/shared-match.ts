import type { Finding } from '@cordon/model'
import { gapBetween, type JoinRule, memberOf } from '../rule.ts'
import { things } from '../things.ts'

const dayMs = 86_400_000
/** Findings that met one listed thing belong together as long as no more days than these lie between them. */
export const matchDays = 30
/** An entry that more different subjects than these have met is a hub and joins nothing more. */
export const matchHub = 12

/** What is met by its own number is that thing; what is met by its name may be another of the same name. */
const exact = new Set(['wallet', 'vessel', 'indicator', 'account'])

/**
 * Findings that met the same listed thing, each with strong evidence: high or critical, or matched by number. Two customers
 * who share no more than a common name with an entry stay two cases.
 */
export const sharedMatch: JoinRule = {
  name: 'shared-match',
  says: `Strong findings that met the same listed thing, with at most ${matchDays} days between them; a thing that more than ${matchHub} different subjects have met joins nothing more.`,
  hub: matchHub,
  keep: 8,
  hooks: (finding, context) =>
    things(finding.matches, context)
      .filter(({ kind }) => exact.has(kind) || isStrong(finding))
      .map(({ key, label }) => ({ key, label, member: memberOf(finding) })),
  agree: (one, other) => gapBetween(one, other) <= matchDays * dayMs,
  words: (label) => `Both met ${label}.`,
}

const isStrong = ({ severity }: Finding) => severity === 'high' || severity === 'critical'

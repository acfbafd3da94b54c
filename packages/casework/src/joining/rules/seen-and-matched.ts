import { gapBetween, type JoinRule, memberOf } from '../rule.ts'
import { things } from '../things.ts'
import { matchDays, matchHub } from './shared-match.ts'

const dayMs = 86_400_000

/** What one finding is about is what another one met: the ship that was seen at sea is named in a payment. */
export const seenAndMatched: JoinRule = {
  name: 'seen-and-matched',
  says: `What one finding is about, another one met, with at most ${matchDays} days between them; hubs as for shared matches.`,
  hub: matchHub,
  keep: 8,
  hooks: (finding, context) => [
    ...things(finding.subjects, context)
      .filter(({ kind }) => kind !== 'payment' && kind !== 'party')
      .map(({ key, label }) => ({ key, label, member: memberOf(finding, 'subject') })),
    ...things(finding.matches, context).map(({ key, label }) => ({
      key,
      label,
      member: memberOf(finding, 'match'),
    })),
  ],
  agree: (one, other) => one.role !== other.role && gapBetween(one, other) <= matchDays * dayMs,
  words: (label, one) =>
    one.role === 'subject'
      ? `It is about ${label}, which another finding met.`
      : `It met ${label}, which another finding is about.`,
}

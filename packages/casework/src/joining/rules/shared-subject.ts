import type { Finding } from '@cordon/model'
import { gapBetween, type JoinContext, type JoinRule, memberOf } from '../rule.ts'
import { type Thing, things } from '../things.ts'

const hourMs = 3_600_000
/** Findings about one subject belong together as long as no more days than these lie between them. */
export const subjectDays = 90
/** Of the institution's own account, which every payment touches, no more hours than these. */
export const ownHours = 72

/** Findings about one party, ship, host, account or payment. A subject is its own anchor: it never becomes a hub. */
export const sharedSubject: JoinRule = {
  name: 'shared-subject',
  says: `Findings about one subject, with at most ${subjectDays} days between them; about an account that payments go out of, at most ${ownHours} hours.`,
  hub: Number.POSITIVE_INFINITY,
  keep: 4,
  hooks: (finding, context) =>
    things(finding.subjects, context).map((thing) => ({
      key: thing.key,
      label: thing.label,
      member: memberOf(finding, isOwn(thing, finding, context) ? 'own' : undefined),
    })),
  agree: (one, other) =>
    gapBetween(one, other) <=
    (one.role === 'own' || other.role === 'own' ? ownHours : 24 * subjectDays) * hourMs,
  words: (label) => `Both are about ${label}.`,
}

/** An account that findings on payments are about is the one that pays; one's own BIC sends all of them. */
function isOwn({ kind, key }: Thing, { watch }: Finding, { profile }: JoinContext): boolean {
  if (watch !== 'payments') return false
  if (kind === 'account') return true
  return profile?.institution.bics.some((bic) => key.startsWith(`${kind}:${bic.slice(0, 8)}`)) ?? false
}

import { gapBetween, type JoinRule, memberOf } from '../rule.ts'

const dayMs = 86_400_000
/** Findings with one number in them belong together as long as no more days than these lie between them. */
export const identifierDays = 90

/** Features whose value is one thing's own number. */
const numbers: ReadonlySet<string> = new Set([
  'imoNumber',
  'passportNumber',
  'idNumber',
  'taxNumber',
  'registrationNumber',
  'innCode',
  'ogrnCode',
  'leiCode',
  'publicKey',
  'walletAddress',
  'iban',
  'accountNumber',
])

/** Findings whose observations state the same passport, wallet, IMO number, account: whoever shows it. */
export const sharedIdentifier: JoinRule = {
  name: 'shared-identifier',
  says: `Findings whose observations state the same number (passport, wallet, IMO number, account), with at most ${identifierDays} days between them; a number that more than 12 different subjects state joins nothing more.`,
  hub: 12,
  keep: 4,
  hooks: (finding) => {
    const byKey = new Map<string, string>()
    for (const { feature, query, contribution } of finding.evidence) {
      const value = query.replace(/[\s.\-/]/g, '').toUpperCase()
      if (numbers.has(feature) && contribution > 0 && value.length >= 6)
        byKey.set(`${feature}:${value}`, query)
    }
    return [...byKey].map(([key, label]) => ({ key, label, member: memberOf(finding) }))
  },
  agree: (one, other) => gapBetween(one, other) <= identifierDays * dayMs,
  words: (label) => `Both state the number ${label}.`,
}

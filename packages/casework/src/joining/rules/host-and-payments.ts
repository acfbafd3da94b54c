import type { Finding, Profile } from '@cordon/model'
import { gapBetween, type Hook, type JoinContext, type JoinRule, memberOf } from '../rule.ts'
import { hostNamed } from '../things.ts'

/** Hours within which trouble on a payment host and a payment finding are one case. */
export const paymentHours = 72
const hourMs = 3_600_000
const bucketMs = paymentHours * hourMs

/** Roles of the profile's hosts through which payments pass. */
const paymentRole = /payment|swift|alliance|message.?gateway|rtgs/i

/**
 * Something on a host through which the institution pays, and something about a payment out of it, near in time. It needs
 * the institution's profile: which hosts those are, and which BICs, accounts and operators are its own.
 */
export const hostAndPayments: JoinRule = {
  name: 'host-and-payments',
  says: `A finding on a host that the profile names as one for payments, and one about a payment of the institution's own BIC, account or operator, within ${paymentHours} hours.`,
  hub: 60,
  keep: 16,
  hooks: (finding, context) => {
    const { profile } = context
    if (!profile) return []
    const host = finding.watch === 'cyber' ? paymentHost(finding, context) : undefined
    if (host) return hooksIn(finding, 'host', host)
    const own = finding.watch === 'payments' ? ownSide(finding, profile) : undefined
    return own === undefined ? [] : hooksIn(finding, 'payment', own)
  },
  agree: (one, other) => one.role !== other.role && gapBetween(one, other) <= paymentHours * hourMs,
  words: (label, one, other) =>
    one.role === 'host'
      ? `It is on ${label}, a host for payments, ${hours(one, other)} h from a finding about a payment of the institution.`
      : `It is about a payment of ${label}, ${hours(one, other)} h from a finding on a host for payments.`,
}

const hours = (one: Parameters<typeof gapBetween>[0], other: Parameters<typeof gapBetween>[1]) =>
  Math.round(gapBetween(one, other) / hourMs)

function hooksIn(finding: Finding, role: string, label: string): Hook[] {
  const member = memberOf(finding, role)
  const [first, last] = [Math.floor(member.start / bucketMs), Math.floor(member.end / bucketMs)]
  const near = [first - 1, first, last, last + 1].map(String)
  return [...new Set([first, last])].map((bucket, at) => ({
    key: String(bucket),
    label,
    member,
    probes: at === 0 ? [...new Set(near)] : [],
  }))
}

function paymentHost({ subjects }: Finding, context: JoinContext): string | undefined {
  for (const { kind, id } of subjects) {
    const host = kind === 'host' ? hostNamed(id, context) : undefined
    if (host?.roles.some((role) => paymentRole.test(role))) return host.name
  }
  return undefined
}

/** The own BIC, account or operator that a finding names as subject, match or in its evidence. */
function ownSide(finding: Finding, { institution, accounts, operators }: Profile): string | undefined {
  const plain = (text: string) => text.replace(/\s/g, '').toUpperCase()
  const said = new Set(
    [
      // A message's id holds its sender: `103|BANKBEBB|REF`.
      ...[...finding.subjects, ...finding.matches].flatMap(({ id }) => [id, ...id.split('|')]),
      ...finding.evidence.flatMap(({ query, candidate }) => [query, candidate]),
    ].map(plain),
  )
  const bic = institution.bics.find((one) =>
    [...said].some(
      (value) => /^[A-Z0-9]{8}([A-Z0-9]{3})?$/.test(value) && value.startsWith(plain(one).slice(0, 8)),
    ),
  )
  return (
    bic ??
    accounts.find(({ id }) => said.has(plain(id)))?.id ??
    operators.find(({ id }) => said.has(plain(id)))?.id
  )
}

import { severities, tlpMarkings, watchNames } from '@cordon/model'
import { z } from 'zod'
import { moveKinds } from '../deltas/filter-diff.ts'
import { isZone } from './local-time.ts'

const words = z.array(z.string().trim().min(1).max(200)).max(100).default([])
const severity = z.enum(severities)
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time such as 08:00')

const onFindings = z.strictObject({
  on: z.literal('findings'),
  watches: z.array(z.enum(watchNames)).max(4).default([]).describe('Doors; none named: all'),
  rules: words.describe('Rules of the doors by name; none named: all'),
  severity: severity.default('high').describe('At least as severe'),
  sources: words.describe('Lists or collections of which one must be among the evidence'),
  text: z.string().max(200).default('').describe('Words that subjects, matches or the statement must hold'),
  rises: z.boolean().default(true).describe('Tell again of a finding that became more severe'),
})
const onLists = z.strictObject({
  on: z.literal('lists'),
  sources: words.describe('Lists; none named: all'),
  kinds: z
    .array(z.enum(moveKinds))
    .max(3)
    .default([])
    .describe('How entries changed; none named: in any way'),
  text: z
    .string()
    .max(200)
    .default('')
    .describe('Words that an entry, its programme or its change must hold'),
  material: z.boolean().default(true).describe('Only what changes who an entry is or why it is listed'),
  as: severity.default('medium').describe('As how severe it is told'),
})
const onBundles = z.strictObject({
  on: z.literal('bundles'),
  collections: words.describe('Collections or their sources; none named: all'),
  as: severity.default('medium'),
})

/** Whom a warning goes to: a webhook's address, an e-mail address, or the feed of an account. */
export const targetSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('webhook'),
    address: z.url({ protocol: /^https?$/ }).max(2_000),
    allowPrivate: z.boolean().default(false).describe('It lies in your own network'),
  }),
  z.strictObject({ kind: z.literal('email'), address: z.email().max(320) }),
  z.strictObject({ kind: z.literal('feed'), address: z.string().min(1).max(64).describe('An account') }),
])
/** One of whom a warning goes to. */
export type WarningTarget = z.infer<typeof targetSchema>

/** A rule as it is written and kept: what, to whom, when. */
export const warningRuleSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  enabled: z.boolean().default(true),
  when: z.discriminatedUnion('on', [onFindings, onLists, onBundles]),
  to: z.array(targetSchema).min(1).max(20),
  digest: z
    .discriminatedUnion('every', [
      z.strictObject({ every: z.literal('hour') }),
      z.strictObject({ every: z.literal('day'), at: clock.default('08:00') }),
    ])
    .optional()
    .describe('Gathered; left out: each at once'),
  quiet: z.strictObject({ from: clock, to: clock }).optional().describe('Hours in which nothing is sent'),
  zone: z
    .string()
    .max(60)
    .refine(isZone, 'a time zone of the IANA database such as Asia/Seoul')
    .default('UTC')
    .describe('Of the digest and the quiet hours'),
  criticalAtOnce: z
    .boolean()
    .default(true)
    .describe('What is critical waits for neither digest nor quiet hours'),
  upTo: z
    .enum(tlpMarkings)
    .default('TLP:AMBER+STRICT')
    .describe('Of what is marked higher only that there is something is told'),
})
/** A rule as it is kept. */
export type WarningRule = z.infer<typeof warningRuleSchema>
/** A rule as it is written: what is left out takes its usual value. */
export type WarningRuleInput = z.input<typeof warningRuleSchema>

/** The name under which a recipient is told each thing once. */
export function recipientOf({ kind, address }: Pick<WarningTarget, 'kind' | 'address'>): string {
  return `${kind}:${kind === 'email' ? address.toLowerCase() : address}`
}

import { isoSeconds, severities } from '@cordon/model'
import { z } from 'zod'
import { deliveryStates, type StoredWarningRule, type WarningDelivery } from '../store/index.ts'
import type { Occurrence } from '../warnings/occurrence.ts'
import { type WarningRule, warningRuleSchema } from '../warnings/rule.ts'

/** A rule as the API tells it. */
export const ruleViewSchema = z
  .object({
    id: z.string(),
    rule: warningRuleSchema,
    created: z.string(),
    changed: z.string(),
    changedBy: z.string(),
  })
  .meta({ title: 'WarningRule' })

/** A thing that is told. */
export const occurrenceSchema = z.object({
  thing: z.string(),
  kind: z.string(),
  at: z.string(),
  severity: z.enum(severities),
  marking: z.string(),
  title: z.string(),
  text: z.string(),
  path: z.string(),
})

/** A delivery as the API tells it. */
export const deliverySchema = z
  .object({
    id: z.string().describe('The same at every attempt'),
    rule: z.string(),
    ruleName: z.string(),
    channel: z.enum(['webhook', 'email']),
    address: z.string(),
    state: z.enum(deliveryStates),
    due: z.string(),
    attempts: z.number(),
    items: z.number(),
    created: z.string(),
    tried: z.string().optional(),
    delivered: z.string().optional(),
    outcome: z.string().optional(),
  })
  .meta({ title: 'WarningDelivery' })

/** The address of a webhook may be a secret: who may not change it sees its host. */
const shownAddress = (kind: string, address: string, isWhole: boolean) =>
  kind === 'webhook' && !isWhole ? `${new URL(address).origin}/…` : address

/** A rule for an answer. */
export function ruleView(stored: StoredWarningRule, isWhole: boolean): z.infer<typeof ruleViewSchema> {
  const { id, rule, createdAt, changedAt, changedBy } = stored
  const to = rule.to.map((one) => ({ ...one, address: shownAddress(one.kind, one.address, isWhole) }))
  return {
    id,
    rule: { ...rule, to } as WarningRule,
    created: isoSeconds(createdAt),
    changed: isoSeconds(changedAt),
    changedBy,
  }
}

/** A delivery for an answer. */
export function deliveryView(one: WarningDelivery, isWhole: boolean): z.infer<typeof deliverySchema> {
  const { due, createdAt, triedAt, deliveredAt, address, seq: _, ...rest } = one
  return {
    ...rest,
    address: shownAddress(one.channel, address, isWhole),
    due: isoSeconds(due),
    created: isoSeconds(createdAt),
    ...(triedAt !== undefined && { tried: isoSeconds(triedAt) }),
    ...(deliveredAt !== undefined && { delivered: isoSeconds(deliveredAt) }),
  }
}

/** A thing that is told, for an answer. */
export function occurrenceView(one: Occurrence): z.infer<typeof occurrenceSchema> {
  const { thing, kind, at, severity, marking, title, text, path } = one
  return { thing, kind, at: isoSeconds(at), severity, marking, title, text, path }
}

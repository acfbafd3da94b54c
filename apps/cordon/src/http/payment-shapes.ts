import { hitKinds, hitReasons, recommendations } from '@cordon/payments'
import { z } from 'zod'
import { paymentActions, paymentStates } from '../store/index.ts'
import { searchedSchema, versionsSchema } from './schemas.ts'

const place = {
  path: z.string().describe('Where it stands: `:59:/2`, `/Document/.../Cdtr/Nm`'),
  from: z.number().optional().describe('UTF-16 units into the text of the message'),
  to: z.number().optional(),
}

const hitSchema = z
  .object({
    kind: z.enum(hitKinds),
    level: z.enum(['note', 'review', 'hold']).describe('What the hit asks for; a note asks for nothing'),
    transaction: z.number(),
    role: z.string().optional(),
    ...place,
    value: z.string(),
    entityId: z.string().optional(),
    caption: z.string(),
    listed: z.string(),
    sources: z.array(z.string()),
    score: z.number(),
    reasons: z.array(z.enum(hitReasons)),
    detail: z.string(),
    explanations: z.record(z.string(), z.any()).optional(),
  })
  .meta({ title: 'PaymentHit' })

const summary = {
  family: z.enum(['MT', 'MX']),
  type: z.string(),
  id: z.string(),
  sender: z.string().optional(),
  receiver: z.string().optional(),
  part: z.number().optional(),
  transactions: z.number(),
  amount: z.string().optional(),
  currency: z.string().optional(),
  settlementDate: z.string().optional(),
  debtor: z.string().optional(),
  creditor: z.string().optional(),
}

const faultSchema = z
  .object({
    code: z.string(),
    expected: z.string(),
    found: z.string(),
    where: z.string(),
    remedy: z.string(),
    offset: z.number(),
    excerpt: z.string(),
  })
  .meta({ title: 'MessageFault' })

/** What `POST /payments/screen` answers. */
export const screenAnswerSchema = z.object({
  messages: z.array(
    z.object({
      ...summary,
      line: z.number(),
      recommendation: z.enum(recommendations),
      hits: z.array(hitSchema),
    }),
  ),
  faults: z.array(faultSchema),
  versions: versionsSchema,
  lists: searchedSchema,
  kept: z.number().describe('Messages put in the queue'),
})

const queued = {
  id: z.string(),
  receivedAt: z.string(),
  input: z.string(),
  line: z.number(),
  recommendation: z.enum(['review', 'hold']),
  state: z.enum(paymentStates),
  proposedBy: z.string().optional(),
  summary: z.object(summary),
  versions: versionsSchema,
  hitCount: z.number(),
  topHit: z
    .object({
      kind: z.string(),
      level: z.string(),
      caption: z.string(),
      value: z.string(),
      score: z.number(),
    })
    .optional(),
}

/** One page of the queue. */
export const queueSchema = z.object({
  payments: z.array(z.object(queued)),
  next: z.string().optional(),
  counts: z.record(z.enum(paymentStates), z.number()),
})

/** One message whole. */
export const paymentSchema = z
  .object({
    ...queued,
    text: z.string(),
    hits: z.array(hitSchema),
    rows: z.array(
      z.object({
        label: z.string(),
        name: z.string().optional(),
        depth: z.number(),
        value: z.string().optional(),
        from: z.number().optional(),
        to: z.number().optional(),
        note: z.string().optional(),
      }),
    ),
    findingIds: z.array(z.string()),
    actions: z.array(
      z.object({
        at: z.string(),
        who: z.string(),
        action: z.string(),
        reason: z.string(),
        alone: z.boolean().describe('Confirmed by who proposed it: there was no second pair of eyes'),
      }),
    ),
    alone: z.boolean().describe('Whether there is nobody else who could confirm a release'),
  })
  .meta({ title: 'Payment' })

/** Which messages are asked for. */
export const queueQuerySchema = z.object({
  state: z.enum([...paymentStates, 'waiting', 'all']).default('waiting'),
  recommendation: z.enum(['review', 'hold']).optional(),
  q: z.string().max(500).optional(),
  limit: z.number().int().min(1).max(500).default(50),
  cursor: z.string().max(100).optional(),
})

/** What a person does with a message. */
export const actionSchema = z.object({
  action: z.enum(paymentActions),
  reason: z.string().min(1).max(4000).regex(/\S/).describe('Why: kept for ever in the audit log'),
})

/** Inputs that were screened before. */
export const importsSchema = z.object({
  imports: z.array(
    z.object({
      input: z.string(),
      at: z.string(),
      who: z.string(),
      counts: z.record(z.string(), z.number()),
      faults: z.array(faultSchema),
      versions: versionsSchema,
    }),
  ),
})

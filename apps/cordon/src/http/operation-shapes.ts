import { attributionBases, doors } from '@cordon/knowledge'
import { z } from 'zod'

const period = z.object({ start: z.string(), end: z.string().optional() })
const amount = z.object({
  usd: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  what: z.string(),
  source: z.string(),
})
const head = {
  id: z.string(),
  title: z.string(),
  aka: z.array(z.string()),
  period: period.describe('As far as it is known: prefixes of ISO 8601'),
  doors: z.array(z.enum(doors)),
  summary: z.string(),
  amounts: z.array(amount),
}

/** An operation in a list. */
export const operationSummarySchema = z.object({
  ...head,
  rules: z.number(),
  techniques: z.number(),
  sources: z.number(),
  attributedTo: z.array(
    z.object({ name: z.string(), id: z.string(), confidence: z.number(), basis: z.enum(attributionBases) }),
  ),
  hasDrill: z.boolean(),
  faults: z.number(),
})

const rule = z.object({ id: z.string(), title: z.string(), door: z.enum(doors), file: z.string() })
const referred = { stix: z.string().optional(), name: z.string().optional(), url: z.string().optional() }
const step = z
  .object({
    id: z.string(),
    is: z.enum(['action', 'together', 'question', 'other']),
    name: z.string(),
    does: z.array(z.string()),
    by: z.string().optional(),
    activity: z.string().optional(),
    rules: z.array(rule),
    branches: z.array(z.array(z.looseObject({}))).describe('Steps of the same shape'),
  })
  .describe('A step of the playbook')

/** An operation with all that is said of it. */
export const operationSchema = z.object({
  ...head,
  created: z.string(),
  modified: z.string(),
  campaign: z.string().optional(),
  campaignId: z.string().optional().describe("Its campaign's STIX id"),
  victims: z.array(
    z.object({
      name: z.string(),
      isClass: z.boolean(),
      sectors: z.array(z.string()),
      country: z.string().optional(),
      source: z.string(),
    }),
  ),
  timeline: z.array(z.object({ at: z.string(), what: z.string(), source: z.string() })),
  techniques: z.array(z.object({ id: z.string(), how: z.string(), source: z.string(), ...referred })),
  software: z.array(z.looseObject({ what: z.string(), source: z.string(), ...referred })),
  infrastructure: z.array(
    z.object({ name: z.string(), kinds: z.array(z.string()), what: z.string(), source: z.string() }),
  ),
  indicators: z.array(
    z.object({
      name: z.string(),
      pattern: z.string(),
      from: z.string(),
      what: z.string(),
      source: z.string(),
      of: z.string().optional(),
    }),
  ),
  rules: z.array(rule),
  claims: z.array(
    z.object({
      to: z.string(),
      by: z.string(),
      basis: z.enum(attributionBases),
      confidence: z.number(),
      stated: z.string(),
      group: z.object({ code: z.string(), id: z.string(), name: z.string(), url: z.string().optional() }),
    }),
  ),
  contested: z.array(z.object({ by: z.string(), says: z.string() })),
  sources: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      publisher: z.string(),
      date: z.string(),
      url: z.string().optional(),
      says: z.string().optional(),
      verified: z.boolean(),
      by: z.string().optional(),
    }),
  ),
  page: z.string().describe('The page, Markdown'),
  playbook: z
    .object({ name: z.string(), description: z.string(), steps: z.array(step) })
    .optional()
    .describe('Its steps in order; the CACAO playbook itself is at `/playbook`'),
  hasDrill: z.boolean(),
  faults: z.array(z.object({ file: z.string(), field: z.string(), expected: z.string(), found: z.string() })),
})

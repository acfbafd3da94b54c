import { severities } from '@cordon/model'
import { z } from 'zod'
import { drillDoors } from '../drills/drill-form.ts'

const door = z.enum(drillDoors)
const stepDoor = z.enum([...drillDoors, 'none'])
const time = z.number().describe('UTC milliseconds')
const outcome = z.enum(['seen', 'partly', 'missed'])
const faults = z.array(z.object({ where: z.string(), expected: z.string(), found: z.string() }))
const ref = z.object({ kind: z.string(), id: z.string(), label: z.string() })

/** A kept run without all that came of it. */
export const runHeadSchema = z.object({
  no: z.number(),
  drill: z.string(),
  title: z.string(),
  at: time,
  who: z.string(),
  against: z.string(),
  isOwn: z.boolean(),
  outcome,
  expected: z.number(),
  inTime: z.number(),
  falseAlarms: z.number(),
  lead: z
    .object({ milestone: z.string(), ms: z.number() })
    .optional()
    .describe('From the first finding to the milestone that counts'),
  digest: z.string(),
})

const line = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  doors: z.array(door),
  at: time,
  expected: z.number(),
  faults: faults.optional(),
  last: runHeadSchema.optional(),
})
/** All drills. */
export const drillListSchema = z.object({
  drills: z.array(line),
  active: z.object({ id: z.string(), drill: z.string() }).optional(),
  ownRules: z
    .string()
    .optional()
    .describe("Where the institution's own rules stand: what the server was started with, the folder rules/"),
})

/** One drill as its page shows it. */
export const drillSchema = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  summary: z.string(),
  synthetic: z.string(),
  seed: z.number(),
  doors: z.array(door),
  institution: z.object({ name: z.string() }),
  sources: z.array(
    z.object({ id: z.string(), title: z.string(), url: z.string().optional(), verified: z.boolean() }),
  ),
  milestones: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      at: time,
      sources: z.array(z.string()),
      isLast: z.boolean(),
    }),
  ),
  steps: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      at: time,
      until: time.optional(),
      door: stepDoor,
      sources: z.array(z.string()),
      synthetic: z.string().optional(),
      unseen: z.string().optional(),
    }),
  ),
  expect: z.array(
    z.object({ id: z.string(), step: z.string(), title: z.string(), rule: z.string(), by: time }),
  ),
  cases: z.array(z.object({ title: z.string(), joins: z.array(z.string()) })),
  runs: z.array(runHeadSchema),
})

/** What a run is begun with. */
export const startSchema = z.object({
  against: z
    .enum(['pack', 'own', 'files'])
    .default('pack')
    .describe("Whose rules: the pack's, those of the data folder, those sent"),
  files: z
    .array(z.object({ name: z.string().max(500), text: z.string().max(5_000_000) }))
    .max(5000)
    .default([]),
  speed: z
    .number()
    .min(0)
    .max(1e9)
    .default(0)
    .describe('Seconds of the operation in one second; 0: as fast as it goes'),
})

/** A change of a run's pace. */
export const paceSchema = z.object({
  speed: z.number().min(0).max(1e9).optional(),
  paused: z.boolean().optional(),
  stop: z.boolean().optional(),
})

/** How a run stands. */
export const liveSchema = z.object({
  id: z.string(),
  drill: z.string(),
  against: z.string(),
  state: z.enum(['running', 'paused', 'done', 'failed', 'stopped']),
  part: z.enum(['ordinary', 'operation']),
  records: z.number(),
  of: z.number(),
  now: time.optional(),
  from: time.optional(),
  until: time.optional(),
  speed: z.number(),
  count: z.number().optional(),
  told: z.array(
    z.object({
      id: z.string(),
      door,
      title: z.string(),
      severity: z.string(),
      statement: z.string(),
      toldAt: time,
    }),
  ),
  run: z.number().optional(),
  fault: z.string().optional(),
})

const status = z.enum(['in-time', 'late', 'missed'])
const caseStatus = z.enum(['joined', 'apart', 'missed'])
const counted = z.object({ rule: z.string(), title: z.string(), count: z.number() })

/** What came of a drill. */
export const resultSchema = z.object({
  drill: z.object({ id: z.string(), title: z.string(), version: z.string() }),
  against: z.object({
    name: z.string(),
    isOwn: z.boolean(),
    rejects: z.array(z.object({ where: z.string(), reason: z.string() })),
  }),
  outcome,
  from: time,
  until: time,
  firstTold: z.object({ at: time, finding: z.string() }).optional(),
  timeToFirst: z.number().optional(),
  doors: z.array(z.object({ door, ordinary: z.number(), operation: z.number(), rules: z.string() })),
  expected: z.array(
    z.object({
      id: z.string(),
      step: z.string(),
      title: z.string(),
      rule: z.string(),
      by: time,
      status,
      toldAt: time.optional(),
      findings: z.array(z.string()),
      foundBy: z.string().optional(),
      why: z.string().optional(),
    }),
  ),
  steps: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      at: time,
      until: time.optional(),
      door: stepDoor,
      sources: z.array(z.string()),
      synthetic: z.string().optional(),
      status: z.enum(['seen', 'partly', 'missed', 'no-door']),
      why: z.string().optional(),
    }),
  ),
  milestones: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      at: time,
      sources: z.array(z.string()),
      isLast: z.boolean(),
      lead: z.number().optional(),
    }),
  ),
  cases: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      severity: z.enum(severities),
      words: z.string(),
      doors: z.array(door),
      findings: z.array(
        z.object({
          id: z.string(),
          joins: z.array(z.object({ rule: z.string(), words: z.string() })),
          isOrdinary: z.boolean(),
        }),
      ),
    }),
  ),
  expectedCases: z.array(
    z.object({
      title: z.string(),
      joins: z.array(z.string()),
      status: caseStatus,
      cases: z.array(z.number()),
    }),
  ),
  findings: z.array(
    z.object({
      id: z.string(),
      door,
      watch: z.string(),
      rule: z.string(),
      title: z.string(),
      severity: z.enum(severities),
      toldAt: time,
      statement: z.string(),
      reasons: z.array(z.string()),
      subjects: z.array(ref),
      case: z.number(),
      expected: z.string().optional(),
    }),
  ),
  falseAlarms: z.object({ count: z.number(), byRule: z.array(counted) }),
  digest: z.string(),
})
/** A kept run. */
export const runSchema = runHeadSchema.extend({ result: resultSchema })

/** Two runs side by side. */
export const comparedSchema = z.object({
  before: runHeadSchema,
  after: runHeadSchema,
  verdict: z.enum(['better', 'worse', 'same', 'mixed']),
  isOtherVersion: z.boolean(),
  findings: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      before: status.optional(),
      after: status.optional(),
      earlier: z.number().optional(),
      change: z.enum(['better', 'worse', 'same']),
    }),
  ),
  falseAlarms: z.number(),
  inTime: z.number(),
  cases: z.array(
    z.object({ title: z.string(), before: caseStatus.optional(), after: caseStatus.optional() }),
  ),
})

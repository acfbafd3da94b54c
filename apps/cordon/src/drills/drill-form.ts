import { ordinaryKinds, windowsChannels } from '@cordon/cyber'
import { heistVariants } from '@cordon/payments'
import { z } from 'zod'

/** A time with its offset, as UTC milliseconds. */
const time = z.iso
  .datetime({ offset: true, error: 'expected a time with its offset, such as 2016-02-04T14:36:00Z' })
  .transform((text) => Date.parse(text))
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'expected small letters, digits and hyphens')
const words = z.string().trim().min(1)
const fields = z.record(z.string(), z.unknown())
const repeat = z
  .strictObject({ count: z.number().int().min(1).max(50_000), everySeconds: z.number().min(0) })
  .optional()
const common = { at: time, repeat }

const keysOf = <T extends string>(record: Readonly<Record<T, unknown>>) => Object.keys(record) as [T, ...T[]]

const planted = z.discriminatedUnion('log', [
  z.strictObject({
    log: z.enum(windowsChannels as [(typeof windowsChannels)[number]]),
    ...common,
    host: words,
    event: z.number().int(),
    data: fields,
  }),
  z.strictObject({
    log: z.literal('auditd'),
    ...common,
    host: words,
    args: z.array(z.string()).min(1),
    exe: z.string().optional(),
    user: z.number().int().optional(),
    folder: z.string().optional(),
  }),
  z.strictObject({
    log: z.enum(['zeek-conn', 'zeek-dns', 'zeek-http', 'cloudtrail']),
    ...common,
    data: fields,
  }),
  z.strictObject({
    log: z.literal('access'),
    ...common,
    client: words,
    request: words,
    status: z.number().int().optional(),
    bytes: z.number().int().optional(),
    agent: z.string().optional(),
    referer: z.string().optional(),
  }),
  z.strictObject({
    log: z.literal('okta'),
    ...common,
    account: words,
    address: words,
    place: z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]),
  }),
  z.strictObject({ log: z.literal('stated'), ...common, source: fields, data: fields }),
])

const order = z.strictObject({
  at: time,
  account: z.string().optional(),
  to: z.strictObject({
    name: words,
    sort: z.enum(['person', 'organisation', 'bank']),
    account: z.string().optional(),
    bank: z.string().regex(/^[A-Z]{6}[A-Z0-9]{2}$/, 'expected a BIC of eight characters'),
    country: z.string().length(2),
  }),
  amount: z.number().positive(),
  reference: z.string().max(16).optional(),
  payer: words.default('SYNTHETIC PAYER'),
  text: z.string().max(140).optional(),
  silenced: z.boolean().default(false),
  hidden: z.boolean().default(false),
})

/** Doors that a drill goes through. */
export const drillDoors = ['network', 'payments', 'sea'] as const
/** One of `drillDoors`. */
export type DrillDoor = (typeof drillDoors)[number]

/** The form of `drill.yaml`; docs/methods/drills.md tells what each part is for. */
export const drillSchema = z.strictObject({
  id,
  title: words,
  version: z.iso.date(),
  summary: words,
  /** What was made up for the drill. */
  synthetic: words,
  sources: z
    .array(
      z.strictObject({
        id,
        title: words,
        url: z.url().optional(),
        /** Whether the document, or an index of it, was compared. */
        verified: z.boolean().default(false),
      }),
    )
    .min(1),
  institution: z.strictObject({
    name: words,
    country: z.string().length(2).optional(),
    utcOffsetHours: z.number().min(-12).max(14).default(0),
    daysOff: z.array(z.number().int().min(1).max(7)).default([6, 7]),
    /** Its BIC, accounts, desk hours and holidays are those of the payments simulator's made-up bank. */
    madeUpBank: z.boolean().default(false),
    hosts: z
      .array(
        z.strictObject({
          /** `{i}` where there are several. */
          name: words,
          address: words,
          roles: z.array(words).min(1),
          count: z.number().int().min(1).max(2000).default(1),
        }),
      )
      .default([]),
    /** People who sign in. */
    people: z.number().int().min(0).max(500).default(0),
  }),
  ordinary: z.strictObject({
    seed: z.number().int().min(0),
    network: z
      .strictObject({
        from: time,
        until: time,
        perHour: z.number().positive(),
        mix: z.partialRecord(z.enum(keysOf(ordinaryKinds)), z.number().min(0)),
      })
      .optional(),
    payments: z
      .strictObject({
        from: z.iso.date(),
        days: z.number().int().min(1).max(120),
        perDay: z.number().positive(),
      })
      .optional(),
    sea: z.strictObject({ ships: z.number().int().min(1).max(500) }).optional(),
  }),
  operation: z.strictObject({
    network: z.array(planted).default([]),
    payments: z
      .strictObject({
        heist: z.enum(keysOf(heistVariants)).optional(),
        orders: z.array(order).default([]),
        /** Messages are also screened against the pack's starter list, as it stands from this time on. */
        listedSince: time.optional(),
      })
      .optional(),
    /** Drills of the sea by their ids. */
    sea: z.array(z.string()).default([]),
  }),
  /** Moments of the real timeline against which is said how early it was told. */
  milestones: z
    .array(
      z.strictObject({
        id,
        title: words,
        at: time,
        sources: z.array(id).min(1),
        isLast: z.boolean().default(false),
      }),
    )
    .min(1),
  /** What happened, in order of time. */
  steps: z
    .array(
      z.strictObject({
        id,
        title: words,
        at: time,
        until: time.optional(),
        sources: z.array(id).min(1),
        door: z.enum([...drillDoors, 'none']),
        /** What of it is made up, where some of it is. */
        synthetic: words.optional(),
        /** Why no door of ours can see it. */
        unseen: words.optional(),
      }),
    )
    .min(1),
  expect: z
    .array(
      z.strictObject({
        id,
        step: id,
        title: words,
        /** File name of a rule of the pack, or the name of a rule of the payments and sea doors. */
        rule: words,
        /** Ids that the finding's subjects begin with; `*` stands for anything. */
        subjects: z.array(words).default([]),
        matches: z.array(words).default([]),
        /** Latest time at which it is worth telling. */
        by: time,
        /** How many such findings must come. */
        count: z.number().int().min(1).default(1),
      }),
    )
    .default([]),
  /** The cases in which it is to end: expectations that must stand in one case. */
  cases: z.array(z.strictObject({ title: words, joins: z.array(id).min(1) })).default([]),
})

/** A past operation as synthetic records of every door, with what must come of them. */
export type Drill = z.infer<typeof drillSchema>
/** One expected finding. */
export type Expectation = Drill['expect'][number]

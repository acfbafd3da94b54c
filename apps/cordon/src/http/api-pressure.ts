import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Known } from '../known/known.ts'
import { loadPressurePack } from '../pressure/pack.ts'
import { type PressureView, pressureView } from '../pressure/pressure-view.ts'
import { sayPressure } from '../pressure/say.ts'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { knownNow, type Services } from './services.ts'

const querySchema = z.object({
  pack: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .default('dprk'),
})
const interval = z.object({ value: z.number(), low: z.number(), high: z.number() })
// JSON knows no infinity: a bound that is none is null.
const open = z.number().nullable()
const eventSchema = z.object({
  id: z.string(),
  date: z.string(),
  kind: z.string(),
  title: z.string(),
  source: z.string(),
  url: z.string().optional(),
})
const incidentSchema = z.object({
  id: z.string(),
  date: z.string().describe('To the day, the month or the year, as exact as it is known'),
  outcome: z.enum(['taken', 'attempted']),
  kind: z.string(),
  victim: z.string(),
  low: z.number().optional().describe('US dollars'),
  high: z.number().optional(),
  basis: z.string(),
  attributedBy: z.string(),
  source: z.string(),
  url: z.string().optional(),
  verified: z.boolean().describe('False where date, sum or attribution is not sure'),
  note: z.string().optional(),
})
const studySchema = z.object({
  windows: z.object({ before: z.number(), after: z.number() }),
  events: z.array(z.object({ at: z.number(), before: z.number(), after: z.number() })),
  outside: z.number(),
  monthsAfter: z.number(),
  monthsBefore: z.number(),
  after: z.number(),
  before: z.number(),
  difference: z.object({ value: open, low: open, high: open }),
  pShifted: z.number().describe('By moving all resolutions together'),
  pScattered: z.number().describe('By scattering them at random'),
  shifts: z.number(),
})
const setSchema = z.object({
  incidents: z.number(),
  rate: interval.describe('Incidents a month'),
  counts: studySchema,
  ratio: z.object({ value: open, low: open, high: open, p: z.number() }),
  amounts: studySchema.describe('Of the logarithm of millions of US dollars'),
  power: z.object({
    rate: z.number(),
    smallestRatio: z.number().optional(),
    greatestFall: z.number().optional(),
  }),
})
const verdict = z.enum(['more', 'fewer', 'unclear', 'nothing'])
const modelSchema = z.object({
  model: z.object({ base: z.number(), weight: z.number(), branching: z.number(), decay: z.number() }),
  logLikelihood: z.number(),
  heldOut: z.number(),
})
const hawkesSchema = z.union([
  z.object({ fitted: z.literal(false), incidents: z.number(), needed: z.number() }),
  z.object({
    fitted: z.literal(true),
    incidents: z.number(),
    trained: z.number(),
    heldOut: z.number(),
    heldOutIncidents: z.number(),
    models: z.record(z.string(), modelSchema),
    gain: interval,
  }),
])
const answerSchema = z
  .object({
    pack: z.string(),
    title: z.string(),
    subject: z.string(),
    lists: z.array(
      z.object({
        source: z.string(),
        title: z.string(),
        version: z.string(),
        starter: z.boolean(),
        designations: z.number(),
      }),
    ),
    undatedDesignations: z.number(),
    observed: z.object({ from: z.string(), to: z.string() }),
    months: z.array(z.string()),
    designations: z.record(z.string(), z.array(z.number())).describe('By list, a number a month'),
    incidents: z.array(incidentSchema),
    resolutions: z.array(eventSchema),
    events: z.array(eventSchema),
    report: z.object({
      verified: setSchema,
      all: setSchema,
      undated: z.number(),
      outside: z.number(),
      lags: z.object({
        correlations: z.array(z.object({ lag: z.number(), rho: z.number() })),
        best: z.object({ lag: z.number(), rho: z.number() }),
        p: z.number(),
      }),
      hawkes: hawkesSchema,
      windows: z.object({ before: z.number(), after: z.number() }),
      seed: z.number(),
    }),
    verdict: z.object({ verified: verdict, all: verdict }),
    says: z.array(z.string()).describe('What the data can and cannot say, in sentences'),
  })
  .meta({ title: 'Pressure' })

type Answer = PressureView & { readonly says: readonly string[] }

/** `GET /api/pressure`: whether sanctions are followed by theft, and how far the data can say so. */
export function addPressureRoute(app: FastifyInstance, services: Services): void {
  // It hangs on the lists and the pack alone: worked out once for each state of the lists.
  const held = new WeakMap<Known, Map<string, Promise<Answer>>>()
  app.get<{ Querystring: z.infer<typeof querySchema> }>(
    '/api/pressure',
    {
      config: needs('read'),
      schema: {
        tags: ['Knowledge'],
        summary: 'Designations, resolutions and thefts by month, and what they can and cannot say',
        querystring: jsonSchema(querySchema),
        response: responses(answerSchema, 404, 503),
      },
    },
    async (request) => {
      const known = knownNow(services)
      const answers = held.get(known) ?? new Map<string, Promise<Answer>>()
      held.set(known, answers)
      const { pack } = request.query
      const answer = answers.get(pack) ?? answerOf(known, pack)
      answers.set(pack, answer)
      // What failed is asked anew.
      answer.catch(() => answers.delete(pack))
      return answer
    },
  )
}

async function answerOf(known: Known, pack: string): Promise<Answer> {
  const view = pressureView(known, await loadPressurePack(pack))
  return { ...view, says: sayPressure(view) }
}

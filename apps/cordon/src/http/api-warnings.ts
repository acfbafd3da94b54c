import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { deliveryStates } from '../store/index.ts'
import { previewRule } from '../warnings/preview.ts'
import { type WarningRuleInput, warningRuleSchema } from '../warnings/rule.ts'
import type { SenderOptions } from '../warnings/sender.ts'
import { testRule } from '../warnings/test-rule.ts'
import { actorOf } from './actor.ts'
import { callerOf, needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { HttpFault, notFound } from './problem.ts'
import { recordsOf, type Services } from './services.ts'
import {
  deliverySchema,
  deliveryView,
  occurrenceSchema,
  occurrenceView,
  ruleView,
  ruleViewSchema,
} from './warning-shapes.ts'

const tags = ['Warnings']
const idParams = jsonSchema(z.object({ id: z.string().max(100) }))
const secretsSchema = z
  .record(z.string(), z.string())
  .describe('What each new webhook is signed with, by its address: shown this once')
const savedSchema = z.object({ rule: ruleViewSchema, secrets: secretsSchema })
const rulesSchema = z.object({
  rules: z.array(ruleViewSchema),
  counts: z.record(z.enum(deliveryStates), z.number()),
  mail: z.boolean().describe('Whether a mail server is named'),
  mayChange: z.boolean(),
})
const previewSchema = z.object({
  days: z.number(),
  count: z.number(),
  byDay: z.array(z.number()),
  bySeverity: z.record(z.string(), z.number()),
  latest: z.array(occurrenceSchema),
  cut: z.boolean().describe('More was there than was looked at'),
})
const querySchema = z.object({
  state: z.enum(deliveryStates).optional(),
  rule: z.string().max(100).optional(),
  limit: z.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
})
const testedSchema = z.object({
  outcomes: z.array(
    z.object({ kind: z.string(), address: z.string(), ok: z.boolean(), outcome: z.string() }),
  ),
})

/** The usual values are filled in after the check: the validator fills none in within a choice. */
const ruleBody = withoutDefaults(jsonSchema(warningRuleSchema)) as object

function withoutDefaults(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutDefaults)
  if (typeof schema !== 'object' || schema === null) return schema
  const kept = Object.entries(schema).filter(([key]) => key !== 'default')
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutDefaults(value)]))
}

/** Rules on warnings and their deliveries. */
export function addWarningRoutes(
  app: FastifyInstance,
  services: Services,
  sender: SenderOptions = { smtp: undefined },
): void {
  const store = () => recordsOf(services).store()
  const isWhole = (request: FastifyRequest) => callerOf(request).permissions.has('manage:settings')
  const read = needs('read')
  const manage = needs('manage:settings')
  app.get(
    '/api/warnings/rules',
    { config: read, schema: { tags, summary: 'Who is told what', response: responses(rulesSchema, 501) } },
    async (request) => {
      const { warnings } = await store()
      const whole = isWhole(request)
      return {
        rules: (await warnings.rules.list()).map((one) => ruleView(one, whole)),
        counts: await warnings.counts(),
        mail: sender.smtp !== undefined,
        mayChange: whole,
      }
    },
  )
  app.post<{ Body: WarningRuleInput }>(
    '/api/warnings/rules',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Make a rule; it counts for what happens from now on',
        body: ruleBody,
        response: responses(savedSchema, 403, 422, 501),
      },
    },
    async (request) => {
      const { warnings } = await store()
      const { stored, secrets } = await warnings.rules.add(ruleOf(request.body), actorOf(request))
      return { rule: ruleView(stored, true), secrets }
    },
  )
  app.put<{ Params: { id: string }; Body: WarningRuleInput }>(
    '/api/warnings/rules/:id',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Change a rule',
        params: idParams,
        body: ruleBody,
        response: responses(savedSchema, 403, 404, 422, 501),
      },
    },
    async (request) => {
      const { warnings } = await store()
      const { id } = request.params
      const { stored, secrets } = await warnings.rules.change(id, ruleOf(request.body), actorOf(request))
      return { rule: ruleView(stored, true), secrets }
    },
  )
  app.delete<{ Params: { id: string } }>(
    '/api/warnings/rules/:id',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Remove a rule; what still waits by it is given up',
        params: idParams,
        response: responses(z.object({ removed: z.string() }), 403, 404, 501),
      },
    },
    async (request) => {
      await (await store()).warnings.rules.remove(request.params.id, actorOf(request))
      return { removed: request.params.id }
    },
  )
  app.post<{ Body: WarningRuleInput }>(
    '/api/warnings/preview',
    {
      config: manage,
      schema: {
        tags,
        summary: 'What a rule would have told in the last thirty days; nothing is sent or kept',
        body: ruleBody,
        response: responses(previewSchema, 403, 422, 501),
      },
    },
    async (request) => {
      const opened = await store()
      const preview = await previewRule(opened, ruleOf(request.body), opened.now())
      return { ...preview, latest: preview.latest.map(occurrenceView) }
    },
  )
  app.post<{ Params: { id: string } }>(
    '/api/warnings/rules/:id/test',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Send every recipient a message that says it is a test',
        params: idParams,
        response: responses(testedSchema, 403, 404, 501),
      },
    },
    async (request) => {
      const opened = await store()
      const rule = await opened.warnings.rules.get(request.params.id)
      if (!rule) throw notFound('the id of a rule', request.params.id, 'GET /api/warnings/rules names them.')
      return { outcomes: await testRule(opened, rule, sender, actorOf(request)) }
    },
  )
  app.post<{ Body: { address: string } }>(
    '/api/warnings/secret',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Give a webhook another secret; it is signed with the former one too for a day',
        body: jsonSchema(z.object({ address: z.string().max(2_000) })),
        response: responses(z.object({ secret: z.string() }), 403, 404, 501),
      },
    },
    async (request) => ({
      secret: await (await store()).warnings.rules.renewSecret(request.body.address, actorOf(request)),
    }),
  )
  app.get<{ Querystring: z.infer<typeof querySchema> }>(
    '/api/warnings/deliveries',
    {
      config: read,
      schema: {
        tags,
        summary: 'What was sent, what waits, and what failed, the latest first',
        querystring: jsonSchema(querySchema),
        response: responses(
          z.object({ deliveries: z.array(deliverySchema), next: z.string().optional() }),
          400,
          501,
        ),
      },
    },
    async (request) => {
      const { deliveries, next } = await (await store()).warnings.deliveries(request.query)
      const whole = isWhole(request as FastifyRequest)
      return { deliveries: deliveries.map((one) => deliveryView(one, whole)), ...(next && { next }) }
    },
  )
  app.get<{ Params: { id: string } }>(
    '/api/warnings/deliveries/:id',
    {
      config: read,
      schema: {
        tags,
        summary: 'A delivery, and what it tells of',
        params: idParams,
        response: responses(
          z.object({ delivery: deliverySchema, items: z.array(occurrenceSchema) }),
          404,
          501,
        ),
      },
    },
    async (request) => {
      const { warnings } = await store()
      const delivery = await warnings.delivery(request.params.id)
      if (!delivery)
        throw notFound('the id of a delivery', request.params.id, 'GET /api/warnings/deliveries names them.')
      const items = await warnings.items(delivery.id)
      return {
        delivery: deliveryView(delivery, isWhole(request as FastifyRequest)),
        items: items.map(({ occurrence }) => occurrenceView(occurrence)),
      }
    },
  )
  app.post<{ Params: { id: string } }>(
    '/api/warnings/deliveries/:id/retry',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Try what failed for good again, now, under the same id; `all` for all of them',
        params: idParams,
        response: responses(z.object({ retried: z.number() }), 403, 404, 409, 501),
      },
    },
    async (request) => ({
      retried: await (await store()).warnings.retry(request.params.id, actorOf(request)),
    }),
  )
}

/** The usual values filled in, and what JSON Schema can't say checked. */
function ruleOf(body: WarningRuleInput) {
  const read = warningRuleSchema.safeParse(body)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new HttpFault(422, {
    code: 'CORDON_WARNING_RULE',
    expected: 'a rule on warnings as /docs describes it',
    found: issue?.message ?? 'something else',
    where: `body.${issue?.path.join('.') ?? ''}`,
    remedy: 'Mend it and send it again.',
  })
}

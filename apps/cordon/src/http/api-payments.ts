import { isoSeconds } from '@cordon/model'
import { displayRows } from '@cordon/payments'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { PaymentHolder } from '../payments/payment-known.ts'
import type { PaymentDetail, QueuedPayment, Store } from '../store/index.ts'
import { actorOf } from './actor.ts'
import { addPaymentImportRoute } from './api-payments-import.ts'
import { addPaymentScreenRoute } from './api-payments-screen.ts'
import { demand, needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import {
  actionSchema,
  importsSchema,
  paymentSchema,
  queueQuerySchema,
  queueSchema,
} from './payment-shapes.ts'
import { notFound } from './problem.ts'
import { recordsOf, type Services } from './services.ts'

const tags = ['Payments']

/** The routes of payment messages: screening, importing, the queue, and what people do with it. */
export function addPaymentRoutes(app: FastifyInstance, services: Services): void {
  const holder = new PaymentHolder()
  addPaymentScreenRoute(app, services, holder)
  addPaymentImportRoute(app, services, holder)
  const store = () => recordsOf(services).store()
  const params = { type: 'object', properties: { id: { type: 'string' } } }

  app.get<{ Querystring: z.infer<typeof queueQuerySchema> }>(
    '/api/payments',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'The queue: messages that ask for a look, what to hold first',
        querystring: jsonSchema(queueQuerySchema),
        response: responses(queueSchema, 400, 422, 501),
      },
    },
    async ({ query: { state, q, ...rest } }) => {
      const { payments } = await store()
      const { payments: page, next } = await payments.query({
        ...(state !== 'all' && { state }),
        ...(q && { text: q }),
        ...definedOf(rest),
      })
      return { payments: page.map(queuedView), ...(next && { next }), counts: await payments.counts() }
    },
  )
  app.get(
    '/api/payments/imports',
    {
      config: needs('read'),
      schema: { tags, summary: 'What was screened lately', response: responses(importsSchema, 501) },
    },
    async () => {
      const done = await (await store()).payments.imports()
      return { imports: done.map(({ at, ...rest }) => ({ ...rest, at: isoSeconds(at) })) }
    },
  )
  app.get<{ Params: { id: string } }>(
    '/api/payments/:id',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'One message: its text, its rows, its hits, what was done with it',
        params,
        response: responses(paymentSchema, 404, 501),
      },
    },
    async (request) => {
      const { id } = request.params
      const { payments } = await store()
      const found = await payments.get(id)
      if (!found) throw notFound('the id of a message', id, 'GET /api/payments?state=all names them.')
      return paymentView(found, await payments.isAlone())
    },
  )
  app.post<{ Params: { id: string }; Body: z.infer<typeof actionSchema> }>(
    '/api/payments/:id/action',
    {
      config: needs('write:findings'),
      schema: {
        tags,
        summary: 'Propose a release, confirm or decline it, keep the message stopped, or open it again',
        description:
          'A release takes two people: who proposed it may not confirm it, and who confirms it must be allowed to approve. Where there is nobody else who could, the record says that a second pair of eyes was not there.',
        params,
        body: jsonSchema(actionSchema),
        response: responses(paymentSchema, 404, 409, 422, 501),
      },
    },
    async (request) => {
      const who = actorOf(request)
      const opened = await store()
      const { action, reason } = request.body
      if (action === 'confirm') demand(request, 'approve')
      const done = await opened.payments.act({ id: request.params.id, action, reason, who })
      await decideFindings(opened, done, action, reason, who)
      return paymentView(done, await opened.payments.isAlone())
    },
  )
}

function definedOf<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
}

function queuedView<T extends QueuedPayment>({ receivedAt, ...rest }: T) {
  return { ...rest, receivedAt: isoSeconds(receivedAt) }
}

function paymentView(found: PaymentDetail, alone: boolean) {
  return {
    ...queuedView(found),
    rows: displayRows(found.text),
    actions: found.actions.map((action) => ({ ...action, at: isoSeconds(action.at) })),
    alone,
  }
}

/** The message's findings are decided with it, unless someone decided them before. */
async function decideFindings(
  { findings }: Store,
  { findingIds }: PaymentDetail,
  action: string,
  reason: string,
  who: string,
): Promise<void> {
  const verdict = action === 'confirm' ? 'false' : action === 'block' ? 'true' : undefined
  if (!verdict) return
  for (const { finding, verdict: before } of await findings.getAll(findingIds))
    if (!before)
      await findings.decide({ findingId: finding.id, verdict, reason: `With the message: ${reason}`, who })
}

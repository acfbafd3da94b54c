import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { toKeep } from '../payments/keep.ts'
import { answerView } from '../payments/message-view.ts'
import type { PaymentHolder } from '../payments/payment-known.ts'
import { noCounts, screenMessages } from '../payments/screen-messages.ts'
import { demand, needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { screenAnswerSchema } from './payment-shapes.ts'
import { HttpFault } from './problem.ts'
import { knownNow, recordsOf, type Services, searchedLists } from './services.ts'

/** Longest body: a message, or a handful; a file goes to the import. */
const mostBytes = 4 * 1024 * 1024
const mediaTypes = ['text/plain', 'application/xml', 'text/xml', 'application/octet-stream']

const querySchema = z.object({
  keep: z.boolean().default(false).describe('Put the message in the queue where it asks for a look'),
  name: z.string().max(300).default('POST /payments/screen').describe('Where it comes from, for the queue'),
})

/** `POST /payments/screen`: the message as the body, the answer at once. */
export function addPaymentScreenRoute(app: FastifyInstance, services: Services, holder: PaymentHolder): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(mediaTypes, (_request, payload, done) => done(null, payload))
    scope.post<{ Querystring: z.infer<typeof querySchema>; Body: Readable | undefined }>(
      '/payments/screen',
      {
        config: needs('screen'),
        bodyLimit: mostBytes,
        schema: {
          tags: ['Payments'],
          summary: 'Screen a payment message: SWIFT MT or ISO 20022 as the body',
          description:
            'The answer recommends pass, review or hold, and names every hit with its place in the text of the message. It decides nothing. A message that cannot be read is a fault with its place; others in the same body are answered.',
          consumes: mediaTypes,
          querystring: jsonSchema(querySchema),
          response: responses(screenAnswerSchema, 413, 415, 422, 501, 503),
        },
      },
      async (request) => {
        const { body, query } = request
        if (query.keep) demand(request, 'write:observations')
        const base = knownNow(services)
        const store = query.keep ? await recordsOf(services).store() : undefined
        if (!body) throw isEmpty()
        const known = await holder.for(base)
        const counts = noCounts()
        const messages: ReturnType<typeof answerView>[] = []
        const faults = []
        let kept = 0
        for await (const batch of screenMessages(bounded(body), known, counts)) {
          for (const { read, screened } of batch.answers) messages.push(answerView(read, screened))
          faults.push(...batch.faults)
          if (store) kept += await store.payments.keep(toKeep(batch.answers, query.name, known, store.now()))
        }
        if (messages.length + faults.length === 0) throw isEmpty()
        return {
          messages,
          faults,
          versions: known.known.versions,
          lists: searchedLists(base, undefined),
          kept,
        }
      },
    )
  })
}

async function* bounded(body: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > mostBytes)
      throw new HttpFault(413, {
        code: 'CORDON_PAYMENT_LARGE',
        expected: `at most ${mostBytes / 1024 / 1024} MiB`,
        found: 'more',
        where: 'body',
        remedy: 'Use POST /api/payments/import or `cordon payments screen` for files.',
      })
    yield chunk
  }
}

const isEmpty = () =>
  new HttpFault(422, {
    code: 'CORDON_PAYMENT_EMPTY',
    expected: 'a payment message as the body',
    found: 'none',
    where: 'body',
    remedy: 'Send the message itself, as text/plain or application/xml.',
  })

import { PassThrough, type Readable } from 'node:stream'
import { decompress, ndjsonLine } from '@cordon/formats'
import type { MessageFault } from '@cordon/payments'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { toKeep } from '../payments/keep.ts'
import type { PaymentHolder } from '../payments/payment-known.ts'
import { noCounts, screenMessages } from '../payments/screen-messages.ts'
import { actorOf } from './actor.ts'
import { needs } from './caller.ts'
import { jsonSchema } from './json-schema.ts'
import { HttpFault, problemOf } from './problem.ts'
import { knownNow, recordsOf, type Services } from './services.ts'

/** Beyond it the command is the better way. */
const mostBytes = 512 * 1024 * 1024
/** Faults that are kept and shown; all are counted. */
const keptFaults = 200
const mediaTypes = [
  'application/octet-stream',
  'application/gzip',
  'text/plain',
  'application/xml',
  'text/xml',
]

const querySchema = z.object({ name: z.string().max(300).default('upload').describe('The name of the file') })

/** `POST /api/payments/import`: a file of messages; those that ask for a look go into the queue. */
export function addPaymentImportRoute(app: FastifyInstance, services: Services, holder: PaymentHolder): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(mediaTypes, (_request, payload, done) => done(null, payload))
    scope.post<{ Querystring: z.infer<typeof querySchema>; Body: Readable | undefined }>(
      '/api/payments/import',
      {
        config: needs('write:observations'),
        bodyLimit: mostBytes,
        schema: {
          tags: ['Payments'],
          summary: 'Screen a file of messages, plain or gzip; what asks for a look goes into the queue',
          description:
            'NDJSON out: `{"progress"}` as it goes on, `{"fault"}` for the first 200 messages that cannot be read, and `{"summary"}` or `{"error"}` as the last line. The same message again is the same message of the queue.',
          consumes: mediaTypes,
          produces: ['application/x-ndjson'],
          querystring: jsonSchema(querySchema),
        },
      },
      async (request, reply) => {
        recordsOf(services)
        knownNow(services)
        const { body, query } = request
        if (!body)
          throw new HttpFault(422, {
            code: 'CORDON_PAYMENT_EMPTY',
            expected: 'a file of MT or ISO 20022 messages as the body',
            found: 'no bytes',
            where: 'body',
            remedy: 'Send the file itself as the body.',
          })
        const lines = new PassThrough()
        void screened(services, holder, body, query.name, actorOf(request), (line) =>
          lines.write(ndjsonLine(line)),
        ).finally(() => lines.end())
        return reply.type('application/x-ndjson; charset=utf-8').send(lines)
      },
    )
  })
}

/** Screens the body and tells of it; never throws, as the answer has begun. */
async function screened(
  services: Services,
  holder: PaymentHolder,
  body: Readable,
  name: string,
  who: string,
  tell: (line: object) => void,
): Promise<void> {
  try {
    const store = await recordsOf(services).store()
    tell({ progress: noCounts() })
    const known = await holder.for(knownNow(services))
    const counts = noCounts()
    const faults: MessageFault[] = []
    let kept = 0
    for await (const batch of screenMessages(decompress(body), known, counts)) {
      kept += await store.payments.keep(toKeep(batch.answers, name, known, store.now()))
      for (const fault of batch.faults) {
        if (faults.length >= keptFaults) continue
        faults.push(fault)
        tell({ fault })
      }
      tell({ progress: counts })
    }
    if (counts.messages + counts.rejected === 0) throw nothingRead()
    const { versions } = known.known
    await store.payments.imported({ input: name, who, counts: { ...counts, kept }, faults, versions })
    tell({ summary: { name, ...counts, kept, versions } })
  } catch (error) {
    tell({ error: problemOf(error as Error).body })
  }
}

const nothingRead = () =>
  new HttpFault(422, {
    code: 'CORDON_PAYMENT_NOTHING',
    expected: 'SWIFT MT or ISO 20022 messages',
    found: 'a file without any',
    where: 'body',
    remedy: 'MT messages begin with {1:, ISO 20022 with <; a ZIP is to be unpacked first.',
  })

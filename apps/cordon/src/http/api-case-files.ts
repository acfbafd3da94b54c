import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { mostAttachmentBytes } from '../store/index.ts'
import { actorOf } from './actor.ts'
import { type CaseParams, caseParams } from './api-cases.ts'
import { needs } from './caller.ts'
import { attachmentSchema, attachmentView, reasonSchema } from './case-shapes.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { notFound } from './problem.ts'
import { recordsOf, type Services } from './services.ts'

const tags = ['Cases']
const fileParams = { type: 'object', properties: { id: { type: 'integer' }, file: { type: 'integer' } } }
const nameQuery = z.object({ name: z.string().min(1).max(255).describe('What the file is called') })
const removeBody = z.object({ reason: reasonSchema })

/**
 * Files of cases. They go in as bytes and come out as a download, whatever they are: never shown, never run, their type never
 * guessed.
 */
export function addCaseFileRoutes(app: FastifyInstance, services: Services): void {
  const store = () => recordsOf(services).store()
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: mostAttachmentBytes + 1 },
      (_request, bytes, done) => done(null, bytes),
    )
    scope.post<{ Params: CaseParams; Querystring: z.infer<typeof nameQuery>; Body: Buffer }>(
      '/api/cases/:id/attachments',
      {
        config: needs('write:cases'),
        schema: {
          tags,
          summary: 'Attach a file: its bytes as the body',
          consumes: ['application/octet-stream'],
          params: caseParams,
          querystring: jsonSchema(nameQuery),
          response: responses(attachmentSchema, 404, 413, 422, 501),
        },
      },
      async (request) => {
        const { cases } = await store()
        const bytes = request.body ?? Buffer.alloc(0)
        const who = actorOf(request)
        return attachmentView(await cases.attach(request.params.id, { name: request.query.name, bytes, who }))
      },
    )
  })
  app.get<{ Params: CaseParams & { file: number } }>(
    '/api/cases/:id/attachments/:file',
    {
      config: needs('read'),
      schema: { tags, summary: 'A file of a case, as a download', params: fileParams },
    },
    async ({ params: { id, file } }, reply) => {
      const found = await (await store()).cases.attachment(id, file)
      if (!found) throw notFound('a file of the case', String(file), `GET /api/cases/${id} names them.`)
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('etag', `"${found.sha256}"`)
        .send(found.bytes)
    },
  )
  app.post<{ Params: CaseParams & { file: number }; Body: z.infer<typeof removeBody> }>(
    '/api/cases/:id/attachments/:file/remove',
    {
      config: needs('write:cases'),
      schema: {
        tags,
        summary: 'Remove the bytes of a file; name, size and hash stay on record',
        params: fileParams,
        body: jsonSchema(removeBody),
        response: responses(z.object({}), 404, 422, 501),
      },
    },
    async (request) => {
      const { id, file } = request.params
      const { reason } = request.body
      await (await store()).cases.detach(id, { attachment: file, reason, who: actorOf(request) })
      return {}
    },
  )
}

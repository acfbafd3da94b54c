import { isDeeperThan } from '@cordon/formats'
import { isoSeconds } from '@cordon/model'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '../http/actor.ts'
import { needs } from '../http/caller.ts'
import type { Gate } from '../http/gate.ts'
import { HttpFault, notFound } from '../http/problem.ts'
import { recordsOf, type Services } from '../http/services.ts'
import {
  type TaxiiAdded,
  type TaxiiCollection,
  type TaxiiObject,
  type TaxiiRow,
  timeOfMicros,
} from '../store/index.ts'
import { checkObject } from './check-object.ts'
import { answerTaxiiError, isTaxii, mustAccept, stixType, taxiiType } from './media.ts'
import { nextText, readQuery, type TaxiiQuery } from './paging.ts'

/** Most bytes of what a partner posts at once. */
export const mostPostedBytes = 64 * 1024 * 1024
const root = '/taxii2/cordon'
const title = 'Cordon'
const schema = (summary: string) => ({ tags: ['Sharing'], summary, produces: [taxiiType] })

interface Params {
  readonly collection: string
  readonly object: string
}

/**
 * TAXII 2.1: what people chose to share, and what partners add to it. Reading asks for `read:shared`, adding and deleting for
 * `write:shared`; a key is sent as bearer, or as the password of HTTP Basic with any name.
 * @see https://docs.oasis-open.org/cti/taxii/v2.1/os/taxii-v2.1-os.html
 */
export async function addTaxiiRoutes(app: FastifyInstance, services: Services, gate: Gate): Promise<void> {
  const store = () => recordsOf(services).store()
  app.setErrorHandler(answerTaxiiError)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: mostPostedBytes }, (_request, body, done) =>
    done(null, body),
  )
  app.addHook('preHandler', async (request) => mustAccept(request))
  // As bytes: to a text the framework adds a charset, which clients that compare the type to the letter don't know.
  const send = (reply: FastifyReply, value: unknown) =>
    reply.type(taxiiType).send(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)))
  const known = async (key: string): Promise<TaxiiCollection> => {
    const found = await (await store()).taxii.collection(key)
    if (found) return found
    throw notFound('the id of a collection', key, `GET ${root}/collections/ names them.`)
  }
  const read = { config: needs('read:shared') }
  const write = { config: needs('write:shared') }

  app.get('/taxii2', { ...read, schema: schema('TAXII: discovery') }, async (request, reply) => {
    const address = `${originOf(request, gate)}${root}/`
    return send(reply, {
      title,
      description: 'What this institution shares with its partners.',
      default: address,
      api_roots: [address],
    })
  })
  app.get(root, { ...read, schema: schema('TAXII: the API root') }, async (_, reply) =>
    send(reply, {
      title,
      versions: ['application/taxii+json;version=2.1'],
      max_content_length: mostPostedBytes,
    }),
  )
  app.get(`${root}/collections`, { ...read, schema: schema('TAXII: collections') }, async (_, reply) => {
    const collections = (await (await store()).taxii.collections()).map(collectionView)
    return send(reply, collections.length > 0 ? { collections } : {})
  })
  app.get<{ Params: Params }>(
    `${root}/collections/:collection`,
    { ...read, schema: schema('TAXII: one collection') },
    async ({ params }, reply) => send(reply, collectionView(await known(params.collection))),
  )
  app.get<{ Params: Params; Querystring: TaxiiQuery }>(
    `${root}/collections/:collection/manifest`,
    { ...read, schema: schema('TAXII: what a collection holds') },
    async ({ params, query }, reply) => {
      const { id } = await known(params.collection)
      const { filter, limit } = readQuery(query)
      const { rows, more } = await (await store()).taxii.read(id, filter, limit, 'manifest')
      addedHeaders(reply, rows)
      const objects = rows.map((row) => ({
        id: row.id,
        date_added: timeOfMicros(row.added),
        version: row.version,
        media_type: stixType,
      }))
      return send(reply, page(rows, more, JSON.stringify(objects)))
    },
  )
  app.get<{ Params: Params; Querystring: TaxiiQuery }>(
    `${root}/collections/:collection/objects`,
    { ...read, schema: schema('TAXII: objects') },
    async ({ params, query }, reply) => {
      const { id } = await known(params.collection)
      const { filter, limit } = readQuery(query)
      const { rows, more } = await (await store()).taxii.read(id, filter, limit, 'bodies')
      addedHeaders(reply, rows)
      return send(reply, page(rows, more, `[${rows.map(({ body }) => body).join(',')}]`))
    },
  )
  app.get<{ Params: Params; Querystring: TaxiiQuery }>(
    `${root}/collections/:collection/objects/:object`,
    { ...read, schema: schema('TAXII: one object') },
    async ({ params, query }, reply) => {
      const { id } = await known(params.collection)
      const { filter, limit } = readQuery(query, false)
      const { rows, more } = await (await store()).taxii.read(
        id,
        { ...filter, ids: [params.object] },
        limit,
        'bodies',
      )
      if (rows.length === 0 && filter.after === undefined) throw noObject(params.object)
      addedHeaders(reply, rows)
      return send(reply, page(rows, more, `[${rows.map(({ body }) => body).join(',')}]`))
    },
  )
  app.get<{ Params: Params; Querystring: TaxiiQuery }>(
    `${root}/collections/:collection/objects/:object/versions`,
    { ...read, schema: schema('TAXII: the versions of an object') },
    async ({ params, query }, reply) => {
      const { id } = await known(params.collection)
      const { filter, limit } = readQuery(query, false)
      const { rows, more } = await (await store()).taxii.read(
        id,
        { ...filter, ids: [params.object], versions: ['all'] },
        limit,
        'manifest',
      )
      if (rows.length === 0 && filter.after === undefined) throw noObject(params.object)
      addedHeaders(reply, rows)
      const versions = rows.map(({ version }) => version).sort()
      return send(reply, { ...(more && { more, next: nextText(rows.at(-1)!.added) }), versions })
    },
  )
  app.delete<{ Params: Params; Querystring: TaxiiQuery }>(
    `${root}/collections/:collection/objects/:object`,
    { ...write, schema: schema('TAXII: delete an object, or versions of it') },
    async (request, reply) => {
      const { id } = await known(request.params.collection)
      const { filter } = readQuery(request.query, false)
      const versions = filter.versions ?? ['all']
      const gone = await (await store()).taxii.remove(
        id,
        { ...filter, ids: [request.params.object], versions },
        actorOf(request),
      )
      if (gone === 0) throw noObject(request.params.object)
      return send(reply, {})
    },
  )
  app.post<{ Params: Params; Body: string }>(
    `${root}/collections/:collection/objects`,
    { ...write, bodyLimit: mostPostedBytes, schema: schema('TAXII: add objects') },
    async (request, reply) => {
      if (!isTaxii(request.headers['content-type'], false))
        throw new HttpFault(415, {
          code: 'CORDON_MEDIA_TYPE',
          expected: `content-type: ${taxiiType}`,
          found: String(request.headers['content-type']).slice(0, 100),
          where: 'header.content-type',
          remedy: 'Send an envelope of TAXII 2.1.',
        })
      const collection = await known(request.params.collection)
      if (!collection.canWrite) throw readOnly(collection)
      const { taxii, now } = await store()
      const objects: TaxiiObject[] = []
      const refused: TaxiiAdded[] = []
      for (const value of envelopeOf(request.body)) {
        const checked = checkObject(value, now())
        if ('object' in checked) objects.push(checked.object)
        else refused.push(checked.refused)
      }
      const { id, at, results } = await taxii.post(collection.id, objects, refused, actorOf(request))
      void reply.code(202)
      return send(reply, statusView(id, at, results))
    },
  )
  app.get<{ Params: { id: string } }>(
    `${root}/status/:id`,
    { ...write, schema: schema('TAXII: what came of an addition') },
    async ({ params }, reply) => {
      const found = await (await store()).taxii.status(params.id)
      if (!found) throw notFound('the id of a status', params.id, 'POST answers with it.')
      return send(reply, statusView(params.id, found.at, JSON.parse(found.body) as TaxiiAdded[]))
    },
  )
}

function originOf(request: FastifyRequest, gate: Gate): string {
  return gate.people.publicUrl?.origin ?? `${request.protocol}://${request.host}`
}

function collectionView({ id, name, title: called, description, tlp, canWrite }: TaxiiCollection) {
  return {
    id,
    title: called,
    description: [description, `Marked up to ${tlp}.`].filter((one) => one !== '').join(' '),
    alias: name,
    can_read: true,
    can_write: canWrite,
    media_types: [stixType],
  }
}

function addedHeaders(reply: FastifyReply, rows: readonly TaxiiRow[]): void {
  if (rows.length === 0) return
  void reply.header('x-taxii-date-added-first', timeOfMicros(rows[0]!.added))
  void reply.header('x-taxii-date-added-last', timeOfMicros(rows.at(-1)!.added))
}

/** An envelope as text. @param objects as JSON */
function page(rows: readonly TaxiiRow[], more: boolean, objects: string): string {
  if (rows.length === 0) return '{}'
  const head = more ? `"more":true,"next":${JSON.stringify(nextText(rows.at(-1)!.added))},` : '"more":false,'
  return `{${head}"objects":${objects}}`
}

/** @throws HttpFault 422 for what is no envelope */
function envelopeOf(text: unknown): readonly unknown[] {
  const bad = (found: string) =>
    new HttpFault(422, {
      code: 'CORDON_BAD_JSON',
      expected: 'an envelope of TAXII 2.1: {"objects": [...]}',
      found,
      where: 'body',
      remedy: 'Nothing was added.',
    })
  if (typeof text !== 'string' || text.trim() === '') throw bad('nothing')
  if (isDeeperThan(128, text)) throw bad('JSON nested more than 128 deep')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw bad((error as Error).message.slice(0, 120))
  }
  const objects = (value as { objects?: unknown } | null)?.objects
  if (!Array.isArray(objects) || objects.length === 0) throw bad('none')
  return objects
}

function statusView(id: string, at: number, results: readonly TaxiiAdded[]) {
  const part = (isFault: boolean) =>
    results
      .filter(({ fault }) => (fault !== undefined) === isFault)
      .slice(0, 1_000)
      .map(({ id: object, version, fault }) => ({ id: object, version, ...(fault && { message: fault }) }))
  const failed = results.filter(({ fault }) => fault !== undefined).length
  return {
    id,
    status: 'complete',
    request_timestamp: isoSeconds(at),
    total_count: results.length,
    success_count: results.length - failed,
    successes: part(false),
    failure_count: failed,
    failures: part(true),
    pending_count: 0,
  }
}

const noObject = (id: string) =>
  notFound('an object of the collection', id, 'Its manifest names what it holds.')

function readOnly({ name }: TaxiiCollection): HttpFault {
  return new HttpFault(403, {
    code: 'CORDON_COLLECTION_READ_ONLY',
    expected: 'a collection that partners may add to',
    found: name,
    where: 'path.collection',
    remedy: 'Its owner says which ones are open: `can_write` in GET /taxii2/cordon/collections/.',
  })
}

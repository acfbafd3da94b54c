import { isoSeconds } from '@cordon/model'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type DiffFormat, headOf, writtenDiff } from '../deltas/diff-text.ts'
import { changedFields, diffLines, moveKinds } from '../deltas/filter-diff.ts'
import { diffStored, type NamedDiff } from '../deltas/list-diff.ts'
import type { Store } from '../store/index.ts'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { recordsOf, type Services } from './services.ts'

const querySchema = z.object({
  from: z
    .string()
    .max(200)
    .optional()
    .describe('A stored version: as published, # and its number, or a hash'),
  to: z.string().max(200).optional(),
  kind: z.enum(moveKinds).optional(),
  field: z.string().max(100).optional(),
  schema: z.string().max(100).optional(),
  q: z.string().max(500).optional(),
  material: z.boolean().default(false).describe('Only what changes who an entry is or why it is listed'),
  format: z.enum(['json', 'csv', 'text']).default('json'),
  limit: z.number().int().min(1).max(500).default(100),
  offset: z.number().int().min(0).default(0),
})
type Query = z.infer<typeof querySchema>

const sideSchema = z.object({
  version: z.string(),
  seq: z.number().optional(),
  sha256: z.string().optional(),
})

const changesSchema = z.object({
  source: z.string(),
  from: sideSchema,
  to: sideSchema,
  added: z.number(),
  removed: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  fields: z.array(z.object({ field: z.string(), words: z.string(), count: z.number() })),
  entries: z.array(z.record(z.string(), z.unknown())),
  total: z.number(),
  affected: z.array(
    z.object({
      party: z.string(),
      label: z.string(),
      entityId: z.string(),
      finding: z.string(),
      open: z.boolean(),
    }),
  ),
})

/** Answers of the last comparisons: pages and filters of one ask again. */
const kept = 4

/** `GET /api/lists/{source}/changes`: what changed between two versions, and which watched parties that concerns. */
export function addChangesRoute(app: FastifyInstance, services: Services): void {
  const last = new Map<string, NamedDiff>()
  const compared = async (store: Store, source: string, { from, to }: Query) => {
    const versions = await store.lists.versions(source)
    const key = JSON.stringify([source, from, to, versions.map(({ seq, current }) => [seq, current])])
    const known = last.get(key)
    if (known) return known
    const diff = await diffStored(store.lists, source, from, to)
    last.set(key, diff)
    if (last.size > kept) last.delete([...last.keys()][0]!)
    return diff
  }
  app.get<{ Params: { source: string }; Querystring: Query }>(
    '/api/lists/:source/changes',
    {
      config: needs('read'),
      schema: {
        tags: ['Lists'],
        summary: 'What changed between two versions of a list, and which watched parties that concerns',
        params: { type: 'object', properties: { source: { type: 'string' } } },
        querystring: jsonSchema(querySchema),
        response: responses(changesSchema, 404, 422, 501),
      },
    },
    async ({ params, query }, reply) => {
      const store = await recordsOf(services).store()
      const diff = await compared(store, params.source, query)
      const { kind, field, schema, q, material } = query
      const lines = diffLines(diff, {
        ...(kind && { kind }),
        ...(field && { field }),
        ...(schema && { schema }),
        ...(q && { search: q }),
        ...(material && { material }),
      })
      if (query.format !== 'json') {
        const name = `${diff.source}-${diff.from.version}-${diff.to.version}.${query.format === 'csv' ? 'csv' : 'txt'}`
        reply.header(
          'content-type',
          query.format === 'csv' ? 'text/csv; charset=utf-8' : 'text/plain; charset=utf-8',
        )
        reply.header('content-disposition', `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`)
        return writtenDiff({ diff, lines }, query.format as DiffFormat)
      }
      const page = lines.slice(query.offset, query.offset + query.limit)
      return {
        ...headOf(diff),
        fields: changedFields(diff).map(({ field: name, count }) => ({
          field: name,
          words: wordsOf(diff, name),
          count,
        })),
        entries: page,
        total: lines.length,
        affected: await affectedBy(store, diff),
      }
    },
  )
  addMonitorRoutes(app, services)
}

function wordsOf(diff: NamedDiff, field: string): string {
  for (const { changes } of diff.changed) {
    const found = changes.find((change) => change.field === field)
    if (found) return found.words.replace(/ (added|removed|changed)$/, '')
  }
  return field
}

/** Watched parties that meet, or met, an entry which came, went or changed. */
async function affectedBy(store: Store, diff: NamedDiff) {
  const ids = [...diff.added, ...diff.removed, ...diff.changed].map(({ id }) => id)
  const matches = await store.watched.matchesOfEntities(ids)
  const found = await store.findings.getAll(matches.map(({ findingId }) => findingId))
  const labels = new Map(found.map(({ finding }) => [finding.id, finding.subjects[0]?.label]))
  return matches.slice(0, 500).map(({ partyId, entityId, findingId, open }) => ({
    party: partyId,
    label: labels.get(findingId) ?? partyId,
    entityId,
    finding: findingId,
    open,
  }))
}

const partiesQuery = z.object({
  limit: z.number().int().min(1).max(500).default(50),
  after: z.string().max(500).optional(),
  q: z.string().max(500).optional(),
})

const monitorSchema = z.object({
  parties: z.number(),
  ran: z.string().optional(),
  versions: z.record(z.string(), z.number()),
  page: z.array(
    z.object({
      id: z.string(),
      schema: z.string(),
      properties: z.record(z.string(), z.array(z.string())),
      seenAt: z.string(),
      open: z.number(),
    }),
  ),
  next: z.string().optional(),
})

/** `GET /api/monitor`: the parties that are watched; `DELETE /api/monitor/{id}`. */
function addMonitorRoutes(app: FastifyInstance, services: Services): void {
  app.get<{ Querystring: z.infer<typeof partiesQuery> }>(
    '/api/monitor',
    {
      config: needs('read'),
      schema: {
        tags: ['Findings'],
        summary: 'The parties that are screened again whenever a list changes',
        querystring: jsonSchema(partiesQuery),
        response: responses(monitorSchema, 422, 501),
      },
    },
    async ({ query: { limit, after, q } }) => {
      const { watched } = await recordsOf(services).store()
      const page = await watched.list({ limit, ...(after && { after }), ...(q && { search: q }) })
      const matches = await watched.matchesOfParties(page.map(({ id }) => id))
      const state = await watched.state()
      return {
        parties: await watched.count(),
        ...(state && { ran: isoSeconds(state.ranAt) }),
        versions: state?.versions ?? {},
        page: page.map(({ id, schema, properties, seenAt }) => ({
          id,
          schema,
          properties,
          seenAt: isoSeconds(seenAt),
          open: matches.filter(({ partyId, open }) => open && partyId === id).length,
        })),
        ...(page.length === limit && { next: page.at(-1)!.id }),
      }
    },
  )
  app.delete<{ Params: { id: string } }>(
    '/api/monitor/:id',
    {
      config: needs('write:parties'),
      schema: {
        tags: ['Findings'],
        summary: 'Watch a party no longer; its findings stay',
        params: { type: 'object', properties: { id: { type: 'string' } } },
        response: responses(z.object({ removed: z.number() }), 501),
      },
    },
    async ({ params: { id } }) => ({
      removed: await (await recordsOf(services).store()).watched.remove([id]),
    }),
  )
}

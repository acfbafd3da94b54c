import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { loadSeaDrills } from '../sea/drill.ts'
import { loadSeaPack } from '../sea/pack.ts'
import { placedFindings, shipsOf } from '../sea/placed-findings.ts'
import { packTracks } from '../sea/track-columns.ts'
import { addSeaImportRoute } from './api-sea-import.ts'
import { addSightingRoute } from './api-sea-sightings.ts'
import { addSightingImportRoute } from './api-sea-sightings-import.ts'
import { addSeaVesselRoutes } from './api-sea-vessels.ts'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { notFound } from './problem.ts'
import { anything, boxOf, checkSpan, drillQuery, spanQuery, tags } from './sea-shapes.ts'
import { type SeaSource, seaSource } from './sea-source.ts'
import { recordsOf, type Services } from './services.ts'

const tracksQuery = spanQuery.extend({
  bbox: z.string().max(200).optional().describe('west,south,east,north: only ships that come into it'),
  most: z.number().int().min(1000).max(5_000_000).default(2_000_000).describe('Most points; thinned beyond'),
})
const fleetQuery = drillQuery.extend({
  at: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe('UTC milliseconds; by default the last minute that was heard'),
})
const eventsQuery = drillQuery.extend({
  from: z.number().int().min(0).optional(),
  until: z.number().int().min(0).optional(),
  kind: z.array(z.string().max(40)).max(20).optional(),
  bbox: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(5000).default(1000),
})
const summarySchema = z.object({
  ships: z.number(),
  events: z.number(),
  from: z.number().optional(),
  until: z.number().optional(),
  drill: z
    .object({
      id: z.string(),
      title: z.string(),
      synthetic: z.string(),
      record: z.array(z.object({ source: z.string(), says: z.string() })),
    })
    .optional(),
  areas: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      note: z.string().optional(),
      cites: z.array(z.string()),
      polygons: z.array(z.array(z.array(z.array(z.number())))),
    }),
  ),
  ports: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      country: z.string().optional(),
      lat: z.number(),
      lon: z.number(),
    }),
  ),
  citations: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      says: z.string(),
      url: z.string().optional(),
      paragraph: z.number().optional(),
      verified: z.boolean().optional().describe('False where the paragraph was not checked against the text'),
    }),
  ),
})
const areasSchema = z.object({ type: z.literal('FeatureCollection'), features: z.array(anything) })

type Drill = z.infer<typeof drillQuery>

/** `GET /api/sea` and what is below it, `POST /api/sea/sightings`, `POST /api/sea/import`. */
export function addSeaRoutes(app: FastifyInstance, services: Services): void {
  const source = ({ drill }: Drill) => seaSource(services, drill)
  app.get<{ Querystring: Drill }>(
    '/api/sea',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'What there is of the sea: span of time, watch areas, ports, citations',
        querystring: jsonSchema(drillQuery),
        response: responses(summarySchema, 404, 501),
      },
    },
    async ({ query }) => {
      const { sea, drill } = await source(query)
      const { areas, ports, rules } = loadSeaPack()
      return {
        ...(await sea.summary()),
        ...(drill && {
          drill: { id: drill.id, title: drill.title, synthetic: drill.synthetic, record: drill.record },
        }),
        areas,
        ports,
        citations: rules.citations,
      }
    },
  )
  app.get(
    '/api/sea/drills',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Past operations that can be played: give one of the ids as `drill` to the other routes',
        response: responses(z.object({ drills: z.array(anything) })),
      },
    },
    async () => ({
      drills: loadSeaDrills().map(({ id, title, synthetic, record, ships }) => ({
        id,
        title,
        synthetic,
        record,
        ships: ships.length,
      })),
    }),
  )
  app.get(
    '/api/sea/areas',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Watch areas, anchorages and lawful transfer areas as GeoJSON (RFC 7946)',
        response: responses(areasSchema),
      },
    },
    async (_request, reply) => {
      reply.type('application/geo+json')
      return {
        type: 'FeatureCollection' as const,
        features: loadSeaPack().areas.map(({ id, polygons, ...properties }) => ({
          type: 'Feature',
          id,
          properties,
          geometry: { type: 'MultiPolygon', coordinates: polygons },
        })),
      }
    },
  )
  addTracksRoute(app, source)
  addFleetRoute(app, source)
  addEventRoutes(app, source, services)
  addSeaVesselRoutes(app, services)
  addSightingRoute(app, services)
  addSightingImportRoute(app, services)
  addSeaImportRoute(app, services)
}

type Source = (query: Drill) => Promise<SeaSource>

function addTracksRoute(app: FastifyInstance, source: Source): void {
  app.get<{ Querystring: z.infer<typeof tracksQuery> }>(
    '/api/sea/tracks',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Thinned tracks of a span of time (UTC milliseconds), as bytes',
        description:
          'Little-endian 32-bit integers: ships, points, base (seconds since 1970), step (seconds between points where they were thinned), bytes of names. For each ship MMSI and number of points (32 bits each) and class (8 bits). The names, each ended by a zero. For each point the differences to the one before in time (seconds), latitude and longitude (hundred-thousandths of a degree) as zigzag varints; a ship begins from the base and 0, 0.',
        querystring: jsonSchema(tracksQuery),
        response: { 200: { type: 'string', format: 'binary' } },
      },
    },
    async ({ query }, reply) => {
      checkSpan(query)
      const { from, until, most, bbox } = query
      const box = bbox === undefined ? {} : { box: boxOf(bbox) }
      const { sea } = await source(query)
      const [pieces, names] = await Promise.all([sea.pieces(from, until), sea.names()])
      const named = new Map(names.map((one) => [one.mmsi, one]))
      reply.type('application/octet-stream')
      return reply
        .serializer((data) => data as string)
        .send(Buffer.from(packTracks(pieces, named, { from, until, most, ...box })))
    },
  )
}

const minuteMs = 60_000

/** Where all ships are at a time, for the first picture: a tenth of what their tracks are. */
function addFleetRoute(app: FastifyInstance, source: Source): void {
  app.get<{ Querystring: z.infer<typeof fleetQuery> }>(
    '/api/sea/fleet',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Where ships are at a time, of those that were heard in the twelve hours before, as bytes',
        description:
          'In the form of `GET /api/sea/tracks`, without names: of each ship the two positions before the time and the one after, where they are kept together.',
        querystring: jsonSchema(fleetQuery),
        response: { 200: { type: 'string', format: 'binary' } },
      },
    },
    async ({ query }, reply) => {
      const { sea } = await source(query)
      const last = (await (query.at === undefined ? sea.summary() : undefined))?.until ?? 0
      const pieces = await sea.fleet(query.at ?? Math.ceil(last / minuteMs) * minuteMs)
      const from = pieces.reduce((least, { points }) => Math.min(least, points[0]! * 1000), Infinity)
      const named = new Map(pieces.map((one) => [one.mmsi, { name: null, class: one.class }]))
      const all = { from: Number.isFinite(from) ? from : 0, until: Number.MAX_SAFE_INTEGER, most: 5_000_000 }
      reply.type('application/octet-stream')
      return reply.serializer((data) => data as string).send(Buffer.from(packTracks(pieces, named, all)))
    },
  )
}

function addEventRoutes(app: FastifyInstance, source: Source, services: Services): void {
  app.get<{ Querystring: z.infer<typeof eventsQuery> }>(
    '/api/sea/events',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Events and sightings that touch a span of time, the latest first',
        querystring: jsonSchema(eventsQuery),
        response: responses(z.object({ events: z.array(anything), complete: z.boolean() }), 422, 501),
      },
    },
    async ({ query }) => {
      const { from, until, kind, limit, bbox } = query
      const found = await (await source(query)).sea.events({
        ...(from !== undefined && { from }),
        ...(until !== undefined && { until }),
        ...(kind !== undefined && { kinds: kind }),
        limit: limit + 1,
      })
      const box = bbox === undefined ? undefined : boxOf(bbox)
      const events = found.slice(0, limit).filter((event) => {
        const { lat, lon } = event as unknown as { lat?: number; lon?: number }
        if (box === undefined) return true
        if (lat === undefined || lon === undefined || lat < box.south || lat > box.north) return false
        return box.west <= box.east ? lon >= box.west && lon <= box.east : lon >= box.west || lon <= box.east
      })
      return { events, complete: found.length <= limit }
    },
  )
  app.get<{ Querystring: z.infer<typeof spanQuery> }>(
    '/api/sea/findings',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Findings of the watch at sea that touch a span of time, with their places and events',
        querystring: jsonSchema(spanQuery),
        response: responses(z.object({ findings: z.array(anything), complete: z.boolean() }), 404, 422, 501),
      },
    },
    async ({ query }) => {
      const from = await source(query)
      const { findings, complete } = await from.findings(query)
      return { findings: await placed(from, findings), complete }
    },
  )
  app.get<{ Params: { id: string }; Querystring: Drill }>(
    '/api/sea/findings/:id',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'One finding with its place and events',
        params: { type: 'object', properties: { id: { type: 'string' } } },
        querystring: jsonSchema(drillQuery),
        response: responses(anything, 404, 501),
      },
    },
    async ({ params: { id }, query }) => {
      const from = await source(query)
      const found = query.drill
        ? (await from.findings({ from: 0, until: Number.MAX_VALUE })).findings.find((one) => one.id === id)
        : await recordsOf(services).finding(id)
      if (found?.watch !== 'maritime')
        throw notFound('the id of a finding of the watch at sea', id, 'GET /api/sea/findings names them.')
      return (await placed(from, [found]))[0]!
    },
  )
}

const aroundMs = 3_600_000
const mostEvents = 50_000

async function placed({ sea }: SeaSource, findings: Awaited<ReturnType<SeaSource['findings']>>['findings']) {
  if (findings.length === 0) return []
  const from = Math.min(...findings.map(({ window }) => window.start)) - aroundMs
  const until = Math.max(...findings.map(({ window }) => window.end ?? window.start)) + aroundMs
  const ships = [...new Set(findings.flatMap(shipsOf))]
  const [events, pieces] = await Promise.all([
    sea.events({ from, until, ships, limit: mostEvents }),
    sea.pieces(from, until, ships),
  ])
  return placedFindings(findings, events, pieces)
}

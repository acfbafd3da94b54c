import { matchSighting, type SightingResult, sightingOf } from '@cordon/maritime'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { loadSeaPack } from '../sea/pack.ts'
import { candidatesFrom, packTracks } from '../sea/track-columns.ts'
import { sightingEvent } from '../store/index.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { HttpFault, notFound } from './problem.ts'
import { recordsOf, type Services } from './services.ts'

const spanSchema = z.object({
  from: z.number().int().min(0),
  until: z.number().int().min(0),
})
const eventsSchema = z.object({
  from: z.number().int().min(0).optional(),
  until: z.number().int().min(0).optional(),
  kind: z.array(z.string().max(40)).max(20).optional(),
  limit: z.number().int().min(1).max(5000).default(1000),
})
const sightingSchema = z.object({
  time: z.string().max(40),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  accuracy_m: z.number().positive().max(100_000).optional(),
  length_m: z.number().positive().max(600).optional(),
  heading: z.number().min(0).max(360).optional(),
  name: z.string().max(100).optional(),
  imo: z.string().max(20).optional(),
  photo: z.string().max(500).optional(),
  source: z.string().max(100).optional(),
})
const event = z.record(z.string(), z.unknown())
const summarySchema = z.object({
  ships: z.number(),
  events: z.number(),
  from: z.number().optional(),
  until: z.number().optional(),
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
  citations: z.array(z.object({ id: z.string(), title: z.string(), says: z.string() })),
})
const vesselSchema = z.object({ vessel: event, events: z.array(event), track: z.array(z.array(z.number())) })

/** Longest span of time whose tracks are given in one answer: memory of the server and of the page. */
const mostDays = 31
const dayMs = 86_400_000
const tags = ['Sea']

/** `GET /api/sea`, its tracks, events and vessels, and `POST /api/sea/sightings`. */
export function addSeaRoutes(app: FastifyInstance, services: Services): void {
  const sea = () => recordsOf(services).sea()
  app.get(
    '/api/sea',
    {
      schema: {
        tags,
        summary: 'What there is of the sea: span of time, watch areas',
        response: responses(summarySchema, 501),
      },
    },
    async () => {
      const { areas, rules } = loadSeaPack()
      const citations = rules.citations.map(({ id, title, says }) => ({ id, title, says }))
      return { ...(await (await sea()).summary()), areas, citations }
    },
  )
  app.get<{ Querystring: { from: number; until: number } }>(
    '/api/sea/tracks',
    {
      schema: {
        tags,
        summary: 'Thinned tracks of a span of time (UTC milliseconds), as columns of 32-bit integers',
        description:
          'Little-endian: ships, points; MMSI of each ship; place of the first point of each ship, and one more for the end; class of each ship; then for all points seconds since 1970, latitudes and longitudes in millionths.',
        querystring: jsonSchema(spanSchema),
        response: { 200: { type: 'string', format: 'binary' } },
      },
    },
    async ({ query }, reply) => {
      checkSpan(query)
      const store = await sea()
      const [pieces, names] = await Promise.all([store.pieces(query.from, query.until), store.names()])
      const classes = new Map(names.map(({ mmsi, class: kind }) => [mmsi, kind]))
      reply.type('application/octet-stream')
      return reply
        .serializer((data) => data as string)
        .send(packTracks(pieces, classes, query.from, query.until))
    },
  )
  app.get<{ Querystring: { from?: number; until?: number; kind?: string[]; limit: number } }>(
    '/api/sea/events',
    {
      schema: {
        tags,
        summary: 'Events and sightings that touch a span of time, the latest first',
        querystring: jsonSchema(eventsSchema),
        response: responses(z.object({ events: z.array(event) }), 422, 501),
      },
    },
    async ({ query: { from, until, kind, limit } }) => ({
      events: await (await sea()).events({
        ...(from !== undefined && { from }),
        ...(until !== undefined && { until }),
        ...(kind !== undefined && { kinds: kind }),
        limit,
      }),
    }),
  )
  app.get<{ Params: { mmsi: string } }>(
    '/api/sea/vessels/:mmsi',
    {
      schema: {
        tags,
        summary: 'What a number states and stated, its events and its track',
        params: { type: 'object', properties: { mmsi: { type: 'string' } } },
        response: responses(vesselSchema, 404, 501),
      },
    },
    async ({ params }) => {
      const mmsi = Number(params.mmsi)
      const store = await sea()
      const pieces = /^\d{1,10}$/.test(params.mmsi)
        ? await store.pieces(0, Number.MAX_SAFE_INTEGER, mmsi)
        : []
      const vessel = Number.isInteger(mmsi) ? await store.vessel(mmsi) : undefined
      if (!vessel && pieces.length === 0)
        throw notFound(
          'an MMSI that was heard',
          params.mmsi,
          'GET /api/sea/events names those of which something was found.',
        )
      const track = pieces.flatMap(({ points }) =>
        Array.from({ length: points.length / 3 }, (_, i) => [
          points[3 * i]! * 1000,
          points[3 * i + 1]! / 1e6,
          points[3 * i + 2]! / 1e6,
        ]),
      )
      return {
        vessel: vessel ?? { mmsi, spans: [] },
        events: await store.events({ mmsi, limit: 500 }),
        track,
      }
    },
  )
  addSightingRoute(app, services)
}

function addSightingRoute(app: FastifyInstance, services: Services): void {
  app.post<{ Body: Record<string, unknown> }>(
    '/api/sea/sightings',
    {
      schema: {
        tags,
        summary: 'A sighting, matched to the tracks that are kept',
        body: jsonSchema(sightingSchema),
        response: responses(event, 422, 501),
      },
    },
    async ({ body }) => {
      const store = await recordsOf(services).sea()
      const sighting = sightingOf({ ...body, id: idOf(body) })
      if (typeof sighting === 'string')
        throw new HttpFault(422, {
          code: 'CORDON_SIGHTING',
          expected: 'a sighting',
          found: sighting,
          where: 'body',
          remedy: 'Give time (ISO 8601, UTC), lat and lon.',
        })
      const pieces = await store.pieces(sighting.time - 6 * 3_600_000, sighting.time + 6 * 3_600_000)
      const candidates = candidatesFrom(pieces, sighting)
      const known = await store.names(candidates.map(({ mmsi }) => mmsi))
      const names = new Map(known.map(({ mmsi, name }) => [mmsi, name]))
      const named = candidates.map((one) => {
        const name = names.get(one.mmsi)
        return name ? { ...one, name } : one
      })
      const result: SightingResult = { sighting, ...matchSighting(sighting, named) }
      await store.add({ pieces: [], events: [], ships: [], sightings: [result] })
      return sightingEvent(result)
    },
  )
}

/** The same sighting typed twice is one. */
function idOf({ time, lat, lon, name }: Record<string, unknown>): string {
  return `typed-${String(time)}-${String(lat)}-${String(lon)}-${String(name ?? '')}`
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
}

function checkSpan({ from, until }: { readonly from: number; readonly until: number }): void {
  if (until >= from && until - from <= mostDays * dayMs) return
  throw new HttpFault(422, {
    code: 'CORDON_SPAN',
    expected: `a span of at most ${mostDays} days`,
    found: `${((until - from) / dayMs).toFixed(1)} days`,
    where: 'query.until',
    remedy: 'Ask for less at a time.',
  })
}

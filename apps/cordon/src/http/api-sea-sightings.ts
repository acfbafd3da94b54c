import { matchSighting, type Ships, type Sighting, type SightingResult, sightingOf } from '@cordon/maritime'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { candidatesFrom } from '../sea/track-columns.ts'
import { type SeaStore, sightingEvent } from '../store/index.ts'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { HttpFault } from './problem.ts'
import { anything, drillQuery, tags } from './sea-shapes.ts'
import { seaSource } from './sea-source.ts'
import type { Services } from './services.ts'

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

const aroundMs = 6 * 3_600_000

/** `POST /api/sea/sightings`: what a person saw, matched to the tracks. */
export function addSightingRoute(app: FastifyInstance, services: Services): void {
  app.post<{ Body: Record<string, unknown>; Querystring: z.infer<typeof drillQuery> }>(
    '/api/sea/sightings',
    {
      config: needs('write:observations'),
      schema: {
        tags,
        summary: 'A sighting, matched to the tracks that are kept; of a drill it is kept in memory only',
        body: jsonSchema(sightingSchema),
        querystring: jsonSchema(drillQuery),
        response: responses(anything, 404, 422, 501),
      },
    },
    async ({ body, query }) => {
      const { sea, ships } = await seaSource(services, query.drill)
      const sighting = sightingOf({ ...body, id: idOf(body) })
      if (typeof sighting === 'string')
        throw new HttpFault(422, {
          code: 'CORDON_SIGHTING',
          expected: 'a sighting',
          found: sighting,
          where: 'body',
          remedy: 'Give time (ISO 8601, UTC), lat and lon.',
        })
      const result = await matched(sea, sighting)
      await sea.add({ pieces: [], events: [], ships: [], sightings: [result] })
      const { names, ...event } = result
      return { ...sightingEvent(event), names, listed: listedBy(sighting, ships()) }
    },
  )
}

async function matched(
  sea: SeaStore,
  sighting: Sighting,
): Promise<SightingResult & { readonly names: Readonly<Record<string, string>> }> {
  const pieces = await sea.pieces(sighting.time - aroundMs, sighting.time + aroundMs)
  const candidates = candidatesFrom(pieces, sighting)
  const known = await sea.names(candidates.map(({ mmsi }) => mmsi))
  const names = new Map(known.map(({ mmsi, name }) => [mmsi, name]))
  const named = candidates.map((one) => {
    const name = names.get(one.mmsi)
    return name ? { ...one, name } : one
  })
  const answer = matchSighting(sighting, named)
  const told = new Set([...answer.matches, ...answer.beside].map(({ mmsi }) => mmsi))
  return {
    sighting,
    ...answer,
    names: Object.fromEntries(
      [...names].flatMap(([mmsi, name]) => (name && told.has(mmsi) ? [[mmsi, name]] : [])),
    ),
  }
}

/** Known ships that bear what was read off. */
function listedBy({ name, imo }: Sighting, ships: Ships) {
  const query = { ...(name !== undefined && { name }), ...(imo !== undefined && { imo }) }
  return ships.find(query).map(({ ref, listed, source }) => ({ ref, listed, source }))
}

/** The same sighting typed twice is one. */
function idOf({ time, lat, lon, name }: Record<string, unknown>): string {
  return `typed-${String(time)}-${String(lat)}-${String(lon)}-${String(name ?? '')}`
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
}

import { type ShipRecord, type Ships, type Sighting, type SightingResult, sightingOf } from '@cordon/maritime'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { judgeSightings, keepFindings } from '../sea/judge-sightings.ts'
import { loadSeaPack } from '../sea/pack.ts'
import { sightingEvent } from '../store/index.ts'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { HttpFault } from './problem.ts'
import { anything, drillQuery, tags } from './sea-shapes.ts'
import { seaSource } from './sea-source.ts'
import { knownNow, recordsOf, type Services } from './services.ts'

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

/** `POST /api/sea/sightings`: what a person saw, matched to the tracks and judged by the rules. */
export function addSightingRoute(app: FastifyInstance, services: Services): void {
  app.post<{ Body: Record<string, unknown>; Querystring: z.infer<typeof drillQuery> }>(
    '/api/sea/sightings',
    {
      config: needs('write:observations'),
      schema: {
        tags,
        summary:
          'A sighting, matched to the tracks that are kept and judged: what comes of it is a finding; of a drill it is kept in memory only',
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
      const { rules, areas, ports } = loadSeaPack()
      const { versions } = knownNow(services)
      const knowledge = { ships: ships(), rules, places: { areas, ports }, versions }
      const judged = await judgeSightings(sea, knowledge, [sighting])
      const { results, events, findings } = judged
      await sea.add({ pieces: [], events, ships: [], sightings: results })
      if (query.drill === undefined)
        await keepFindings((await recordsOf(services).store()).findings, findings)
      const result = results[0]!
      return {
        ...sightingEvent(result),
        names: namesOf(result, judged.ships),
        listed: listedBy(sighting, ships()),
        findings: findings.map(({ id, rule, score, severity, statement }) => ({
          id,
          rule,
          score,
          severity,
          statement,
        })),
      }
    },
  )
}

/** Names of the ships that the answer tells of. */
function namesOf({ matches, beside }: SightingResult, ships: readonly ShipRecord[]): Record<string, string> {
  const told = new Set([...matches, ...beside].map(({ mmsi }) => mmsi))
  return Object.fromEntries(ships.flatMap(({ mmsi, name }) => (name && told.has(mmsi) ? [[mmsi, name]] : [])))
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

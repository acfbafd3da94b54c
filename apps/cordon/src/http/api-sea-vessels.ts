import type { ShipRecord } from '@cordon/maritime'
import { parseMmsi } from '@cordon/model'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { vesselView } from '../sea/vessel-view.ts'
import type { KeptEvent, SeaStore } from '../store/index.ts'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { notFound } from './problem.ts'
import { anything, drillQuery, tags } from './sea-shapes.ts'
import { seaSource } from './sea-source.ts'
import type { Services } from './services.ts'

const vesselSchema = z.object({
  vessel: anything,
  others: z.array(anything).describe('The same hull under other numbers, as far as events say'),
  number: z.object({
    kind: z.string().optional(),
    mid: z.string().optional(),
    flag: z.string().optional(),
  }),
  known: z.array(anything),
  related: z.array(anything),
  doubts: z.array(anything),
  events: z.array(anything),
  findings: z.array(anything),
  track: z.array(z.array(z.number())),
})
const shipsQuery = drillQuery.extend({
  q: z.string().min(1).max(100).describe('A part of the name, or the beginning of the MMSI'),
  limit: z.number().int().min(1).max(200).default(20),
})

const mostNumbers = 8

/** What the numbers stated under which the hull went on, before or after. */
async function otherNumbers(
  sea: SeaStore,
  mmsi: number,
  events: readonly KeptEvent[],
): Promise<ShipRecord[]> {
  const numbers = new Set<number>()
  for (const event of events as readonly (KeptEvent & { readonly change?: string })[])
    if (event.change === 'new-number' && typeof event.other === 'number')
      numbers.add(event.other === mmsi ? event.mmsi : event.other)
  const records = await Promise.all([...numbers].slice(0, mostNumbers).map((one) => sea.vessel(one)))
  return records.flatMap((one) => one ?? [])
}

/** `GET /api/sea/vessels/{mmsi}`, and the search for ships that were heard. */
export function addSeaVesselRoutes(app: FastifyInstance, services: Services): void {
  app.get<{ Querystring: z.infer<typeof shipsQuery> }>(
    '/api/sea/vessels',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Ships that were heard, by name or number',
        querystring: jsonSchema(shipsQuery),
        response: responses(z.object({ vessels: z.array(anything) }), 422, 501),
      },
    },
    async ({ query }) => {
      const { sea } = await seaSource(services, query.drill)
      const wanted = query.q.trim().toUpperCase()
      const vessels = (await sea.names())
        .filter(({ mmsi, name }) => String(mmsi).startsWith(wanted) || name?.toUpperCase().includes(wanted))
        .slice(0, query.limit)
      return { vessels }
    },
  )
  app.get<{ Params: { mmsi: string }; Querystring: z.infer<typeof drillQuery> }>(
    '/api/sea/vessels/:mmsi',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'A number: its identities over time, who it leads to, what contradicts what, events, track',
        params: { type: 'object', properties: { mmsi: { type: 'string' } } },
        querystring: jsonSchema(drillQuery),
        response: responses(vesselSchema, 404, 501),
      },
    },
    async ({ params, query }) => {
      const source = await seaSource(services, query.drill)
      const { sea } = source
      const mmsi = /^\d{1,10}$/.test(params.mmsi) ? Number(params.mmsi) : undefined
      const [vessel, pieces] =
        mmsi === undefined
          ? [undefined, []]
          : await Promise.all([sea.vessel(mmsi), sea.pieces(0, Number.MAX_SAFE_INTEGER, [mmsi])])
      if (mmsi === undefined || (!vessel && pieces.length === 0))
        throw notFound(
          'an MMSI that was heard',
          params.mmsi,
          'GET /api/sea/vessels?q= finds those that were, by name or number.',
        )
      const record = vessel ?? { mmsi, spans: [] }
      const events = await sea.events({ mmsi, limit: 500 })
      const others = await otherNumbers(sea, mmsi, events)
      const { findings } = await source.findings({ from: 0, until: Number.MAX_SAFE_INTEGER })
      const padded = parseMmsi(mmsi)
      const ids = [`mmsi:${mmsi}`, ...(padded.ok ? [`mmsi:${padded.value}`] : [])]
      return {
        vessel: record,
        ...vesselView(record, events, source.ships(), others),
        others,
        events,
        findings: findings.filter(({ subjects }) => subjects.some(({ id }) => ids.includes(id))),
        track: pieces.flatMap(({ points }) =>
          Array.from({ length: points.length / 3 }, (_, i) => [
            points[3 * i]! * 1000,
            points[3 * i + 1]! / 1e6,
            points[3 * i + 2]! / 1e6,
          ]),
        ),
      }
    },
  )
}

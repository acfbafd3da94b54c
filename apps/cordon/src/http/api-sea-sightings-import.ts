import { PassThrough, Readable } from 'node:stream'
import { InputError, ndjsonLine, type Reject } from '@cordon/formats'
import {
  readSightings,
  type Sighting,
  type SightingColumn,
  type SightingField,
  sightingFields,
} from '@cordon/maritime'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { apartInTime, judgeSightings, keepFindings } from '../sea/judge-sightings.ts'
import { loadSeaPack } from '../sea/pack.ts'
import { needs } from './caller.ts'
import { jsonSchema } from './json-schema.ts'
import { HttpFault, problemOf } from './problem.ts'
import { drillQuery, tags } from './sea-shapes.ts'
import { seaSource } from './sea-source.ts'
import { knownNow, recordsOf, type Services } from './services.ts'

const mostBytes = 64 * 1024 * 1024
/** Each is matched to the ships near it: beyond these the server would be busy for long. */
const mostSightings = 20_000
const shownRejects = 200
const shownFindings = 50
const mediaTypes = [
  'application/octet-stream',
  'application/gzip',
  'text/csv',
  'application/json',
  'application/x-ndjson',
]

const querySchema = drillQuery.extend({
  name: z.string().max(300).default('upload').describe('The name of the file, for whoever reads the answer'),
  look: z
    .boolean()
    .default(false)
    .describe('Only reads: which columns are known and what can be read; nothing is judged or kept'),
  column: z
    .array(z.string().max(300))
    .max(20)
    .default([])
    .describe(
      `FIELD=COLUMN, where the names of columns do not tell; of fields ${sightingFields.join(', ')}. FIELD= reads no column for it`,
    ),
})
type Query = z.infer<typeof querySchema>

/** `POST /api/sea/sightings/import`: a file of sightings as a body. In a scope of its own: only here its body is taken as it comes. */
export function addSightingImportRoute(app: FastifyInstance, services: Services): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(mediaTypes, (_request, payload, done) => done(null, payload))
    scope.post<{ Querystring: Query; Body: Readable | undefined }>(
      '/api/sea/sightings/import',
      {
        config: needs('write:observations'),
        bodyLimit: mostBytes,
        schema: {
          tags,
          summary: 'A file of sightings (CSV, JSON, detections of a radar satellite), matched and judged',
          description:
            'CSV with a header, NDJSON or a JSON array, plain or gzip, at most 20,000 sightings. NDJSON out: `{"columns"}` with what each column is read as, `{"reject"}` for the first 200 records that cannot be read, `{"progress"}`, and `{"summary"}` or `{"error"}` as the last line. The same file again changes nothing.',
          consumes: mediaTypes,
          produces: ['application/x-ndjson'],
          querystring: jsonSchema(querySchema),
        },
      },
      async ({ body, query, raw }, reply) => {
        const columns = columnsGiven(query.column)
        await seaSource(services, query.drill)
        const lines = new PassThrough()
        const gone = new AbortController()
        reply.raw.once('close', () => gone.abort())
        raw.once('aborted', () => gone.abort())
        const tell = (line: object) => lines.write(ndjsonLine(line))
        void taken(services, body ?? Readable.from([]), { query, columns, tell, signal: gone.signal })
          .catch((error: Error) => tell({ error: problemOf(error).body }))
          .finally(() => lines.end())
        return reply.type('application/x-ndjson; charset=utf-8').send(lines)
      },
    )
  })
}

type Columns = Partial<Record<SightingField, string>>

function columnsGiven(given: readonly string[]): Columns {
  const columns: Columns = {}
  for (const one of given) {
    const [, field = '', column = ''] = /^([a-zA-Z]+)=(.*)$/s.exec(one) ?? []
    if (!sightingFields.includes(field as SightingField))
      throw new HttpFault(422, {
        code: 'CORDON_SIGHTING_COLUMN',
        expected: `FIELD=COLUMN with one of ${sightingFields.join(', ')}`,
        found: one.slice(0, 100),
        where: 'query.column',
        remedy: 'Write for example time=acquired_at.',
      })
    columns[field as SightingField] = column
  }
  return columns
}

interface Taking {
  readonly query: Query
  readonly columns: Columns
  readonly tell: (line: object) => void
  readonly signal: AbortSignal
}

async function taken(services: Services, body: Readable, { query, columns, tell, signal }: Taking) {
  const { sightings, rejected, repeated } = await readAll(body, columns, tell)
  const head = { name: query.name, sightings: sightings.length, rejected, repeated }
  if (query.look) {
    tell({ summary: { ...head, ...spanOf(sightings) } })
    return
  }
  if (sightings.length === 0) throw nothingRead(rejected)
  const { sea, ships } = await seaSource(services, query.drill)
  const { rules, areas, ports } = loadSeaPack()
  const knowledge = {
    ships: ships(),
    rules,
    places: { areas, ports },
    versions: knownNow(services).versions,
  }
  const counts = { judged: 0, dark: 0 }
  const found = new Map<string, object>()
  for (const together of apartInTime(sightings)) {
    // What is judged is kept; the same file goes on from there.
    if (signal.aborted) return
    const { results, events, findings } = await judgeSightings(sea, knowledge, together)
    await sea.add({ pieces: [], events, ships: [], sightings: results })
    if (query.drill === undefined) await keepFindings((await recordsOf(services).store()).findings, findings)
    counts.judged += results.length
    counts.dark += results.filter(({ matches }) => !(matches[0] && matches[0].probability >= 0.5)).length
    for (const { id, rule, score, severity, statement, window } of findings)
      found.set(id, { id, rule, score, severity, statement, start: window.start })
    tell({ progress: { judged: counts.judged, of: sightings.length, findings: found.size } })
  }
  tell({
    summary: {
      ...head,
      ...spanOf(sightings),
      fitting: counts.judged - counts.dark,
      dark: counts.dark,
      findings: found.size,
      first: [...found.values()].slice(0, shownFindings),
    },
  })
}

async function readAll(body: Readable, given: Columns, tell: (line: object) => void) {
  const sightings = new Map<string, Sighting>()
  let [rejected, repeated] = [0, 0]
  const onColumns = (columns: readonly SightingColumn[]) => tell({ columns: columns.slice(0, 200) })
  const reject = (one: Reject) => {
    if (rejected++ < shownRejects) tell({ reject: one })
  }
  let bytes = 0
  async function* bounded() {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > mostBytes) throw tooMuch(`more than ${mostBytes / 1024 / 1024} MiB`)
      yield chunk
    }
  }
  for await (const batch of readSightings(bounded(), { columns: given, onColumns })) {
    for (const one of batch.rejects) reject(one)
    for (const one of batch.records) {
      if (sightings.has(one.id)) repeated++
      else sightings.set(one.id, one)
    }
    if (sightings.size > mostSightings) throw tooMuch(`more than ${mostSightings} sightings`)
  }
  if (bytes === 0) throw nothingRead(0)
  return { sightings: [...sightings.values()], rejected, repeated }
}

function spanOf(sightings: readonly Sighting[]): { from?: number; until?: number } {
  if (sightings.length === 0) return {}
  let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { time } of sightings) [from, until] = [Math.min(from, time), Math.max(until, time)]
  return { from, until }
}

const nothingRead = (rejected: number) =>
  new InputError('FORMATS_UNKNOWN', {
    expected: 'sightings as CSV with a header, NDJSON or a JSON array',
    found: rejected === 0 ? 'no record' : `nothing that could be read; ${rejected} records were rejected`,
    where: 'body',
    remedy: 'Say which column holds the time, the latitude and the longitude.',
  })

const tooMuch = (found: string) =>
  new HttpFault(413, {
    code: 'CORDON_SIGHTINGS_LARGE',
    expected: `at most ${mostSightings} sightings and ${mostBytes / 1024 / 1024} MiB`,
    found,
    where: 'body',
    remedy: 'Use `cordon sea sighting FILE`, or send the file in parts.',
  })

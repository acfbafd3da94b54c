import { Readable } from 'node:stream'
import { type Bytes, ndjsonLine } from '@cordon/formats'
import type { MatchOptions, ScreeningIndex } from '@cordon/screening'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Known } from '../known/known.ts'
import { answerLine } from '../parties/answer-line.ts'
import { parseMappings } from '../parties/columns.ts'
import { readParties } from '../parties/read-parties.ts'
import { algorithmOf, indexOf } from './algorithms.ts'
import { needs } from './caller.ts'
import { Turns } from './in-turns.ts'
import { jsonSchema } from './json-schema.ts'
import { problemOf } from './problem.ts'
import { allSources, knownNow, type Services, searchedLists, sourcesOf, versionsOf } from './services.ts'
import { standingSettings } from './standing-settings.ts'

/** Characters that are gathered before they are sent. */
const chunkSize = 64 * 1024

const mediaTypes = [
  'text/csv',
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/json',
  'application/gzip',
  'application/octet-stream',
]

const parametersSchema = z.object({
  dataset: z.string().max(200).default(allSources),
  threshold: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Matches from this score on; by default what the settings say'),
  limit: z.number().int().min(1).max(500).default(5).describe('Most matches of one party'),
  algorithm: z.string().max(100).default('best'),
  map: z
    .union([z.array(z.string().max(500)).max(200), z.string().max(500)])
    .optional()
    .describe('column=property: what a column means'),
  matches_only: z.boolean().default(false).describe('No lines for parties that meet nobody'),
})
type Parameters = z.infer<typeof parametersSchema>

/** What an answer is made with. */
interface Bulk {
  readonly known: Known
  readonly index: ScreeningIndex
  readonly options: MatchOptions
  readonly map: Readonly<Record<string, string>>
  readonly matchesOnly: boolean
}

/**
 * The lines of an answer: one for each party and each reject, in the order of the input, and the summary as the last.
 * Nothing is kept of what has been read; the reader of the answer sets the pace.
 */
async function* answerLines(bytes: Bytes, { known, index, options, map, matchesOnly }: Bulk) {
  const counts = { parties: 0, matched: 0, matches: 0, rejected: 0 }
  const turns = new Turns()
  let text = ''
  for await (const { records, rejects } of readParties(bytes, { map })) {
    for (const row of records) {
      const results = index.match(row.party, options)
      counts.parties++
      if (results.length > 0) counts.matched++
      counts.matches += results.length
      if (results.length > 0 || !matchesOnly) text += answerLine(known, { row, results })
      if (text.length >= chunkSize) {
        yield text
        text = ''
      }
      await turns.due()
    }
    counts.rejected += rejects.length
    for (const reject of rejects) text += ndjsonLine({ reject })
  }
  const { includeDatasets } = options
  const searched = {
    versions: versionsOf(known, includeDatasets),
    lists: searchedLists(known, includeDatasets),
  }
  yield `${text}${ndjsonLine({ summary: { ...counts, ...searched } })}`
}

/** The rest of an answer that has begun: what goes wrong now is told in the last line, in place of the summary. */
async function* toTheEnd(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield first
    yield* { [Symbol.asyncIterator]: () => rest }
  } catch (error) {
    yield ndjsonLine({ error: problemOf(error as Error).body })
  } finally {
    await rest.return?.()
  }
}

/**
 * `POST /api/screen/bulk`: any number of parties as a stream, their answers as a stream. To be registered in a scope of
 * its own: only here is a body taken as it comes.
 */
export function addBulkRoute(app: FastifyInstance, services: Services): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(mediaTypes, (_request, payload, done) => done(null, payload))
  app.post<{ Querystring: Parameters; Body: Readable | undefined }>(
    '/api/screen/bulk',
    {
      config: needs('screen'),
      bodyLimit: Number.MAX_SAFE_INTEGER,
      schema: {
        tags: ['Matching'],
        summary: 'Screen any number of parties, streamed',
        description:
          'CSV, NDJSON or a JSON array in, plain or gzip; NDJSON out: a line for each party, `{"reject"}` for each record that cannot be read, `{"summary"}` as the last line. An answer without a summary is not complete.',
        consumes: mediaTypes,
        produces: ['application/x-ndjson'],
        querystring: jsonSchema(parametersSchema),
      },
    },
    async ({ body, query }, reply) => {
      const known = knownNow(services)
      const sources = sourcesOf(known, query.dataset)
      const { limit } = query
      const threshold = query.threshold ?? (await standingSettings(services)).matchThreshold
      const lines = answerLines(body ?? Readable.from([]), {
        known,
        index: await indexOf(known, algorithmOf(services, query.algorithm)),
        options: { threshold, cutoff: threshold, limit, ...(sources && { includeDatasets: sources }) },
        map: parseMappings([query.map ?? []].flat()),
        matchesOnly: query.matches_only,
      })
      // What is wrong with the input as a whole shows in its beginning, while the status can still say so.
      const first = await lines.next()
      if (first.done) throw new Error('an answer without a summary')
      const stream = Readable.from(toTheEnd(first.value, lines), { objectMode: false })
      return reply.type('application/x-ndjson; charset=utf-8').send(stream)
    },
  )
}

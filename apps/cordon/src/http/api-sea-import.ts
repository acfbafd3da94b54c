import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ndjsonLine, type Reject } from '@cordon/formats'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { loadSeaPack } from '../sea/pack.ts'
import { needs } from './caller.ts'
import { jsonSchema } from './json-schema.ts'
import { HttpFault, problemOf } from './problem.ts'
import { tags } from './sea-shapes.ts'
import { shipsNow } from './sea-source.ts'
import { knownNow, recordsOf, type Services } from './services.ts'

/** Beyond it the command is the better way: the server would be busy for minutes. */
const mostBytes = 512 * 1024 * 1024
const shownRejects = 200
const mediaTypes = ['application/octet-stream', 'application/gzip', 'text/csv', 'text/plain']

const querySchema = z.object({
  name: z.string().max(300).default('upload').describe('The name of the file, for whoever reads the answer'),
  lateness: z.number().int().min(0).max(100_000).default(10).describe('Minutes that positions may be late'),
})

/**
 * `POST /api/sea/import`: a file of AIS as a body, watched as `cordon sea watch` does. Registered in a scope of its own: only
 * here is a body taken as it comes.
 */
export function addSeaImportRoute(app: FastifyInstance, services: Services): void {
  let busy = false
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(mediaTypes, (_request, payload, done) => done(null, payload))
    scope.post<{ Querystring: z.infer<typeof querySchema>; Body: Readable | undefined }>(
      '/api/sea/import',
      {
        config: needs('write:observations'),
        bodyLimit: mostBytes,
        schema: {
          tags,
          summary: 'Watch a file of AIS: NMEA sentences or CSV, plain or gzip; what is found is stored',
          description:
            'NDJSON out: `{"progress"}` as it goes on, `{"reject"}` for the first 200 records that cannot be read, and `{"summary"}` or `{"error"}` as the last line. The same content again changes nothing.',
          consumes: mediaTypes,
          produces: ['application/x-ndjson'],
          querystring: jsonSchema(querySchema),
        },
      },
      async ({ body, query, raw }, reply) => {
        recordsOf(services)
        knownNow(services)
        if (busy) throw isBusy()
        busy = true
        const folder = await mkdtemp(join(tmpdir(), 'cordon-sea-'))
        const path = join(folder, 'input')
        try {
          const run = `sea/file-${await received(body ?? Readable.from([]), path)}`
          const lines = new PassThrough()
          const gone = new AbortController()
          reply.raw.once('close', () => gone.abort())
          raw.once('aborted', () => gone.abort())
          void watched(
            services,
            { path, run, name: query.name, lateness: query.lateness },
            gone.signal,
            (line) => lines.write(ndjsonLine(line)),
          ).finally(async () => {
            busy = false
            lines.end()
            await rm(folder, { recursive: true, force: true })
          })
          return reply.type('application/x-ndjson; charset=utf-8').send(lines)
        } catch (error) {
          busy = false
          await rm(folder, { recursive: true, force: true })
          throw error
        }
      },
    )
  })
}

/** Writes the body to a file. @returns the first digits of its SHA-256 */
async function received(body: Readable, path: string): Promise<string> {
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(
    body,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        bytes += chunk.length
        if (bytes > mostBytes) throw tooLarge()
        yield chunk
      }
    },
    createWriteStream(path),
  )
  if (bytes === 0) throw isEmpty()
  return hash.digest('hex').slice(0, 16)
}

interface Given {
  readonly path: string
  readonly run: string
  readonly name: string
  readonly lateness: number
}

/** Watches the file and tells of it; never throws, as the answer has begun. */
async function watched(
  services: Services,
  { path, run, name, lateness }: Given,
  signal: AbortSignal,
  tell: (line: object) => void,
): Promise<void> {
  let rejected = 0
  try {
    const known = knownNow(services)
    const { rules, areas, ports } = loadSeaPack()
    const summary = await recordsOf(services).importSea({
      path,
      run,
      latenessMinutes: lateness,
      knowledge: { ships: shipsNow(services), rules, places: { areas, ports }, versions: known.versions },
      signal,
      onRejects: (rejects: readonly Reject[]) => {
        for (const reject of rejects) if (rejected++ < shownRejects) tell({ reject })
      },
      onProgress: ({ observed, findings }, time) =>
        tell({ progress: { observed, findings, rejected, ...(time !== undefined && { time }) } }),
      onDisorder: (minutes) => tell({ disorder: { minutes } }),
    })
    if (summary.observed === 0) throw nothingRead(rejected)
    tell({ summary: { name, run, ...summary, rejected, versions: known.versions } })
  } catch (error) {
    tell({ error: problemOf(error as Error).body })
  }
}

const isBusy = () =>
  new HttpFault(409, {
    code: 'CORDON_SEA_BUSY',
    expected: 'one file at a time',
    found: 'another file that is being read',
    where: 'server',
    remedy: 'Wait until it is done, or run `cordon sea watch` beside the server.',
  })

const isEmpty = () =>
  new HttpFault(422, {
    code: 'CORDON_SEA_EMPTY',
    expected: 'a file of AIS: NMEA sentences or CSV',
    found: 'no bytes',
    where: 'body',
    remedy: 'Send the file itself as the body.',
  })

const nothingRead = (rejected: number) =>
  new HttpFault(422, {
    code: 'CORDON_SEA_NOTHING',
    expected: 'NMEA sentences, or a CSV of positions whose columns are known',
    found: `nothing that could be read; ${rejected} ${rejected === 1 ? 'line was' : 'lines were'} rejected`,
    where: 'body',
    remedy:
      'Check that it is AIS. Of a CSV with other columns say which hold what: `cordon sea watch --column`.',
  })

const tooLarge = () =>
  new HttpFault(413, {
    code: 'CORDON_SEA_LARGE',
    expected: `at most ${mostBytes / 1024 / 1024} MiB`,
    found: 'more',
    where: 'body',
    remedy: 'Use `cordon sea watch FILE --run NAME`: it reads files of any size.',
  })

import { Readable } from 'node:stream'
import type { Bytes } from '@cordon/formats'
import { decompress } from '@cordon/formats'
import { severities } from '@cordon/model'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { verdicts } from './records.ts'
import { recordsOf, type Services } from './services.ts'

const tags = ['Network']

const viewSchema = z.object({
  total: z.number(),
  detections: z.array(
    z.object({
      id: z.string(),
      rule: z.string(),
      title: z.string(),
      severity: z.enum(severities),
      hosts: z.array(z.string()),
      techniques: z.array(z.string()),
      records: z.number(),
      start: z.number(),
      end: z.number().optional(),
      verdict: z.enum(verdicts).optional(),
    }),
  ),
  matrix: z.array(z.object({ id: z.string(), title: z.string(), techniques: z.array(z.string()) })),
  names: z.record(z.string(), z.string()).optional(),
  groups: z.array(z.object({ id: z.string(), name: z.string(), techniques: z.array(z.string()) })).optional(),
})

const pushedSchema = z.object({
  accepted: z.number(),
  rejected: z.number(),
  rejects: z.array(z.object({ where: z.string(), reason: z.string(), excerpt: z.string() })),
  findings: z.number(),
})

const mediaTypes = [
  'application/json',
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/octet-stream',
  'application/gzip',
  'text/csv',
  'text/plain',
]

/** Bytes of one push, unpacked: what is taken is committed in one piece. */
const mostBytes = 64 * 1024 * 1024

/** `GET /api/network`: what the watch over networks found. */
export function addNetworkRoutes(app: FastifyInstance, services: Services): void {
  app.get(
    '/api/network',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'What was found in logs, by rule, host and technique; the gravest first',
        description: 'One detection is one finding: GET /api/findings/{id} has its records.',
        response: responses(viewSchema, 501),
      },
    },
    async () => recordsOf(services).network(),
  )
}

/**
 * `POST /api/network/events`: log records in any form that is known, through the watch. To be registered in a scope of its
 * own: only here is a body taken as it comes.
 */
export function addNetworkPushRoute(app: FastifyInstance, services: Services): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(mediaTypes, (_request, payload, done) => done(null, payload))
  app.post<{ Body: Bytes | undefined; Querystring: { name: string } }>(
    '/api/network/events',
    {
      config: needs('write:observations'),
      bodyLimit: mostBytes,
      schema: {
        tags,
        summary: 'Log records through the watch; answered when what they led to is committed',
        description:
          'JSON (lines, an array, wrapped), syslog, CEF, LEEF, auditd, CSV, Zeek, Suricata EVE, access logs, EVTX; plain or gzip, at most 64 MiB unpacked. The format is found by content.',
        consumes: mediaTypes,
        querystring: jsonSchema(
          z.object({
            name: z.string().max(200).default('http').describe('What records are said to come from'),
          }),
        ),
        response: responses(pushedSchema, 422, 501),
      },
    },
    async ({ body, query }) =>
      recordsOf(services).pushLogs(
        decompress(body ?? Readable.from([]), { maxBytes: mostBytes }),
        query.name,
      ),
  )
}

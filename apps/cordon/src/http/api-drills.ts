import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { compareRuns } from '../drills/compare-runs.ts'
import { DrillDesk } from '../drills/drill-desk.ts'
import { type DrillFile, drillNamed, loadDrills } from '../drills/drill-files.ts'
import { type DrillKnowledge, DrillRoom } from '../drills/drill-knowledge.ts'
import { readOwnFiles } from '../drills/own-rules.ts'
import type { DrillRunHead } from '../store/index.ts'
import { actorOf } from './actor.ts'
import { needs } from './caller.ts'
import {
  comparedSchema,
  drillListSchema,
  drillSchema,
  liveSchema,
  paceSchema,
  runHeadSchema,
  runSchema,
  startSchema,
} from './drill-shapes.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { notFound } from './problem.ts'
import { recordsOf, type Services } from './services.ts'

const tags = ['Drills']
type Start = z.infer<typeof startSchema>

/** `GET /api/drills` and what is below it: drills, their runs while they are on, and those that were kept. */
export function addDrillRoutes(app: FastifyInstance, services: Services): void {
  const desk = new DrillDesk()
  app.addHook('onClose', async () => desk.stop())
  let opened: Promise<DrillRoom> | undefined
  const room = () => {
    opened ??= DrillRoom.open()
    return opened
  }
  const drills = async (): Promise<DrillFile[]> => loadDrills((await room()).names)
  const kept = async () => (await recordsOf(services).store()).drills
  /** Where a site's own rules stand: those that the server was started with, and the folder of the data folder. */
  const ownPaths = async () => {
    const { rules, place } = recordsOf(services)
    const folder = join(dirname((await place()).lists), 'rules')
    const files = [rules.tuning, rules.knownFalsePositives].filter((one) => one !== undefined)
    return [...rules.rules, ...files, ...(existsSync(folder) ? [folder] : [])]
  }
  addDrillLists(app, { drills, kept, ownPaths, desk })
  addDrillRuns(app, { drills, kept, room, ownPaths, desk })
  addKeptRuns(app, kept)
}

interface Parts {
  readonly drills: () => Promise<DrillFile[]>
  readonly kept: () => Promise<Awaited<ReturnType<ReturnType<typeof recordsOf>['store']>>['drills']>
  readonly room: () => Promise<DrillRoom>
  readonly ownPaths: () => Promise<readonly string[]>
  readonly desk: DrillDesk
}

function addDrillLists(app: FastifyInstance, { drills, kept, ownPaths, desk }: Omit<Parts, 'room'>): void {
  app.get(
    '/api/drills',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Past operations that can be replayed, each with how its last run went',
        response: responses(drillListSchema, 501),
      },
    },
    async () => {
      const latest = new Map((await (await kept()).latest()).map((run) => [run.drill, run]))
      const [active, own] = [desk.active, await ownPaths()]
      return {
        drills: (await drills()).map((file) => ({ ...lineOf(file), ...lastOf(latest.get(file.id)) })),
        ...(active && { active: { id: active.id, drill: active.drill } }),
        ...(own.length > 0 && { ownRules: own.join(', ') }),
      }
    },
  )
  app.get<{ Params: { id: string } }>(
    '/api/drills/:id',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'A drill: what happened when, by which source, what is made up, and what must come of it',
        params: jsonSchema(z.object({ id: z.string().max(100) })),
        response: responses(drillSchema, 404, 422, 501),
      },
    },
    async ({ params }) => {
      const { operation, ordinary, ...drill } = drillNamed(await drills(), params.id)
      const runs = await (await kept()).list({ drill: params.id, limit: 200 })
      const doors = lineOf({
        id: params.id,
        where: '',
        faults: [],
        drill: { ...drill, operation, ordinary },
      }).doors
      return { ...drill, seed: ordinary.seed, doors, runs }
    },
  )
}

const lineOf = ({ id, drill, faults }: DrillFile) => ({
  id,
  title: drill?.title ?? id,
  summary: drill?.summary ?? '',
  doors: drill
    ? [
        ...(drill.ordinary.network ? ['network'] : []),
        ...(drill.ordinary.payments ? ['payments'] : []),
        ...(drill.operation.sea.length > 0 ? ['sea'] : []),
      ]
    : [],
  at: drill ? Math.min(...drill.steps.filter(({ door }) => door !== 'none').map(({ at }) => at)) : 0,
  expected: drill?.expect.length ?? 0,
  ...(faults.length > 0 && { faults }),
})

const lastOf = (last: DrillRunHead | undefined) => (last ? { last } : {})

function addDrillRuns(app: FastifyInstance, { drills, kept, room, ownPaths, desk }: Parts): void {
  const knowledge = async ({ against, files }: Start): Promise<DrillKnowledge> => {
    if (against === 'files') return (await room()).ofSite(files, 'uploaded rules')
    if (against === 'pack') return (await room()).ofPack()
    const own = await ownPaths()
    if (own.length === 0)
      throw notFound(
        'rules of the institution',
        'none',
        'Start the server with --rules, or put them into the folder rules/ beside lists.yaml.',
      )
    const read = await Promise.all(own.map(readOwnFiles))
    return (await room()).ofSite(read.flat(), 'own rules')
  }
  app.post<{ Params: { id: string }; Body: Start }>(
    '/api/drills/:id/runs',
    {
      config: needs('write:observations'),
      bodyLimit: 60_000_000,
      schema: {
        tags,
        summary:
          'Begin a drill; one is on at a time. What comes of it is kept, apart from real findings and cases',
        params: jsonSchema(z.object({ id: z.string().max(100) })),
        body: jsonSchema(startSchema),
        response: responses(liveSchema, 404, 409, 422, 501),
      },
    },
    async (request) => {
      const drill = drillNamed(await drills(), request.params.id)
      const store = await kept()
      const actor = actorOf(request)
      const known = await knowledge(request.body)
      return desk.start(drill, known, request.body.speed, (result) => store.add(result, actor))
    },
  )
  const params = jsonSchema(z.object({ run: z.string().max(60) }))
  const live = (id: string) => {
    const found = desk.get(id)
    if (found) return found
    throw notFound('a run that this server knows', id, 'GET /api/drills/runs names those that were kept.')
  }
  app.get<{ Params: { run: string }; Querystring: { after: number } }>(
    '/api/drills/live/:run',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'How far a run is, and what was found since',
        params,
        querystring: jsonSchema(
          z.object({ after: z.number().int().min(0).default(0).describe('Findings that the caller has') }),
        ),
        response: responses(liveSchema, 404),
      },
    },
    async ({ params: { run }, query }) => {
      const view = live(run)
      return { ...view, count: view.told.length, told: view.told.slice(query.after) }
    },
  )
  app.patch<{ Params: { run: string }; Body: z.infer<typeof paceSchema> }>(
    '/api/drills/live/:run',
    {
      config: needs('write:observations'),
      schema: {
        tags,
        summary: 'Set the speed of a run, halt it, let it go on, stop it',
        params,
        body: jsonSchema(paceSchema),
        response: responses(liveSchema, 404, 422),
      },
    },
    async ({ params: { run }, body }) => {
      desk.pace(live(run).id, body)
      return live(run)
    },
  )
}

function addKeptRuns(app: FastifyInstance, kept: Parts['kept']): void {
  const numbered = async (no: number) => {
    const found = await (await kept()).get(no)
    if (found) return found
    throw notFound('a kept run of a drill', String(no), 'GET /api/drills/runs names them.')
  }
  const no = z.number().int().min(1)
  app.get<{ Querystring: { drill?: string; limit: number } }>(
    '/api/drills/runs',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Runs that were kept, latest first',
        querystring: jsonSchema(
          z.object({
            drill: z.string().max(100).optional(),
            limit: z.number().int().min(1).max(1000).default(100),
          }),
        ),
        response: responses(z.object({ runs: z.array(runHeadSchema) }), 501),
      },
    },
    async ({ query }) => ({ runs: await (await kept()).list(query) }),
  )
  app.get<{ Params: { no: number } }>(
    '/api/drills/runs/:no',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'A kept run with everything that came of it',
        params: jsonSchema(z.object({ no })),
        response: responses(runSchema, 404, 501),
      },
    },
    async ({ params }) => numbered(params.no),
  )
  app.get<{ Params: { no: number; other: number } }>(
    '/api/drills/runs/:no/compared/:other',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'A run against an earlier one: what is better, what is worse',
        params: jsonSchema(z.object({ no, other: no })),
        response: responses(comparedSchema, 404, 422, 501),
      },
    },
    async ({ params }) => {
      const [after, before] = [await numbered(params.no), await numbered(params.other)]
      const { result: _after, ...afterHead } = after
      const { result: _before, ...beforeHead } = before
      return { before: beforeHead, after: afterHead, ...compareRuns(before.result, after.result) }
    },
  )
}

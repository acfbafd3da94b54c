import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  LogController,
  type RouteOptions,
} from 'fastify'
import type { PeopleConfig } from '../people/config.ts'
import type { RouteNeed } from '../people/permissions.ts'
import { addTaxiiRoutes } from '../taxii/routes.ts'
import type { SenderOptions } from '../warnings/sender.ts'
import { addAlgorithmRoutes } from './algorithms.ts'
import { addAccountRoutes } from './api-account.ts'
import { addAttributionRoutes } from './api-attribution.ts'
import { addAuditRoutes } from './api-audit.ts'
import { addBulkRoute } from './api-bulk.ts'
import { addCaseChangeRoutes } from './api-case-changes.ts'
import { addCaseFileRoutes } from './api-case-files.ts'
import { addCaseRoutes } from './api-cases.ts'
import { addChangesRoute } from './api-changes.ts'
import { addDrillRoutes } from './api-drills.ts'
import { addEntityPageRoutes } from './api-entities.ts'
import { addEventRoute, feedHolder } from './api-events.ts'
import { addFindRoute } from './api-find.ts'
import { addFindingRoutes } from './api-findings.ts'
import { addFloorRoute } from './api-floor.ts'
import { addGraphRoutes } from './api-graph.ts'
import { addJoinedRoutes } from './api-joined.ts'
import { addKeyRoutes } from './api-keys.ts'
import { addKnowledgeRoutes } from './api-knowledge.ts'
import { addNetworkPushRoute, addNetworkRoutes } from './api-network.ts'
import { addOpenIdRoutes } from './api-openid.ts'
import { addOperationRoutes } from './api-operations.ts'
import { addPaymentRoutes } from './api-payments.ts'
import { addPeopleRoutes } from './api-people.ts'
import { addPressureRoute } from './api-pressure.ts'
import { addProfileRoutes } from './api-profile.ts'
import { addScreenRoute } from './api-screen.ts'
import { addSeaRoutes } from './api-sea.ts'
import { addSessionRoutes } from './api-session.ts'
import { addSetUpRoutes } from './api-set-up.ts'
import { addSettingsRoutes } from './api-settings.ts'
import { addSharingRoutes } from './api-sharing.ts'
import { addStatusRoutes } from './api-status.ts'
import { addWarningFeedRoutes } from './api-warning-feeds.ts'
import { addWarningRoutes } from './api-warnings.ts'
import { answerBrokenRequest } from './broken-request.ts'
import { type Caller, needs, withPublicRoutes } from './caller.ts'
import { addCatalogRoutes } from './catalog.ts'
import { addConsole } from './console.ts'
import { addEntityRoutes } from './entities.ts'
import { addGate, makeGate } from './gate.ts'
import { addMatchRoutes } from './match.ts'
import { addMcpRoute } from './mcp.ts'
import { answerProblem } from './problem.ts'
import { addRateLimit } from './rate-limit.ts'
import { addReconcileRoutes } from './reconcile/reconcile.ts'
import { addSearchRoutes } from './search/search.ts'
import { addSecurity } from './security.ts'
import type { Services } from './services.ts'

/** Most bytes of a request's body. */
export const maxBodyBytes = 16 * 1024 * 1024

/** The reference page brings its own scripts and styles; nothing of it comes from another host. */
const docsPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with what it declares, those of libraries too. */
    readonly routeTable: readonly RouteOptions[]
  }
}

/** How the server is set up. */
export interface AppOptions {
  /** Refuse every Host header but this machine's loopback names. Default true. */
  readonly loopbackOnly?: boolean
  /** Let everyone do everything while there is no account. Default: on loopback only. */
  readonly openWithoutAccounts?: boolean
  /** Sessions, the provider that signs people in, the address that they use. */
  readonly people?: PeopleConfig
  /** The server does not listen: who asks it inside this process, and the secret that says so. */
  readonly inside?: { readonly secret: string; readonly caller: Caller }
  /** Most requests a minute from one address. Default: as many as they like. */
  readonly requestsPerMinute?: number
  /** How warnings are sent that a person asks to try. */
  readonly sender?: SenderOptions
  /** Folder of the built console. Default: the one in the repository. */
  readonly consoleFolder?: string
  readonly logger?: FastifyBaseLogger
}

/**
 * The HTTP server, not yet listening: yente's dialect, the console's own routes, the OpenAPI document at
 * `/openapi.json`, its reference at `/docs`, and the console.
 */
export async function buildApp(services: Services, options: AppOptions = {}): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: maxBodyBytes,
    ...(options.logger && { loggerInstance: options.logger }),
    // Paths and query strings hold the names of the people who are asked about: requests are not logged.
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    ajv: { customOptions: { coerceTypes: 'array', removeAdditional: false, allowUnionTypes: true } },
    trustProxy: [...(options.people?.proxies ?? [])],
    forceCloseConnections: 'idle',
    frameworkErrors: answerProblem,
    clientErrorHandler: answerBrokenRequest,
  })
  // The response schemas are documentation: an answer is sent as it is, never cut down to its schema.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.removeContentTypeParser('text/plain')
  app.setErrorHandler(answerProblem)
  const table: RouteOptions[] = []
  app.decorate('routeTable', table)
  app.addHook('onRoute', (route) => void table.push(route))
  const loopbackOnly = options.loopbackOnly ?? true
  const { records } = services
  const gate = makeGate({
    store: records && (() => records.store()),
    openWithoutAccounts: options.openWithoutAccounts ?? loopbackOnly,
    people: options.people,
    inside: options.inside,
  })
  addSecurity(app, loopbackOnly, gate.people.publicUrl?.host)
  addGate(app, gate)
  if (options.requestsPerMinute) await addRateLimit(app, options.requestsPerMinute)
  await app.register(swagger, {
    openapi: documentHead(services.version),
    transform: ({ schema, url, route }) => ({
      schema: { ...schema, ...securityOf(route.config?.needs) },
      url,
    }),
  })
  await withPublicRoutes(app, () => app.register(swaggerUi, { routePrefix: '/docs', staticCSP: docsPolicy }))
  await app.register(async (routes) => {
    addMatchRoutes(routes, services)
    addAlgorithmRoutes(routes, services)
    addSearchRoutes(routes, services)
    addEntityRoutes(routes, services)
    addCatalogRoutes(routes, services)
    addStatusRoutes(routes, services, gate)
    addEntityPageRoutes(routes, services)
    addJoinedRoutes(routes, services)
    addGraphRoutes(routes, services)
    addOperationRoutes(routes)
    addChangesRoute(routes, services)
    addFindingRoutes(routes, services)
    addCaseRoutes(routes, services)
    addCaseChangeRoutes(routes, services)
    addCaseFileRoutes(routes, services)
    addAttributionRoutes(routes, services)
    addScreenRoute(routes, services)
    addAuditRoutes(routes, services)
    addSeaRoutes(routes, services)
    addNetworkRoutes(routes, services)
    addKnowledgeRoutes(routes, services)
    const feed = feedHolder(routes, services)
    addEventRoute(routes, feed)
    addFloorRoute(routes, services, feed)
    addFindRoute(routes, services)
    addPressureRoute(routes, services)
    addProfileRoutes(routes, services)
    addSettingsRoutes(routes, services)
    addPaymentRoutes(routes, services)
    addDrillRoutes(routes, services)
    addWarningRoutes(routes, services, options.sender)
    addWarningFeedRoutes(routes, services, gate.people.publicUrl?.href)
    addSessionRoutes(routes, gate)
    if (records)
      for (const add of [addSetUpRoutes, addOpenIdRoutes, addAccountRoutes, addKeyRoutes, addPeopleRoutes])
        add(routes, gate)
    await routes.register(async (scope) => addBulkRoute(scope, services))
    await routes.register(async (scope) => addNetworkPushRoute(scope, services))
    await routes.register(async (scope) => addReconcileRoutes(scope, services))
    addSharingRoutes(routes, services)
    await routes.register(async (scope) => addTaxiiRoutes(scope, services, gate))
    addMcpRoute(routes, app)
    routes.get('/openapi.json', { config: needs('public'), schema: { hide: true } }, async () =>
      app.swagger(),
    )
  })
  await addConsole(app, options.consoleFolder)
  await app.ready()
  return app
}

/** What a route asks for, as OpenAPI says it: a key with the scope, or a session. */
function securityOf(need: RouteNeed | undefined) {
  if (need === undefined) return {}
  if (need === 'public') return { security: [] }
  return { security: need === 'self' ? [{ session: [] }] : [{ key: [need] }, { session: [] }] }
}

function documentHead(version: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cordon',
      version,
      description:
        "Screening of parties against sanctions lists in yente's dialect, and the routes of the console. Every answer names the lists and versions it was judged against.",
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    components: {
      securitySchemes: {
        key: {
          type: 'http' as const,
          scheme: 'bearer',
          description: 'An API key; the scope that it needs is named',
        },
        session: {
          type: 'apiKey' as const,
          in: 'cookie',
          name: 'cordon-session',
          description: "The console's cookie",
        },
      },
    },
    tags: [
      { name: 'Matching', description: 'Who is this party?' },
      { name: 'Reconciliation', description: 'The reconciliation API 0.2, as OpenRefine speaks it' },
      { name: 'Data access', description: 'Entities and their neighbours' },
      { name: 'Lists', description: 'What is loaded, and what could not be read' },
      { name: 'Findings', description: 'What a person should look at, and what they decided' },
      { name: 'Cases', description: 'Findings that belong together, and what persons do about them' },
      {
        name: 'Sharing',
        description: 'What of a case may leave, in the forms that partners and authorities take; TAXII 2.1',
      },
      { name: 'Knowledge', description: 'Groups, their tools and indicators, and who says what of them' },
      { name: 'Graph', description: 'How things of every kind are linked, each link with who says so' },
      {
        name: 'Operations',
        description: 'What past operations were, who says who did them, and what to do today',
      },
      { name: 'Sea', description: 'Tracks, events and sightings that the watch at sea kept' },
      { name: 'Profile', description: "What is the institution's own" },
      { name: 'Payments', description: 'Messages screened; the queue of those that ask for a look' },
      { name: 'Network', description: 'What was found in logs; logs pushed through the watch' },
      { name: 'Drills', description: 'Past operations replayed, and what would have been seen of them' },
      { name: 'Warnings', description: 'Who is told what, and whether it arrived' },
      { name: 'People', description: 'Accounts, sessions and API keys' },
      { name: 'System' },
    ],
  }
}

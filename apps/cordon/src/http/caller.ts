import type { FastifyInstance, FastifyRequest } from 'fastify'
import { leastRole, type Permission, permissions, type Role, type RouteNeed } from '../people/permissions.ts'
import { HttpFault } from './problem.ts'

/** Who asks, and what they may do. */
export interface Caller {
  /** As the audit log names them: `person:<account>`, `key:<id>`. */
  readonly actor: string
  readonly permissions: ReadonlySet<Permission>
  /** The account of a person who is signed in. */
  readonly account?: string
  readonly display?: string
  readonly role?: Role
  /** When the session ends at the latest, UTC milliseconds. */
  readonly expiresAt?: number
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set for every route that is not public. */
    caller?: Caller
  }
  interface FastifyContextConfig {
    /** What one must be allowed; a route without it is denied as soon as there are accounts. */
    needs?: RouteNeed
  }
}

/** A route's declaration of what one must be allowed: `{ config: needs('read'), schema: ... }`. */
export function needs(need: RouteNeed): { readonly needs: RouteNeed } {
  return { needs: need }
}

/** Declares public what a library adds meanwhile: files that tell nothing of what is kept. */
export async function withPublicRoutes(app: FastifyInstance, add: () => PromiseLike<unknown>): Promise<void> {
  let isAdding = true
  app.addHook('onRoute', (route) => {
    if (isAdding) route.config = { ...route.config, ...needs('public') }
  })
  await add()
  isAdding = false
}

/** Who acts while there are no accounts. */
export const localPerson = 'person:local'
/** Everyone, while there are no accounts and the server is open. */
export const anyone: Caller = { actor: localPerson, permissions: new Set(permissions) }

/**
 * Who a request acts for.
 * @throws Error on a public route, which acts for nobody
 */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller) return request.caller
  throw new Error(`${request.method} ${request.routeOptions.url} is public and acts for nobody`)
}

/**
 * Asks for more than the route declares: what only some uses of it need.
 * @throws HttpFault 403
 */
export function demand(request: FastifyRequest, permission: Permission): void {
  const caller = callerOf(request)
  if (!caller.permissions.has(permission)) throw notAllowed(caller, permission)
}

/**
 * The person who is signed in.
 * @throws HttpFault 401 for a key, and while there are no accounts
 */
export function personOf(request: FastifyRequest): Required<Pick<Caller, 'account' | 'role'>> & Caller {
  const caller = callerOf(request)
  if (caller.account !== undefined && caller.role !== undefined)
    return { ...caller, account: caller.account, role: caller.role }
  throw noPerson(caller === anyone ? 'a server without accounts' : caller.actor)
}

/** 403: the caller is known and may not. */
export function notAllowed({ actor, role }: Caller, permission: Permission): HttpFault {
  const least = leastRole(permission)
  return new HttpFault(403, {
    code: 'CORDON_NOT_ALLOWED',
    expected: role ? `the role ${least} or above (${permission})` : `a key with the scope ${permission}`,
    found: role ? `the role ${role}` : `${actor}, which lacks it`,
    where: 'request',
    remedy: role
      ? 'Ask an administrator to do it, or for another role.'
      : `Use a key with that scope, of someone who is at least ${least}.`,
  })
}

/** 401: what only a person who is signed in can do. */
export function noPerson(found: string): HttpFault {
  return new HttpFault(401, {
    code: 'CORDON_SIGN_IN',
    expected: 'a person who is signed in',
    found,
    where: 'request',
    remedy: 'Sign in with an account; the first one is made with the link that `cordon serve` prints.',
  })
}

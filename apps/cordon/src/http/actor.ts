import type { FastifyRequest } from 'fastify'
import { callerOf } from './caller.ts'

/** Who a request acts for, as the audit log names it: `person:<account>`, `key:<id>`, or `person:local` while there are no accounts. */
export function actorOf(request: FastifyRequest): string {
  return callerOf(request).actor
}

import type { FastifyRequest } from 'fastify'

/** Who acts while there are no accounts. */
export const localPerson = 'person:local'

/** Who a request acts for, as the audit log names it: `person:<account>`, `key:<id>`, or `localPerson`. */
export function actorOf(_request: FastifyRequest): string {
  return localPerson
}

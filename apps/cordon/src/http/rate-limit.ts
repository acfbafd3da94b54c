import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { HttpFault } from './problem.ts'

/** Requests a minute from one address where the server can be reached from other machines. */
export const usualRateBeyondLoopback = 600

/** Who watches whether the server lives must always get an answer. */
const free = new Set(['/healthz', '/readyz'])

/**
 * Answers 429 with `retry-after` to an address that asks more often; every answer tells what is left of its minute
 * (`x-ratelimit-*`). A call to `/match` counts once, however many queries it has.
 * @param perMinute most requests of one address in a minute
 */
export async function addRateLimit(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: 60_000,
    allowList: (request) => free.has(request.url),
    errorResponseBuilder: (_request, { max, after }) =>
      new HttpFault(429, {
        code: 'CORDON_TOO_MANY_REQUESTS',
        expected: `at most ${max} requests a minute`,
        found: 'more',
        where: 'request',
        remedy: `Ask again in ${after}; put many parties into one call to /match or /api/screen/bulk.`,
      }),
  })
}

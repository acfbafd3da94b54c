import type { z } from 'zod'
import { HttpFault } from '../problem.ts'

/**
 * Reads JSON that stands in a form field or a query-string parameter, as OpenRefine sends it.
 * @throws HttpFault 422 where it is no JSON, or of another shape
 */
export function embedded<T>(schema: z.ZodType<T>, text: string, where: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new HttpFault(422, {
      code: 'CORDON_BAD_JSON',
      expected: 'a JSON document (RFC 8259)',
      found: (error as Error).message,
      where,
      remedy: 'Send valid JSON, encoded as a form field or query-string parameter.',
    })
  }
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const { path, message } = read.error.issues[0]!
  throw new HttpFault(422, {
    code: 'CORDON_BAD_SHAPE',
    expected: `another value (${message})`,
    found: 'something else',
    where: [where, ...path.map(String)].join('.').slice(0, 500),
    remedy: 'See https://reconciliation-api.github.io/specs/0.2/ for the shape.',
  })
}

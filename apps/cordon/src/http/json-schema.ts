import { z } from 'zod'

/**
 * A zod schema as JSON Schema for Fastify's validator and the OpenAPI document.
 * @param io `input` for what a caller sends, `output` for what it gets
 */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'input'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io, unrepresentable: 'any' })
  return rest
}

/** Response schemas by status, with the problem shape for those that go wrong. */
export function responses(success: z.ZodType, ...failures: number[]): Record<number, object> {
  return {
    200: jsonSchema(success, 'output'),
    ...Object.fromEntries(failures.map((status) => [status, problemSchema])),
  }
}

const problemSchema = jsonSchema(
  z
    .object({
      detail: z
        .union([
          z.string(),
          z.array(
            z.object({
              loc: z.array(z.union([z.string(), z.number()])),
              msg: z.string(),
              type: z.string(),
            }),
          ),
        ])
        .describe('What went wrong, where yente and FastAPI say it'),
      code: z.string(),
      expected: z.string(),
      found: z.string(),
      where: z.string(),
      remedy: z.string(),
    })
    .describe('What was expected, what was found, where, and what to do'),
  'output',
)

import { z } from 'zod'

/** One or many of a query-string parameter: `?topics=sanction&topics=crime`. */
const many = (about: string) =>
  z
    .union([z.array(z.string().max(200)).max(200), z.string().max(10_000)])
    .optional()
    .describe(about)

/** Most queries in one call to `/match`. */
export const maxQueries = 1000
/** Most results of any call. */
export const maxLimit = 500
/** Furthest offset, as yente has it. */
export const maxOffset = 9499

const value = z.union([z.string(), z.number(), z.boolean()])

/** A party as a caller describes it: FollowTheMoney properties, each one value or several. */
export const exampleSchema = z
  .object({
    id: z.union([z.string().max(1000), z.number(), z.null()]).optional(),
    schema: z
      .string()
      .min(1)
      .max(100)
      .meta({ examples: ['Person'] }),
    properties: z
      .record(z.string(), z.union([value, z.array(z.union([value, z.null()])).max(1000), z.null()]))
      .meta({ examples: [{ name: ['Park Jin Hyok'], birthDate: ['1984-08-15'], country: 'kp' }] }),
  })
  .describe('A party: FollowTheMoney schema and properties')

/** Body of `POST /match/{dataset}`. */
export const matchBodySchema = z.object({
  queries: z
    .record(z.string(), exampleSchema)
    .describe(`At most ${maxQueries}, by a key of the caller's own`),
  weights: z.record(z.string(), z.number().min(-10).max(10)).optional(),
  config: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
})
/** Body of `POST /match/{dataset}`. */
export type MatchBody = z.infer<typeof matchBodySchema>

const limit = (standard: number) =>
  z.number().int().min(0).max(maxLimit).default(standard).describe('Most results')

/** Query string of `POST /match/{dataset}`. */
export const matchQuerySchema = z.object({
  limit: limit(5),
  threshold: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe(
      'Results at or above it are matches; by default what the settings say, 0.7 where they say nothing',
    ),
  cutoff: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Results below it are left out; by default what the settings say, 0.5 where they say nothing'),
  algorithm: z.string().max(100).default('best'),
  prior: z
    .number()
    .gt(0)
    .lt(1)
    .optional()
    .describe('Share of your population that is listed, for `probability`; default 0.0001'),
  include_dataset: many('Only entities of these sources'),
  exclude_dataset: many('No entities that only these sources list'),
  exclude_schema: many('No entities of these schemata'),
  topics: many('Only entities with one of these topics'),
  changed_since: z
    .string()
    .max(40)
    .optional()
    .describe('Only entities that changed at or after this ISO date'),
  exclude_entity_ids: many('Leave these entities out'),
  joined: z
    .boolean()
    .default(false)
    .describe(
      'Entries of several lists that are one count once: the best of them answers, with the others as `referents` and the lists of all',
    ),
})
/** Query string of `POST /match/{dataset}`. */
export type MatchQuery = z.infer<typeof matchQuerySchema>

/** Query string of `GET /search/{dataset}`. */
export const searchQuerySchema = z.object({
  q: z.string().max(1000).default('').describe('Words in any order; the last may be unfinished'),
  schema: z.string().max(100).optional().describe('Only this FollowTheMoney schema and those below it'),
  countries: many('Only these countries, ISO 3166-1 alpha-2'),
  topics: many('Only these topics'),
  datasets: many('Only these sources'),
  target: z.boolean().optional().describe('Only entities that are listed themselves'),
  limit: limit(10),
  offset: z.number().int().min(0).max(maxOffset).default(0),
  include_dataset: many('Only these sources, as `datasets`'),
  exclude_dataset: many('No entities that only these sources list'),
  exclude_schema: many('Not these schemata, nor those below them'),
  changed_since: z
    .string()
    .max(40)
    .optional()
    .describe('Only entities that changed at or after this ISO date'),
  filter: many(
    '`field:value`, several of them where wanted: `nationality:kp`, `topics:sanction`, `schema:Vessel`',
  ),
  filter_op: z
    .enum(['OR', 'AND'])
    .default('OR')
    .describe(
      'Whether an entity needs one of the values given for a field, or all; different fields all count',
    ),
  sort: many('`name:asc` or `name:desc`, `first_seen:desc` ...; by default the best first'),
  facets: many('countries, topics, datasets, schema; empty for none'),
  joined: z
    .boolean()
    .default(true)
    .describe(
      'Entries of several lists that are one count once, the others as `referents` with the lists of all; facets count entries',
    ),
  fuzzy: z
    .boolean()
    .default(false)
    .describe('Words that differ in one letter (three to five letters) or two (from six) count too'),
  simple: z
    .boolean()
    .optional()
    .describe("Accepted for yente's clients; words are always taken as they are, there is no query language"),
})
/** Query string of `GET /search/{dataset}`. */
export type SearchQuery = z.infer<typeof searchQuerySchema>

/** An entity as FollowTheMoney has it and yente serves it. */
export const entitySchema = z
  .object({
    id: z.string(),
    caption: z.string(),
    schema: z.string(),
    properties: z
      .record(z.string(), z.array(z.unknown()))
      .describe('Texts, or entities where they are nested'),
    datasets: z.array(z.string()),
    referents: z.array(z.string()),
    target: z.boolean(),
    first_seen: z.string().optional(),
    last_seen: z.string().optional(),
    last_change: z.string().optional(),
  })
  .meta({ title: 'Entity' })

const explanationSchema = z.object({
  score: z.number(),
  detail: z.string(),
  query: z.string().optional(),
  candidate: z.string().optional(),
})

/** An entity with how well it met the query. */
export const scoredEntitySchema = entitySchema
  .extend({
    score: z.number(),
    match: z.boolean(),
    probability: z
      .object({ value: z.number(), calibratedOn: z.string(), prior: z.number() })
      .optional()
      .describe('How likely it is the party meant, for the stated prior'),
    features: z.record(z.string(), z.number()),
    explanations: z.record(z.string(), explanationSchema),
  })
  .meta({ title: 'ScoredEntity' })

/** How many there are. */
export const totalSchema = z.object({ value: z.number(), relation: z.enum(['eq', 'gte']) })

/** Source name to the version that was searched. */
export const versionsSchema = z
  .record(z.string(), z.string())
  .describe('The lists that were searched, each with its version: "no match" says no more than these')

/** The lists that were searched, each with its version and when it was fetched. */
export const searchedSchema = z
  .array(
    z.object({
      source: z.string(),
      title: z.string(),
      version: z.string().describe("The publisher's version or date of issue"),
      fetched: z.string().optional().describe('When its bytes were fetched'),
    }),
  )
  .describe('The lists that were searched, and how old they are')

/** Answer of `POST /match/{dataset}`. */
export const matchAnswerSchema = z.object({
  responses: z.record(
    z.string(),
    z.object({
      status: z.number(),
      results: z.array(scoredEntitySchema),
      total: totalSchema,
      query: z.object({
        id: z.string().optional(),
        schema: z.string(),
        properties: z.record(z.string(), z.array(z.string())),
      }),
    }),
  ),
  limit: z.number(),
  versions: versionsSchema,
  lists: searchedSchema,
})

/** Answer of `GET /search/{dataset}`. */
export const searchAnswerSchema = z.object({
  limit: z.number(),
  offset: z.number(),
  total: totalSchema,
  results: z.array(entitySchema),
  facets: z.record(
    z.string(),
    z.object({
      label: z.string(),
      values: z.array(z.object({ name: z.string(), label: z.string(), count: z.number() })),
    }),
  ),
  versions: versionsSchema,
  lists: searchedSchema,
})

/** `{id, caption, ...}` neighbours of one property, paged. */
export const adjacentPageSchema = z.object({
  results: z.array(entitySchema),
  total: totalSchema,
  limit: z.number(),
  offset: z.number(),
})

/** A query-string parameter that may be given several times or with commas, as a list. */
export function listOf(given: string | readonly string[] | undefined): string[] {
  const values = given === undefined ? [] : typeof given === 'string' ? [given] : given
  return values.flatMap((item) => item.split(',')).filter((item) => item !== '')
}

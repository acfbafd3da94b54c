import { z } from 'zod'
import { tool } from './tool.ts'

const texts = (what: string) => z.array(z.string().min(1).max(1_000)).max(50).optional().describe(what)
/** A party as an assistant describes it; each field goes to the property of FollowTheMoney that it is. */
const partyFields = {
  schema: z
    .enum([
      'Person',
      'Company',
      'Organization',
      'LegalEntity',
      'Vessel',
      'Airplane',
      'CryptoWallet',
      'BankAccount',
    ])
    .default('LegalEntity')
    .describe('What kind of party; LegalEntity where it may be a person or an organisation'),
  name: texts('Names, in any script'),
  birthDate: texts('YYYY, YYYY-MM or YYYY-MM-DD'),
  nationality: texts('Countries, as names or ISO 3166 codes'),
  country: texts('Countries that the party has to do with'),
  passportNumber: texts('Numbers of passports'),
  idNumber: texts('Other numbers of identity or registration'),
  imoNumber: texts('IMO numbers of a ship'),
  publicKey: texts('Addresses of wallets'),
  properties: z
    .record(z.string(), z.array(z.string().max(1_000)).max(50))
    .default({})
    .describe('Any other property of FollowTheMoney'),
}
const partySchema = z.object(partyFields)

/** The party as POST /match takes it. */
function exampleOf({ schema, properties, ...fields }: z.output<typeof partySchema>) {
  const given = Object.entries(fields).filter((entry): entry is [string, string[]] => Array.isArray(entry[1]))
  return { schema, properties: { ...properties, ...Object.fromEntries(given) } }
}

// biome-ignore lint/suspicious/noExplicitAny: an answer of a route
type Json = Record<string, any>

const brief = ({ id, caption, schema, datasets, properties }: Json) => ({
  id,
  caption,
  schema,
  datasets,
  topics: properties?.topics ?? [],
  countries: [
    ...new Set([
      ...(properties?.country ?? []),
      ...(properties?.nationality ?? []),
      ...(properties?.flag ?? []),
    ]),
  ],
  ...(properties?.birthDate && { birthDate: properties.birthDate }),
  ...(properties?.imoNumber && { imoNumber: properties.imoNumber }),
})

const scored = (result: Json) => ({
  ...brief(result),
  score: result.score,
  match: result.match,
  explanations: result.explanations,
})

/** Tools that ask who someone is. */
export const partyTools = [
  tool({
    name: 'search',
    title: 'Search the lists',
    description:
      'Find entities on the loaded lists by a few words: names in any script, IMO numbers, wallets, documents. For a box of search; to judge whether a party is listed use screen_party.',
    needs: 'read',
    route: '/search/:dataset',
    input: z.object({
      query: z.string().min(1).max(500),
      schema: z.string().max(100).optional().describe('Only this kind, e.g. Person or Vessel'),
      limit: z.number().int().min(1).max(50).default(10),
    }),
    async run(ask, { query, schema, limit }) {
      const { results, total, lists } = await ask('/search/default', { query: { q: query, schema, limit } })
      return { total: total.value, results: results.map(brief), lists }
    },
  }),
  tool({
    name: 'screen_party',
    title: 'Screen a party',
    description:
      'Compare a party with everyone on the loaded lists. Each result has a score from 0 to 1, whether it counts as a match at the threshold, and what each feature contributed. No result means: not in these lists, in these versions, at this threshold. Nothing is kept.',
    needs: 'screen',
    route: '/match/:dataset',
    input: partySchema.extend({
      threshold: z.number().min(0).max(1).default(0.7),
      limit: z.number().int().min(1).max(50).default(5),
    }),
    async run(ask, { threshold, limit, ...party }) {
      const body = { queries: { party: exampleOf(party) } }
      const query = { threshold, limit, cutoff: Math.min(0.5, threshold) }
      const { responses, lists } = await ask('/match/default', { method: 'POST', body, query })
      return { threshold, results: responses.party.results.map(scored), lists }
    },
  }),
  tool({
    name: 'explain_match',
    title: 'Explain a comparison',
    description:
      'Why a party does, or does not, resemble one entity of the lists: the score of that pair and what each feature saw on both sides.',
    needs: 'screen',
    route: '/match/:dataset',
    input: partySchema.extend({
      entityId: z.string().min(1).max(500).describe('The id of the entity, as search gives it'),
    }),
    async run(ask, { entityId, ...party }) {
      const body = { queries: { party: exampleOf(party) } }
      const entity = await ask(`/entities/${encodeURIComponent(entityId)}`, { query: { nested: false } })
      const query = { threshold: 0.7, limit: 500, cutoff: 0 }
      const { responses, lists } = await ask('/match/default', { method: 'POST', body, query })
      const found = responses.party.results.find(({ id }: Json) => id === entity.id)
      if (found) return { threshold: 0.7, comparison: scored(found), lists }
      return {
        threshold: 0.7,
        comparison: null,
        note: 'Name and numbers have nothing in common, or 500 others are nearer: the pair was no candidate and has no score.',
        entity: brief(entity),
        lists,
      }
    },
  }),
  tool({
    name: 'get_entity',
    title: 'Read an entity',
    description:
      'Everything the lists say of an entity: each fact with who says it and since when, its sanctions, its links to others.',
    needs: 'read',
    route: '/api/entities/:id',
    input: z.object({ id: z.string().min(1).max(500) }),
    async run(ask, { id }) {
      const { entity, statements, links, sanctions } = await ask(`/api/entities/${encodeURIComponent(id)}`)
      return {
        entity: brief(entity),
        facts: statements
          .slice(0, mostFacts)
          .map(({ property, value, source, version, firstSeen, lastSeen }: Json) => ({
            property,
            value,
            source,
            version,
            firstSeen,
            lastSeen,
          })),
        factsInAll: statements.length,
        sanctions: sanctions.slice(0, mostFacts),
        links: links
          .slice(0, mostFacts)
          .map(({ label, direction, entity: other }: Json) => ({ label, direction, entity: brief(other) })),
        linksInAll: links.length,
      }
    },
  }),
]

const mostFacts = 200

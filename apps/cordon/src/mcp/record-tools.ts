import { z } from 'zod'
import { verdicts } from '../http/records.ts'
import { tool } from './tool.ts'

// biome-ignore lint/suspicious/noExplicitAny: an answer of a route
type Json = Record<string, any>

const idInput = z.object({ id: z.string().min(1).max(500) })
const limit = z.number().int().min(1).max(50).default(10)
const cursor = z.string().max(500).optional().describe('`next` of the page before')

const briefFinding = ({
  id,
  watch,
  rule,
  severity,
  score,
  statement,
  subjects,
  matches,
  knowledgeVersions,
  decision,
}: Json) => ({
  id,
  watch,
  rule,
  severity,
  score,
  statement,
  subjects,
  matches,
  judgedAgainst: knowledgeVersions,
  decision: decision ?? null,
})

/** At most so many points of a track are told, evenly chosen, first and last among them. */
const mostPoints = 200

function thinned(track: readonly (readonly number[])[]) {
  const step = Math.max(1, Math.ceil(track.length / mostPoints))
  return track
    .filter((_, at) => at % step === 0 || at === track.length - 1)
    .map(([at, longitude, latitude]) => ({ at: new Date(at!).toISOString(), longitude, latitude }))
}

/** Tools that read, and one that writes, what Cordon keeps. */
export const recordTools = [
  tool({
    name: 'vessel_history',
    title: "A vessel's history",
    description:
      'What was heard of a ship by its MMSI: identities over time, which listed ships they lead to, what contradicts what, meetings and gaps, findings, track. By name it gives the numbers to choose from. A gap is a gap in what was received, not proof that a transponder was off.',
    needs: 'read',
    route: '/api/sea/vessels/:mmsi',
    input: z.object({
      vessel: z.string().min(1).max(100).describe('An MMSI of nine digits, or a part of a name'),
    }),
    async run(ask, { vessel }) {
      if (!/^\d{7,10}$/.test(vessel.trim())) {
        const { vessels } = await ask('/api/sea/vessels', { query: { q: vessel, limit: 20 } })
        return { vessels }
      }
      const { track, findings, events, ...rest } = await ask(`/api/sea/vessels/${vessel.trim()}`)
      return {
        ...rest,
        events: events.slice(0, 200),
        eventsInAll: events.length,
        findings: findings.map(briefFinding),
        track: thinned(track),
        positionsInAll: track.length,
      }
    },
  }),
  tool({
    name: 'list_findings',
    title: 'List findings',
    description:
      'What a person should look at, the gravest first: from screening, payments, the sea, networks.',
    needs: 'read',
    route: '/api/findings',
    input: z.object({
      verdict: z.enum([...verdicts, 'undecided', 'all']).default('undecided'),
      watch: z.enum(['screening', 'payments', 'maritime', 'cyber']).optional(),
      severity: z.enum(['low', 'medium', 'high', 'critical']).optional().describe('At least so severe'),
      words: z.string().max(500).optional().describe('Words that the finding must hold'),
      limit,
      cursor,
    }),
    async run(ask, { words, ...query }) {
      const { findings, next, counts } = await ask('/api/findings', { query: { ...query, q: words } })
      return { findings: findings.map(briefFinding), counts, next: next ?? null }
    },
  }),
  tool({
    name: 'get_finding',
    title: 'Read a finding',
    description:
      'One finding with all its evidence, the versions it was judged against, and the decision that stands.',
    needs: 'read',
    route: '/api/findings/:id',
    input: idInput,
    run: async (ask, { id }) => ({ finding: await ask(`/api/findings/${encodeURIComponent(id)}`) }),
  }),
  tool({
    name: 'list_cases',
    title: 'List cases',
    description: 'Open cases, the gravest first: findings that belong together, with state and assignee.',
    needs: 'read',
    route: '/api/cases',
    input: z.object({ limit, cursor }),
    run: async (ask, query) => ask('/api/cases', { query }),
  }),
  tool({
    name: 'get_case',
    title: 'Read a case',
    description:
      'One case by its number: what it is about, its findings with why each was joined, and the latest of its log of notes and decisions.',
    needs: 'read',
    route: '/api/cases/:id',
    input: z.object({ id: z.number().int().min(1), limit, cursor }),
    async run(ask, { id, ...page }) {
      const [found, { findings, next }, { events }] = await Promise.all([
        ask(`/api/cases/${id}`),
        ask(`/api/cases/${id}/findings`, { query: page }),
        ask(`/api/cases/${id}/events`, { query: { limit: 50 } }),
      ])
      return { case: found, findings, next: next ?? null, log: events }
    },
  }),
  tool({
    name: 'list_freshness',
    title: 'How fresh the lists are',
    description:
      'Each loaded list with its version and age, and where its fetching stands: the last error, what is held back.',
    needs: 'read',
    route: '/catalog',
    input: z.object({}),
    async run(ask) {
      const { datasets } = await ask('/catalog')
      const fetching = await ask('/api/lists/updates').catch(() => ({ lists: [] }))
      return {
        loaded: datasets
          .filter(({ children }: Json) => children.length === 0)
          .map(({ name, title, version, last_export, entity_count, tags }: Json) => ({
            source: name,
            title,
            version,
            fetched: last_export ?? null,
            entities: entity_count,
            starter: tags.includes('starter'),
          })),
        fetching: fetching.lists,
      }
    },
  }),
  tool({
    name: 'decide_finding',
    title: 'Decide a finding',
    description:
      'Say of a finding that it is true, false, or unsure, and why. Only when the person whom you work for has told you to: the decision is kept for ever in the audit log under your key.',
    needs: 'write:findings',
    writes: true,
    route: '/api/findings/:id/decision',
    input: idInput.extend({
      verdict: z.enum(verdicts),
      reason: z.string().min(1).max(4_000).describe('Why, in words that an auditor understands'),
    }),
    run: async (ask, { id, verdict, reason }) => ({
      finding: briefFinding(
        await ask(`/api/findings/${encodeURIComponent(id)}/decision`, {
          method: 'POST',
          body: { verdict, reason },
        }),
      ),
    }),
  }),
]

import { entities, lists, pageOf } from './records.ts'

/** What an answer is made from. */
interface Asked {
  readonly url: URL
  readonly parts: readonly string[]
  readonly body: unknown
}
/** Status (200 by default) and JSON body. */
export interface Answer {
  readonly status?: number
  readonly body: unknown
}

const decisions = new Map<number, object>()
const total = 100_000
const severities = ['critical', 'high', 'medium', 'low']

function finding(index: number) {
  const person = index % 2 === 0
  const score = 0.97 - (index % 40) / 100
  return {
    id: `f${index}`,
    revision: 1,
    state: 'open',
    watch: 'screening',
    rule: 'party-match',
    ruleVersion: '1',
    severity: severities[index % 4],
    score,
    subjects: [
      {
        kind: 'party',
        id: `customer-${index}`,
        label: person ? `Pak Jin Hek ${index}` : 'M/V CHONG CHONGANG',
      },
    ],
    matches: [
      {
        kind: 'entity',
        id: person ? 'ofac-24918' : 'ofac-17069',
        label: person ? 'PARK Jin Hyok' : 'CHONG CHON GANG',
      },
    ],
    window: { start: 1_757_000_000_000 + index * 60_000 },
    evidence: [
      {
        feature: 'name',
        query: `Pak Jin Hek ${index}`,
        candidate: 'PARK Jin Hyok',
        contribution: 0.72,
        detail: 'All three parts sound alike; two are spelled differently.',
        source: 'us_ofac_sdn',
        version: '2025-09-03',
        path: 'name',
      },
      {
        feature: 'birthDate',
        query: '1984-08-15',
        candidate: '1984-08-15',
        contribution: 0.2,
        detail: 'The same day.',
        source: 'us_ofac_sdn',
        version: '2025-09-03',
        path: 'dob',
      },
      {
        feature: 'country',
        query: 'cn',
        candidate: 'kp',
        contribution: -0.05,
        detail: 'Other countries.',
        source: 'us_ofac_sdn',
        version: '2025-09-03',
        path: 'nationality',
      },
    ],
    knowledgeVersions: { us_ofac_sdn: '2025-09-03', dprk_starter: '2025-09-10' },
    marking: 'TLP:AMBER',
    statement: `Customer “Pak Jin Hek ${index}” resembles PARK Jin Hyok, listed by OFAC under DPRK3 since 6 September 2018.`,
    decision: decisions.get(index) ?? null,
  }
}

function verdictOf(index: number): string {
  return (decisions.get(index) as { verdict: string } | undefined)?.verdict ?? 'undecided'
}

function findings({ url }: Asked): Answer {
  const ask = (name: string) => url.searchParams.get(name)
  const verdict = ask('verdict') ?? 'all'
  const found = []
  let at = Number(ask('cursor') ?? 0)
  for (; at < total && found.length < Number(ask('limit') ?? 100); at++) {
    if (verdict !== 'all' && verdictOf(at) !== verdict) continue
    if (ask('severity') && severities[at % 4] !== ask('severity')) continue
    const one = finding(at)
    if (ask('q') && !one.statement.toLowerCase().includes(ask('q')!.toLowerCase())) continue
    found.push(one)
  }
  const counts: Record<string, number> = {
    undecided: total - decisions.size,
    true: 0,
    false: 0,
    unsure: 0,
    all: total,
  }
  for (const index of decisions.keys()) counts[verdictOf(index)]!++
  return { body: { findings: found, next: at < total ? String(at) : null, counts } }
}

function found(text: string) {
  const words = text.toLowerCase().split(/[\s-]+/)
  return entities.filter((entity) => {
    const all = JSON.stringify(entity.properties).toLowerCase()
    return words.some((word) => all.includes(word))
  })
}

function match({ body }: Asked): Answer {
  const { queries } = body as { queries: Record<string, { properties: Record<string, string[]> }> }
  const responses = Object.entries(queries).map(([key, { properties }]) => {
    const text = Object.values(properties)[0]?.[0] ?? ''
    const results = found(text).map((entity, index) => ({
      ...entity,
      score: 0.96 - index * 0.13,
      match: index < 2,
      explanations: {
        name: {
          score: 0.96,
          detail: `“${text}” and “${entity.caption}”: all parts sound alike`,
          query: text,
          candidate: entity.caption,
        },
      },
    }))
    return [key, { status: 200, results }]
  })
  return { body: { responses: Object.fromEntries(responses) } }
}

/** Method, path and answer. */
export const answers: readonly (readonly [string, RegExp, (asked: Asked) => Answer])[] = [
  [
    'GET',
    /^\/api\/status$/,
    () => ({
      body: { version: '0.1.0', starterOnly: false, ready: true, lists: lists.length, entities: 18_432 },
    }),
  ],
  ['GET', /^\/api\/lists$/, () => ({ body: { lists } })],
  [
    'GET',
    /^\/api\/lists\/[^/]+\/versions\/\d+\/rejects$/,
    () => ({
      body: {
        total: 2,
        rejects: [
          {
            where: 'SDN_ADVANCED.XML, line 48213, DistinctParty 99',
            reason: 'The party has no primary name.',
            excerpt: '<DistinctParty FixedRef="99"><Profile/></DistinctParty>',
          },
          {
            where: 'line 50001',
            reason: 'Expected a date, found “unknown”.',
            excerpt: '<Year>unknown</Year>',
          },
        ],
      },
    }),
  ],
  [
    'GET',
    /^\/api\/entities\/([^/]+)$/,
    ({ parts }) => {
      const page = pageOf(parts[0]!)
      return page ? { body: page } : { status: 404, body: { detail: 'not found' } }
    },
  ],
  ['GET', /^\/api\/findings$/, findings],
  ['GET', /^\/api\/findings\/f(\d+)$/, ({ parts }) => ({ body: finding(Number(parts[0])) })],
  [
    'POST',
    /^\/api\/findings\/f(\d+)\/decision$/,
    ({ parts, body }) => {
      decisions.set(Number(parts[0]), { ...(body as object), by: 'you', at: '2025-09-10T09:00:00Z' })
      return { body: finding(Number(parts[0])) }
    },
  ],
  [
    'DELETE',
    /^\/api\/findings\/f(\d+)\/decision$/,
    ({ parts }) => {
      decisions.delete(Number(parts[0]))
      return { body: finding(Number(parts[0])) }
    },
  ],
  [
    'GET',
    /^\/api\/audit$/,
    () => ({
      body: {
        entries: [3, 2, 1].map((seq) => ({
          seq,
          at: '2025-09-10T08:00:00Z',
          actor: 'cli',
          action: 'list.imported',
          subject: 'us_ofac_sdn 2025-09-03',
          hash: '9f2c1d4e5b6a79808f7e6d5c4b3a2918'.repeat(2),
        })),
      },
    }),
  ],
  ['GET', /^\/api\/audit\/verify$/, () => ({ body: { ok: true, entries: 3 } })],
  [
    'GET',
    /^\/search\/default$/,
    ({ url }) => {
      const results = found(url.searchParams.get('q') ?? '')
      return { body: { results, total: { value: results.length } } }
    },
  ],
  ['POST', /^\/match\/default$/, match],
]

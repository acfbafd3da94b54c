type Kind = 'party' | 'entity' | 'vessel' | 'host'
const ref = (kind: Kind, id: string, label: string) => ({ kind, id, label })
const at = (day: number, hour = 0) => Date.UTC(2026, 0, day, hour)
const hostile = `<img src=x onerror="document.title='broken'"> \u202eGNP.TXE\u202c ${'NGUYEN '.repeat(700)}`

/** What a finding says here; the rest is filled in by who puts it into a store. */
interface Said {
  readonly watch?: 'screening' | 'maritime' | 'cyber'
  readonly rule?: string
  readonly severity?: 'low' | 'medium' | 'high' | 'critical'
  readonly score?: number
  readonly subjects: readonly ReturnType<typeof ref>[]
  readonly matches?: readonly (ReturnType<typeof ref> | { kind: 'rule'; id: string; label: string })[]
  readonly window?: { readonly start: number; readonly end?: number }
  readonly place?: { readonly lat: number; readonly lon: number }
  readonly statement: string
  readonly evidence?: readonly {
    feature: string
    query: string
    candidate: string
    contribution: number
    detail: string
    source?: string
    version?: string
  }[]
}
const like = (id: string, more: Said) => ({ id, ...more })

/** Findings of three doors, some of which belong together, with names that mean harm. */
export function caseFindings() {
  const tanker = ref('vessel', 'mmsi:511100001', 'HUA FU')
  const met = ref('entity', 'ofac-24918', 'PARK, Jin Hyok')
  return [
    like('sea-1', {
      watch: 'maritime',
      rule: 'sea.ship-to-ship-transfer',
      severity: 'critical',
      score: 0.91,
      subjects: [tanker, ref('vessel', 'mmsi:445000002', 'YUK TUNG')],
      matches: [ref('vessel', 'ofac-15036', 'CHON MA SAN')],
      window: { start: at(20, 3), end: at(20, 11) },
      place: { lat: 28.21, lon: 125.14 },
      statement: 'HUA FU and YUK TUNG lay 40 m apart at 28.21 N 125.14 E for 8.0 h; listed: CHON MA SAN.',
      evidence: [
        {
          feature: 'listed:imo',
          query: '8660313',
          candidate: 'CHON MA SAN',
          contribution: 0.5,
          detail: 'The IMO number is listed.',
          source: 'us_ofac_sdn',
          version: '2025-09-03',
        },
        {
          feature: 'night',
          query: '2 h',
          candidate: '20 to 5 h',
          contribution: 0.1,
          detail: 'It was by night.',
        },
      ],
    }),
    like('sea-2', {
      watch: 'maritime',
      rule: 'sea.dark',
      severity: 'high',
      subjects: [ref('vessel', 'mmsi:999999999', 'SHIP <b>BOLD</b>')],
      window: { start: at(20, 15) },
      place: { lat: 28.25, lon: 125.2 },
      statement: 'SHIP <b>BOLD</b> waited 7 km from there and was silent for 9 h.',
    }),
    ...Array.from({ length: 24 }, (_, i) =>
      like(`sea-id-${i}`, {
        watch: 'maritime',
        rule: 'sea.identity',
        severity: 'low',
        score: 0.4,
        subjects: [tanker],
        window: { start: at(1 + (i % 19), i) },
        place: { lat: 25 + i / 6, lon: 121 + i / 4 },
        statement: `HUA FU changed its name for the ${i + 1}th time.`,
      }),
    ),
    like('kim', {
      severity: 'high',
      subjects: [ref('party', 'customer-7', '박진혁 Park Jin-hyok')],
      matches: [met],
      statement: '박진혁 Park Jin-hyok may be PARK, Jin Hyok on the OFAC list: the names are 93 % alike.',
      evidence: [
        {
          feature: 'name',
          query: '박진혁',
          candidate: 'PARK, Jin Hyok',
          contribution: 0.93,
          detail: 'The names are 93 % alike.',
        },
      ],
    }),
    like('hostile', {
      subjects: [ref('party', 'customer-8', hostile)],
      matches: [ref('entity', 'ofac-1', '<script>alert(1)</script>')],
      statement: `${hostile} may be <script>alert(1)</script>.`,
      evidence: [
        {
          feature: 'name',
          query: hostile,
          candidate: '<script>alert(1)</script>',
          contribution: 0.8,
          detail: 'Alike.',
        },
      ],
    }),
    like('host', {
      watch: 'cyber',
      rule: 'sigma',
      severity: 'medium',
      subjects: [ref('host', 'swift01', 'swift01')],
      matches: [{ kind: 'rule', id: 'r1', label: 'Message Store' }],
      statement: 'The host swift01 met "Message Store" 3 times on 2026-01-05.',
    }),
    ...Array.from({ length: 8 }, (_, i) =>
      like(`low-${i}`, {
        severity: 'low',
        score: 0.6,
        subjects: [ref('party', `client-${i}`, `Client ${i}`)],
        matches: [ref('entity', `e-${i}`, `Entry ${i}`)],
        statement: `Client ${i} may be Entry ${i}.`,
      }),
    ),
  ]
}

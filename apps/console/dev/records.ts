import type { Entity, EntityPage, Fact, List } from '../src/api/types.ts'

const version = (seq: number, name: string, current: boolean) => ({
  version: name,
  seq,
  imported: `${name}T06:00:00Z`,
  entities: 17_900 + seq,
  current,
})

/** Made-up lists. */
export const lists: readonly List[] = [
  {
    source: 'us_ofac_sdn',
    title: 'OFAC Specially Designated Nationals',
    publisher: 'US Department of the Treasury, Office of Foreign Assets Control',
    url: 'https://sanctionslist.ofac.treas.gov/',
    version: '2025-09-03',
    fetched: '2025-09-03T14:00:00Z',
    imported: '2025-09-03T14:05:00Z',
    sha256: '6f1ed002ab5595859014ebf0951522d9a7d9c5fe0d5d2c9f2a53c9ad5c4b0e11',
    format: 'OFAC SDN_ADVANCED.XML',
    entities: 17_902,
    targets: 16_034,
    statements: 412_380,
    rejected: 2,
    starter: false,
    versions: [version(2, '2025-09-03', true), version(1, '2025-08-01', false)],
  },
  {
    source: 'dprk_starter',
    title: 'North Korea starter pack',
    publisher: 'Cordon',
    url: null,
    version: '2025-09-10',
    fetched: '2025-09-10T00:00:00Z',
    imported: '2025-09-10T00:00:00Z',
    sha256: 'aa1ed002ab5595859014ebf0951522d9a7d9c5fe0d5d2c9f2a53c9ad5c4b0e11',
    format: 'FollowTheMoney entities',
    entities: 130,
    targets: 58,
    statements: 900,
    rejected: 0,
    starter: true,
    versions: [version(1, '2025-09-10', true)],
  },
]

const entity = (id: string, schema: string, properties: Record<string, string[]>): Entity => ({
  id,
  caption: properties.name?.[0] ?? properties.publicKey?.[0] ?? id,
  schema,
  properties,
  datasets: ['us_ofac_sdn', 'dprk_starter'],
  referents: [],
  target: true,
  first_seen: '2018-09-06',
  last_change: '2025-09-03',
})

/** Made-up entities, the hard ones to show among them. */
export const entities: readonly Entity[] = [
  entity('ofac-24918', 'Person', {
    name: ['PARK Jin Hyok', '박진혁'],
    alias: ['PAK Jin Hek'],
    weakAlias: ['Andoson David'],
    birthDate: ['1984-08-15', '1984'],
    nationality: ['kp'],
    passportNumber: ['290333974'],
    topics: ['sanction', 'crime.cyber'],
    sourceUrl: ['https://sanctionssearch.ofac.treas.gov/Details.aspx?id=24918', 'javascript:alert(1)'],
  }),
  entity('ofac-27307', 'Organization', {
    name: ['LAZARUS GROUP'],
    alias: ['라자루스'],
    weakAlias: ['Hidden Cobra'],
    country: ['kp'],
    topics: ['sanction', 'crime.cyber'],
  }),
  entity('ofac-17069', 'Vessel', {
    name: ['CHONG CHON GANG'],
    imoNumber: ['IMO7937317'],
    flag: ['kp'],
    topics: ['sanction'],
  }),
  entity('hard-1', 'Company', {
    name: [
      'ACME \u202eDTL GNIDART\u202c <script>alert(1)</script>',
      'شركة التجارة العامة المحدودة',
      `Very ${'long'.repeat(60)} name`,
    ],
    country: ['ir', 'suhh'],
    birthDate: ['1960'],
  }),
]

const sanction = entity('s1', 'Sanction', {
  authority: ['Office of Foreign Assets Control'],
  program: ['DPRK3'],
  reason: ['Executive Order 13722 (North Korea)'],
  listingDate: ['2018-09-06'],
  authorityId: ['OFAC uid 24918'],
})

/** The page of one entity. */
export function pageOf(id: string): EntityPage | undefined {
  const found = entities.find((one) => one.id === id)
  if (!found) return undefined
  const statements = Object.entries(found.properties).flatMap(([property, values]) =>
    values.flatMap((value, index): Fact[] => [
      {
        property,
        value,
        source: 'us_ofac_sdn',
        version: '2025-09-03',
        firstSeen: '2018-09-06',
        lastSeen: '2025-09-03',
        lang: /[가-힣]/.test(value) ? 'kor' : null,
        date: property === 'birthDate' && index === 1 ? { circa: true, from: '1983', to: '1985' } : null,
        original: property === 'nationality' ? 'Korea, North' : null,
      },
      ...(index === 0
        ? [{ property, value, source: 'dprk_starter', version: '2025-09-10', firstSeen: '2025-09-10' }]
        : []),
    ]),
  )
  const others = entities.filter((one) => one.id !== id)
  const via = entity('e1', 'UnknownLink', { role: ['Acting for or on behalf of'], startDate: ['2014'] })
  return {
    entity: found,
    statements,
    sanctions: [sanction],
    links: others.map((other, index) => ({
      property: 'unknownLinkTo',
      label: index % 2 ? 'Acting for' : 'Members',
      direction: index % 2 ? 'out' : 'in',
      via: index % 2 ? via : null,
      entity: other,
    })),
  }
}

import { addDate } from './dates.ts'
import type { ReportBuilder } from './report.ts'
import { StatementWriter } from './statements.ts'

/** A relationship record of GLEIF level 2, as its XML and its CSV both have it. */
export interface GleifRelationship {
  /** The LEI of the child: who is consolidated, managed, a branch. */
  readonly start: string
  /** The LEI of the parent. */
  readonly end: string
  readonly type: string
  readonly status: string | undefined
  readonly periods: readonly {
    readonly type: string | undefined
    readonly from?: string | undefined
    readonly to?: string | undefined
  }[]
  readonly quantifiers: readonly {
    readonly method: string | undefined
    readonly amount: string | undefined
    readonly units: string | undefined
  }[]
  readonly updated: string | undefined
}

/** Where GLEIF's relationship records come from. */
export const gleifSource = {
  name: 'gleif_rr',
  title: 'GLEIF level 2: who owns whom',
  publisher: 'Global Legal Entity Identifier Foundation',
  url: 'https://www.gleif.org/en/lei-data/gleif-golden-copy/download-the-golden-copy',
}

/** What each kind of relationship is between parent and child. Accounting consolidation is control, not a share. */
const kinds: Readonly<Record<string, { schema: 'Ownership' | 'UnknownLink'; role: string }>> = {
  IS_DIRECTLY_CONSOLIDATED_BY: { schema: 'Ownership', role: 'direct accounting consolidation' },
  IS_ULTIMATELY_CONSOLIDATED_BY: { schema: 'Ownership', role: 'ultimate accounting consolidation' },
  IS_INTERNATIONAL_BRANCH_OF: { schema: 'Ownership', role: 'international branch' },
  'IS_FUND-MANAGED_BY': { schema: 'UnknownLink', role: 'fund management' },
  IS_SUBFUND_OF: { schema: 'UnknownLink', role: 'sub-fund' },
  IS_FEEDER_TO: { schema: 'UnknownLink', role: 'feeder fund' },
}

/** The id of a legal entity by its LEI, as OpenSanctions has it: `lei-5299...`. */
export const leiId = (lei: string) => `lei-${lei.toUpperCase()}`

/**
 * A relationship as an edge with its dates, and a percentage only where the record states one. A branch is wholly its
 * parent's.
 */
export function gleifEdge(
  { start, end, type, status, periods, quantifiers, updated }: GleifRelationship,
  source: string,
  report: ReportBuilder,
  where: string,
): StatementWriter {
  const kind = kinds[type]
  if (!kind) report.countUnknown(`RelationshipType ${JSON.stringify(type)}`, where)
  const schema = kind?.schema ?? 'UnknownLink'
  const link = new StatementWriter(
    source,
    `gleif-rr-${start}-${end}-${type.toLowerCase().replace(/[^a-z]+/g, '-')}`,
    schema,
  )
  const [parent, child] = schema === 'Ownership' ? ['owner', 'asset'] : ['object', 'subject']
  link
    .add(parent!, leiId(end))
    .add(child!, leiId(start))
    .add('role', kind?.role ?? type)
    .add('status', status)
  if (schema === 'Ownership') link.add('ownershipType', type)
  const share = quantifiers.find(({ units, amount }) => /^PERCENT/i.test(units ?? '') && amount)
  if (schema === 'Ownership')
    link.add('percentage', share?.amount ?? (type === 'IS_INTERNATIONAL_BRANCH_OF' ? '100' : undefined))
  for (const { method, amount, units } of quantifiers)
    link.add('description', [method, amount, units].filter(Boolean).join(' '))
  const period = periods.find(({ type }) => type === 'RELATIONSHIP_PERIOD') ?? periods[0]
  for (const [property, text] of [
    ['startDate', period?.from],
    ['endDate', period?.to],
    ['modifiedAt', updated],
  ] as const)
    if (text && !addDate(link, property, text.slice(0, 10), text))
      report.countUnknown(`${property} in an unknown form`, where)
  return link
}

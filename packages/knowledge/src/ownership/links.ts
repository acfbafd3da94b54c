import type { Entity } from '@cordon/model'

/** A share as far as it is known, in per cent: low and high are equal where it is known exactly. */
export interface Share {
  readonly low: number
  readonly high: number
}

/** A share of which nothing is known. */
export const unknownShare: Share = { low: 0, high: 100 }

/** That one party owns a part of another, or controls it. */
export interface OwnershipLink {
  readonly owner: string
  readonly asset: string
  /** `control`: no share is stated, or what is stated is control: never counted as a share. */
  readonly kind: 'share' | 'control'
  /** Of a share only. */
  readonly share?: Share
  /** ISO 8601 dates between which it holds; absent where nobody says. */
  readonly from?: string
  readonly until?: string
  /** The publisher's words: "Owned or Controlled By". */
  readonly role?: string
  /** Id of the statement or record that says so, and who says it. */
  readonly id?: string
  readonly source?: string
}

/** Whether a link holds on a day. A link that states no dates holds always; a former one does not. */
export function holdsOn({ from, until }: OwnershipLink, day: string): boolean {
  return (from === undefined || from.slice(0, day.length) <= day) && (until === undefined || until >= day)
}

/**
 * Reads a share as publishers write it: `50`, `50%`, `12.5 %`, `>25`, `25-50`, `75 to 100`, `more than 50`.
 * @returns undefined where no share can be read from it
 */
export function parseShare(text: string): Share | undefined {
  const clean = text
    .trim()
    .replace(/%|per ?cent/gi, '')
    .replace(/,(\d{1,3})\s*$/, '.$1')
    .trim()
  const range = /^(\d+(?:\.\d+)?)\s*(?:-|–|to|and)\s*(\d+(?:\.\d+)?)$/i.exec(
    clean.replace(/^between\s+/i, ''),
  )
  if (range) return bounded(Number(range[1]), Number(range[2]))
  const above = /^(?:>=?|≥|more than|over|at least)\s*(\d+(?:\.\d+)?)$/i.exec(clean)
  if (above) return bounded(Number(above[1]), 100)
  const below = /^(?:<=?|≤|less than|under|up to|at most)\s*(\d+(?:\.\d+)?)$/i.exec(clean)
  if (below) return bounded(0, Number(below[1]))
  return /^\d+(?:\.\d+)?$/.test(clean) ? bounded(Number(clean), Number(clean)) : undefined
}

function bounded(low: number, high: number): Share | undefined {
  return low >= 0 && low <= high && high <= 100 ? { low, high } : undefined
}

const controlSchemata: Readonly<Record<string, readonly [owner: string, asset: string]>> = {
  Ownership: ['owner', 'asset'],
  UnknownLink: ['object', 'subject'],
}

/**
 * The links that lists and ownership data state, as FollowTheMoney's Ownership entities. A percentage makes it a share;
 * a share that is said to be unknown stays one that is unknown. OFAC's "Owned or Controlled By" gives no percentage and
 * does not say which of the two: it is control here, and never 50 (see `ownedOrControlled`).
 */
export function ownershipLinks(entities: Iterable<Entity>): OwnershipLink[] {
  const links: OwnershipLink[] = []
  for (const entity of entities) {
    const ends = controlSchemata[entity.schema]
    if (!ends) continue
    const { properties } = entity
    const role = properties.role?.[0] ?? properties.ownershipType?.[0]
    if (entity.schema === 'UnknownLink' && !ownedOrControlled.has(role ?? '')) continue
    const former = properties.status?.includes('former') && !properties.endDate
    for (const owner of properties[ends[0]] ?? [])
      for (const asset of properties[ends[1]] ?? [])
        links.push({
          owner,
          asset,
          ...kindOf(properties.percentage?.[0], role),
          ...(properties.startDate?.[0] && { from: properties.startDate[0] }),
          ...((properties.endDate?.[0] ?? (former && '0000')) && {
            until: properties.endDate?.[0] ?? '0000',
          }),
          ...(role && { role }),
          id: entity.id,
          ...(entity.datasets[0] && { source: entity.datasets[0] }),
        })
  }
  return links
}

/** Words of publishers that mean ownership or control without saying which. */
export const ownedOrControlled: ReadonlySet<string> = new Set([
  'Owned or Controlled By',
  'Owns, controls, or operates',
  'Property in the interest of',
])

function kindOf(
  percentage: string | undefined,
  role: string | undefined,
): Pick<OwnershipLink, 'kind' | 'share'> {
  const share = percentage === undefined ? undefined : parseShare(percentage)
  if (share) return { kind: 'share', share }
  return role !== undefined && (ownedOrControlled.has(role) || /control/i.test(role))
    ? { kind: 'control' }
    : { kind: 'share', share: unknownShare }
}

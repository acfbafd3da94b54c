import { type OwnershipLink, type Share, unknownShare } from './links.ts'

/**
 * Links in which several sources tell of one holding once: what two registers say of an owner's share in an asset is not twice the
 * share. Within one source shares add up, as of several classes; between sources what all of them allow holds, and where
 * they contradict each other the range from the least to the most. Control stays beside it, once a source.
 */
export function agreedLinks(links: readonly OwnershipLink[]): OwnershipLink[] {
  const byPair = new Map<string, OwnershipLink[]>()
  for (const link of links) {
    const key = JSON.stringify([link.owner, link.asset])
    byPair.set(key, [...(byPair.get(key) ?? []), link])
  }
  return [...byPair.values()].flatMap((own) => {
    const shares = own.filter(({ kind }) => kind === 'share')
    if (new Set(shares.map(({ source }) => source)).size < 2) return own
    const sums = new Map<string | undefined, Share>()
    for (const { source, share = unknownShare } of shares) {
      const { low, high } = sums.get(source) ?? { low: 0, high: 0 }
      sums.set(source, { low: Math.min(100, low + share.low), high: Math.min(100, high + share.high) })
    }
    const share = [...sums.values()].reduce(agreed)
    return [{ ...shares[0]!, share }, ...own.filter(({ kind }) => kind === 'control')]
  })
}

function agreed(a: Share, b: Share): Share {
  const both = { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) }
  return both.low <= both.high ? both : { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) }
}

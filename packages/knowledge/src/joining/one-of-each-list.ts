import type { ProposedJoin } from './propose-joins.ts'

/**
 * The proposals that bring no two entries of one list together, however long the way: a publisher keeps its entries apart, so where
 * a chain would join two of them, its weakest link is wrong. What lists say themselves stands before what was computed,
 * numbers before names, and of names the strongest first.
 * @param given joins that stand already: what lists say. They are followed whatever they bring together
 * @param listsOf the lists that an entry is on
 */
export function oneOfEachList(
  proposed: readonly ProposedJoin[],
  given: readonly ProposedJoin[],
  listsOf: (id: string) => readonly string[],
): ProposedJoin[] {
  const groups = new Map<string, Group>()
  const groupOf = (id: string): Group => {
    const known = groups.get(id)
    if (known) return known
    const made = { ids: [id], lists: new Set(listsOf(id)) }
    groups.set(id, made)
    return made
  }
  const join = (a: Group, b: Group) => {
    if (a === b) return
    for (const list of b.lists) a.lists.add(list)
    for (const id of b.ids) {
      a.ids.push(id)
      groups.set(id, a)
    }
  }
  for (const { claim } of given) join(groupOf(claim.from.id), groupOf(claim.to.id))
  const kept = new Set<ProposedJoin>()
  for (const one of [...proposed].sort(byStrength)) {
    const [a, b] = [groupOf(one.claim.from.id), groupOf(one.claim.to.id)]
    if (a !== b && [...b.lists].some((list) => a.lists.has(list))) continue
    join(a, b)
    kept.add(one)
  }
  return proposed.filter((one) => kept.has(one))
}

interface Group {
  readonly ids: string[]
  readonly lists: Set<string>
}

const rank = { reference: 0, identifier: 1, score: 2 } as const

function byStrength(a: ProposedJoin, b: ProposedJoin): number {
  const order = rank[a.kind] - rank[b.kind] || (b.points ?? 0) - (a.points ?? 0)
  if (order !== 0) return order
  const [x, y] = [a, b].map(({ claim }) => `${claim.from.id} ${claim.to.id}`) as [string, string]
  return x < y ? -1 : x > y ? 1 : 0
}

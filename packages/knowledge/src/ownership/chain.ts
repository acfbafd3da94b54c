import type { OwnershipJudgements, OwnershipStep, OwnershipVerdict } from './judge.ts'

/** One party in the drawing of a chain. */
export interface ChainNode {
  readonly id: string
  readonly verdict: OwnershipVerdict
  /** Steps up from the party asked about, which stands at 0. */
  readonly level: number
}

/** The way up from a party to the listed ones that own or control it. */
export interface OwnershipChain {
  readonly nodes: readonly ChainNode[]
  readonly edges: readonly (OwnershipStep & { readonly from: string; readonly to: string })[]
  /** True where more stands above than was drawn. */
  readonly cut: boolean
}

/** Parties of a chain that a drawing still can show. */
const mostNodes = 40

/** The owners of a party that count, and theirs, up to the listed ones; each once, cycles included. */
export function chainOf(judgements: OwnershipJudgements, id: string): OwnershipChain {
  const levels = new Map([[id, 0]])
  const edges: OwnershipChain['edges'][number][] = []
  let cut = false
  const waiting = [id]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
    // Above a listed party nothing needs to be shown, unless it is the one asked about.
    for (const step of next === id || judgements.get(next)?.verdict !== 'listed'
      ? (judgements.get(next)?.steps ?? [])
      : []) {
      const { owner } = step.link
      if (!levels.has(owner)) {
        if (levels.size >= mostNodes) {
          cut = true
          continue
        }
        levels.set(owner, levels.get(next)! + 1)
        waiting.push(owner)
      }
      edges.push({ ...step, from: owner, to: next })
    }
  const nodes = [...levels].map(([one, level]) => ({
    id: one,
    verdict: judgements.get(one)?.verdict ?? ('no' as const),
    level,
  }))
  return { nodes, edges, cut }
}

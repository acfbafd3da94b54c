import type { Node } from './rule-set.ts'

/** Atoms of which at least one must be met for a predicate to hold, and how often one is. */
export interface Witness {
  readonly atoms: readonly number[]
  readonly rate: number
}

/**
 * The rarest set of literal atoms without which a predicate can't hold, or undefined where there is none (it is
 * negative, or rests on tests that no literal guards).
 * @param rate how often an atom is met, 0..1
 * @param guard the literal atom that guards a slow one, or -1
 */
export function chooseWitness(
  node: Node,
  rate: (atom: number) => number,
  guard: (slow: number) => number,
): Witness | undefined {
  switch (node.op) {
    case 'fast':
      return { atoms: [node.id], rate: rate(node.id) }
    case 'slow': {
      const atom = guard(node.id)
      return atom === -1 ? undefined : { atoms: [atom], rate: rate(atom) }
    }
    case 'and': {
      let best: Witness | undefined
      for (const item of node.items) {
        const witness = chooseWitness(item, rate, guard)
        if (witness && (!best || witness.rate < best.rate)) best = witness
      }
      return best
    }
    case 'or':
      return union(node.items, rate, guard)
    case 'atLeast':
      // One of all items must hold, whatever n is.
      return union(node.items, rate, guard)
    default:
      return undefined
  }
}

function union(
  items: readonly Node[],
  rate: (atom: number) => number,
  guard: (slow: number) => number,
): Witness | undefined {
  const atoms = new Set<number>()
  let sum = 0
  for (const item of items) {
    const witness = chooseWitness(item, rate, guard)
    if (!witness) return undefined
    for (const atom of witness.atoms) atoms.add(atom)
    sum += witness.rate
  }
  return { atoms: [...atoms], rate: sum }
}

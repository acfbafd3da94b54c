import { inOrder, type Transfer } from './transfer.ts'

/** How a peel chain is told. */
export interface PeelOptions {
  /** Least steps. Default 4. */
  readonly steps?: number
  /** Share of what came in that the larger part must be, 0..1. Default 0.6. */
  readonly rest?: number
  /** Longest time from in to out. Default three days. */
  readonly within?: number
}

/** A sum that goes on from address to new address, a small part peeled off at each. */
export interface PeelChain {
  readonly asset: string
  /** From the first address to the last. */
  readonly addresses: readonly string[]
  readonly first: Transfer
  readonly last: Transfer
  /** What was peeled off on the way, in units of 10^-18. */
  readonly peeled: bigint
}

interface Step {
  readonly on: Transfer
  readonly peeled: bigint
}

/**
 * Peel chains: an address that received once, and paid most of it to one address that had received nothing before, and the rest to
 * others, within the time. Such steps in a row are a chain. An exchange that sweeps deposits, and a wallet that pays with change, do
 * the same: it is a form, not a crime. Work grows with the number of transfers.
 */
export function findPeelChains(transfers: readonly Transfer[], options: PeelOptions = {}): PeelChain[] {
  const { steps: least = 4, rest = 0.6, within = 3 * 86_400_000 } = options
  const known = inOrder(transfers).filter(({ amount, from, to }) => amount !== undefined && from !== to)
  const ins = grouped(known, ({ to, asset }) => `${asset}\u0000${to}`)
  const outs = grouped(known, ({ from, asset }) => `${asset}\u0000${from}`)
  const share = BigInt(Math.round(rest * 1000))
  const steps = new Map<string, Step>()
  for (const [key, came] of ins) {
    const step = came.length === 1 ? stepOf(came[0]!, outs.get(key) ?? [], ins, share, within) : undefined
    if (step) steps.set(key, step)
  }
  const reached = new Set([...steps.values()].map(({ on }) => `${on.asset}\u0000${on.to}`))
  const chains: PeelChain[] = []
  for (const key of steps.keys()) {
    if (reached.has(key)) continue
    const chain = follow(key, steps, ins.get(key)![0]!)
    if (chain.addresses.length > least) chains.push(chain)
  }
  return chains.sort((a, b) => b.addresses.length - a.addresses.length)
}

function stepOf(
  came: Transfer,
  paid: readonly Transfer[],
  ins: ReadonlyMap<string, readonly Transfer[]>,
  share: bigint,
  within: number,
): Step | undefined {
  const amount = came.amount!
  const after = paid.filter(
    ({ time }) =>
      time === undefined || came.time === undefined || (time >= came.time && time - came.time <= within),
  )
  if (after.length < 2 || after.length > 20) return undefined
  const on = after.reduce((a, b) => (b.amount! > a.amount! ? b : a))
  const peeled = after.reduce((sum, one) => (one === on ? sum : sum + one.amount!), 0n)
  const isMost = on.amount! * 1000n >= amount * share && on.amount! < amount
  const isFresh = ins.get(`${on.asset}\u0000${on.to}`)?.[0] === on
  return isMost && isFresh && peeled > 0n ? { on, peeled } : undefined
}

function follow(start: string, steps: ReadonlyMap<string, Step>, first: Transfer): PeelChain {
  const addresses = [first.to]
  let last = first
  let peeled = 0n
  // An address receives once in a chain, so that none is met twice; the bound is for what is not foreseen.
  for (let key = start; steps.has(key) && addresses.length <= steps.size + 1; ) {
    const step = steps.get(key)!
    addresses.push(step.on.to)
    peeled += step.peeled
    last = step.on
    key = `${last.asset}\u0000${last.to}`
  }
  return { asset: first.asset, addresses, first, last, peeled }
}

function grouped(transfers: readonly Transfer[], keyOf: (transfer: Transfer) => string) {
  const groups = new Map<string, Transfer[]>()
  for (const transfer of transfers) {
    const key = keyOf(transfer)
    const group = groups.get(key)
    if (group) group.push(transfer)
    else groups.set(key, [transfer])
  }
  return groups
}

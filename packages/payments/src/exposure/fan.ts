import { inOrder, type Transfer } from './transfer.ts'

/** How a fan is told. */
export interface FanOptions {
  /** Least addresses between. Default 5. */
  readonly width?: number
  /** Longest time from the first payment out to the last payment in. Default three days. */
  readonly within?: number
}

/** One address pays many, which pay one. */
export interface Fan {
  readonly asset: string
  readonly from: string
  readonly to: string
  readonly between: readonly string[]
  /** Paid out to them, and paid in by them, in units of 10^-18. */
  readonly out: bigint
  readonly in: bigint
  readonly start: number | undefined
  readonly end: number | undefined
}

/** Addresses with more payments than these are taken for services, and not looked through: work stays in bounds. */
export const fanBounds = { outOfSource: 5_000, outOfBetween: 50 } as const

interface Gathered {
  readonly between: Map<string, bigint>
  in: bigint
  start: number | undefined
  end: number | undefined
}

/**
 * Fan-out, then fan-in: an address pays `width` others or more, and as many of them pay one address, each after it was paid and within
 * the time, directly. Payrolls whose people shop at one place look the same. Services, by the bounds, are not looked through.
 */
export function findFans(transfers: readonly Transfer[], options: FanOptions = {}): Fan[] {
  const { width = 5, within = 3 * 86_400_000 } = options
  const outs = new Map<string, Transfer[]>()
  for (const transfer of inOrder(transfers)) {
    if (transfer.amount === undefined || transfer.from === transfer.to) continue
    const key = `${transfer.asset}\u0000${transfer.from}`
    const group = outs.get(key)
    if (group) group.push(transfer)
    else outs.set(key, [transfer])
  }
  const fans: Fan[] = []
  for (const paid of outs.values()) {
    if (paid.length < width || paid.length > fanBounds.outOfSource) continue
    for (const [to, found] of gatheredOf(paid, outs, within))
      if (found.between.size >= width) fans.push(fanOf(paid[0]!, to, found))
  }
  return fans.sort((a, b) => b.between.length - a.between.length || (a.in < b.in ? 1 : -1))
}

function gatheredOf(
  paid: readonly Transfer[],
  outs: ReadonlyMap<string, readonly Transfer[]>,
  within: number,
) {
  const byCollector = new Map<string, Gathered>()
  for (const out of paid) {
    const onward = outs.get(`${out.asset}\u0000${out.to}`) ?? []
    if (onward.length > fanBounds.outOfBetween) continue
    for (const next of onward) {
      if (next.to === out.from || !isWithin(out, next, within)) continue
      let found = byCollector.get(next.to)
      if (found === undefined) {
        found = { between: new Map(), in: 0n, start: out.time, end: next.time }
        byCollector.set(next.to, found)
      }
      if (found.between.has(out.to)) continue
      found.between.set(out.to, out.amount!)
      found.in += next.amount!
      found.start = earlier(found.start, out.time)
      found.end = later(found.end, next.time)
    }
  }
  return byCollector
}

function isWithin(out: Transfer, next: Transfer, within: number): boolean {
  if (out.time === undefined || next.time === undefined) return true
  return next.time >= out.time && next.time - out.time <= within
}

function fanOf({ asset, from }: Transfer, to: string, { between, in: sum, start, end }: Gathered): Fan {
  const out = [...between.values()].reduce((all, amount) => all + amount, 0n)
  return { asset, from, to, between: [...between.keys()], out, in: sum, start, end }
}

const earlier = (a: number | undefined, b: number | undefined) =>
  a === undefined || (b !== undefined && b < a) ? b : a
const later = (a: number | undefined, b: number | undefined) =>
  a === undefined || (b !== undefined && b > a) ? b : a

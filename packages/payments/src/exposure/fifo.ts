import { type Origin, type Part, unlabelled } from './shares.ts'

/** Lots that one address may hold at once; beyond it neighbours are put together, and it is said. */
export const mostLots = 128

/**
 * Money of one address and asset in the order in which it came: what came first goes first (Clayton's case, Devaynes v Noble,
 * 1816).
 */
export class FifoPurse {
  /** Paid out beyond what had come in. */
  unexplained = 0n
  /** Whether lots had to be put together, so that the order within them is no longer exact. */
  isApproximate = false
  private lots: Part[] = []
  private head = 0

  receive(parts: readonly Part[]): void {
    for (const { origin, amount } of parts) {
      if (amount === 0n) continue
      const last = this.lots.at(-1)
      if (last !== undefined && this.lots.length > this.head && last.origin === origin) last.amount += amount
      else this.lots.push({ origin, amount })
    }
    if (this.lots.length - this.head > mostLots) this.join()
  }

  pay(amount: bigint): Part[] {
    const paid: Part[] = []
    let left = amount
    while (left > 0n && this.head < this.lots.length) {
      const lot = this.lots[this.head]!
      const part = lot.amount <= left ? lot.amount : left
      paid.push({ origin: lot.origin, amount: part })
      left -= part
      lot.amount -= part
      if (lot.amount === 0n) this.head++
    }
    if (left > 0n) {
      paid.push({ origin: unlabelled, amount: left })
      this.unexplained += left
    }
    if (this.head > 64 && this.head * 2 > this.lots.length) {
      this.lots = this.lots.slice(this.head)
      this.head = 0
    }
    return paid
  }

  /** Puts the lots of one origin together within stretches, which double until half of the lots are gone. */
  private join(): void {
    this.isApproximate = true
    let lots = this.lots.slice(this.head)
    for (let stretch = 8; lots.length > mostLots / 2; stretch *= 2) {
      const joined: Part[] = []
      for (let from = 0; from < lots.length; from += stretch) {
        const sums = new Map<Origin, bigint>()
        for (const { origin, amount } of lots.slice(from, from + stretch))
          sums.set(origin, (sums.get(origin) ?? 0n) + amount)
        for (const [origin, amount] of sums) joined.push({ origin, amount })
      }
      lots = joined
      if (stretch > lots.length) break
    }
    if (lots.length > mostLots) lots = withoutSmall(lots)
    this.lots = lots
    this.head = 0
  }
}

/** More origins than lots: the smallest become unlabelled. */
function withoutSmall(lots: readonly Part[]): Part[] {
  const sorted = [...lots].sort((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0))
  const kept = new Set(sorted.slice(0, mostLots / 2))
  const rest = lots.filter((lot) => !kept.has(lot)).reduce((sum, { amount }) => sum + amount, 0n)
  return [...lots.filter((lot) => kept.has(lot)), { origin: unlabelled, amount: rest }]
}

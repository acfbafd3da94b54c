import { type Origin, type Part, unlabelled } from './shares.ts'

/** Origins that one address's money may have at once; beyond it the smallest are put together as unlabelled, and it is said. */
export const mostOrigins = 256

/**
 * Money of one address and asset, shared out by haircut: each payment takes of every origin in proportion to the balance.
 * Divisions round down, and what is left over stays with the payer: nothing is made or lost.
 */
export class HaircutPurse {
  balance = 0n
  /** Paid out beyond what had come in: the address had money before the record begins. */
  unexplained = 0n
  /** Put together because there were too many origins. */
  lumped = 0n
  private readonly parts = new Map<Origin, bigint>()

  receive(parts: readonly Part[]): void {
    for (const { origin, amount } of parts) {
      this.balance += amount
      if (origin !== unlabelled && amount > 0n)
        this.parts.set(origin, (this.parts.get(origin) ?? 0n) + amount)
    }
    if (this.parts.size > mostOrigins) this.lump()
  }

  pay(amount: bigint): Part[] {
    const paid: Part[] = []
    if (this.parts.size > 0) {
      const isAll = amount >= this.balance
      for (const [origin, held] of this.parts) {
        const part = isAll ? held : (held * amount) / this.balance
        if (part === 0n) continue
        paid.push({ origin, amount: part })
        if (part === held) this.parts.delete(origin)
        else this.parts.set(origin, held - part)
      }
    }
    const labelled = paid.reduce((sum, part) => sum + part.amount, 0n)
    if (amount > labelled) paid.push({ origin: unlabelled, amount: amount - labelled })
    if (amount > this.balance) this.unexplained += amount - this.balance
    this.balance = amount > this.balance ? 0n : this.balance - amount
    return paid
  }

  private lump(): void {
    const sorted = [...this.parts].sort((a, b) => (a[1] < b[1] ? 1 : a[1] > b[1] ? -1 : a[0] - b[0]))
    for (const [origin, amount] of sorted.slice(mostOrigins / 2)) {
      this.parts.delete(origin)
      this.lumped += amount
    }
  }
}

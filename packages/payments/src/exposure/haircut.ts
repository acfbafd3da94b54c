import { type Origin, type Part, unlabelled } from './shares.ts'

/** Origins that one address's money may have at once; beyond it the smallest are put together as unlabelled, and it is said. */
export const mostOrigins = 64
/** A part of a payment smaller than this fraction of it goes on as unlabelled, and is counted: one in a million. */
export const dustParts = 1_000_000n

/**
 * Money of one address and asset, shared out by haircut: each payment takes of every origin in proportion to the balance.
 * Divisions round down, and what is then missing is taken a smallest unit at a time: nothing is made or lost.
 */
export class HaircutPurse {
  balance = 0n
  /** Paid out beyond what had come in: the address had money before the record begins. */
  unexplained = 0n
  /** Put together because there were too many origins. */
  lumped = 0n
  /** Went on as unlabelled because it was dust. */
  dust = 0n
  private readonly parts = new Map<Origin, bigint>()

  receive(parts: readonly Part[]): void {
    for (const { origin, amount } of parts) {
      if (amount === 0n) continue
      this.balance += amount
      this.parts.set(origin, (this.parts.get(origin) ?? 0n) + amount)
    }
    if (this.parts.size > mostOrigins) this.lump()
  }

  pay(amount: bigint): Part[] {
    if (amount >= this.balance) return this.payAll(amount)
    const paid: Part[] = []
    let left = amount
    for (const [origin, held] of this.parts) {
      const part = (held * amount) / this.balance
      paid.push({ origin, amount: part })
      left -= part
    }
    for (const part of paid) {
      const held = this.parts.get(part.origin)!
      if (left > 0n && part.amount < held) {
        part.amount++
        left--
      }
      if (part.amount === held) this.parts.delete(part.origin)
      else this.parts.set(part.origin, held - part.amount)
    }
    this.balance -= amount
    return this.withoutDust(paid, amount)
  }

  private withoutDust(paid: readonly Part[], amount: bigint): Part[] {
    const least = amount / dustParts
    const kept: Part[] = []
    let rest = 0n
    for (const part of paid) {
      if (part.origin === unlabelled) rest += part.amount
      else if (part.amount > least) kept.push(part)
      else {
        rest += part.amount
        this.dust += part.amount
      }
    }
    if (rest > 0n) kept.push({ origin: unlabelled, amount: rest })
    return kept
  }

  private payAll(amount: bigint): Part[] {
    const paid = [...this.parts].map(([origin, held]): Part => ({ origin, amount: held }))
    const beyond = amount - this.balance
    this.parts.clear()
    this.balance = 0n
    if (beyond > 0n) paid.push({ origin: unlabelled, amount: beyond })
    this.unexplained += beyond
    return paid
  }

  private lump(): void {
    const labelled = [...this.parts].filter(([origin]) => origin !== unlabelled)
    labelled.sort((a, b) => (a[1] < b[1] ? 1 : a[1] > b[1] ? -1 : a[0] - b[0]))
    let sum = this.parts.get(unlabelled) ?? 0n
    for (const [origin, amount] of labelled.slice(mostOrigins / 2)) {
      this.parts.delete(origin)
      this.lumped += amount
      sum += amount
    }
    this.parts.set(unlabelled, sum)
  }
}

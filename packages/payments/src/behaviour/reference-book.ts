import { beneficiaryOf, type Order } from './order.ts'
import { RecentMap } from './recent-map.ts'

/** What an order with a reference said. */
export interface Referred {
  readonly amount: number
  readonly beneficiary: string
}

/** The book as plain data. */
export type ReferenceState = readonly (readonly [string, Referred])[]

/** Most references that are kept, the newest. */
export const mostReferences = 40_000

/** References (by account) and UETRs of the orders of late: by them altered orders are found, and entries without an order. */
export class ReferenceBook {
  private readonly known: RecentMap<Referred>

  constructor(saved: ReferenceState = []) {
    this.known = new RecentMap(mostReferences, saved)
  }

  /** What an earlier order with the same UETR or reference said. */
  find({ reference, uetr }: Pick<Order, 'reference' | 'uetr'>): Referred | undefined {
    return (uetr === undefined ? undefined : this.known.get(uetr)) ?? this.known.get(reference)
  }

  /** Whether the very same order was there before. */
  isSame(order: Order): boolean {
    const before = this.find(order)
    return before?.amount === order.amount && before.beneficiary === beneficiaryOf(order)
  }

  has(reference: string): boolean {
    return this.known.get(reference) !== undefined
  }

  add(order: Order): void {
    const said = { amount: order.amount, beneficiary: beneficiaryOf(order) }
    this.known.set(order.reference, said)
    if (order.uetr !== undefined) this.known.set(order.uetr, said)
  }

  snapshot(): ReferenceState {
    return this.known.entries()
  }
}

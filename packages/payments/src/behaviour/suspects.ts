import type { Instant } from '@cordon/model'
import type { Order } from './order.ts'

/** An order that showed signs, whether or not they were enough. */
export interface Suspect {
  readonly id: string
  readonly time: Instant
  readonly account: string
  readonly bank: string
  readonly country: string
}

/** Most suspects that are kept, over all accounts. */
export const mostSuspects = 400

/** Orders of late that showed signs: what one alone does not say, several to one bank may. */
export class Suspects {
  private list: Suspect[]

  constructor(saved: readonly Suspect[] = []) {
    this.list = [...saved]
  }

  add({ id, time, account, bank = '', country = '' }: Order): void {
    this.list.push({ id, time, account, bank, country })
    if (this.list.length > mostSuspects) this.list.shift()
  }

  /** Those since an instant to the same bank, or from the same account to the same country; not the order itself. */
  like(order: Order, since: Instant): { bank: number; country: number } {
    let bank = 0
    let country = 0
    for (const one of this.list) {
      if (one.time < since || one.id === order.id) continue
      if (order.bank !== undefined && one.bank === order.bank) bank++
      else if (one.account === order.account && one.country === order.country) country++
    }
    return { bank, country }
  }

  snapshot(): readonly Suspect[] {
    return [...this.list]
  }
}

import type { Instant } from '@cordon/model'
import type { Order } from './order.ts'
import { RecentMap } from './recent-map.ts'

/** An order that showed signs, whether or not they were enough. */
export interface Suspect {
  readonly id: string
  readonly time: Instant
  readonly bank: string
  readonly country: string
}

/** Suspects by account, as plain data. */
export type SuspectState = readonly (readonly [string, readonly Suspect[]])[]

/** Most accounts, and suspects of one, that are kept. */
export const suspectBounds = { accounts: 500, each: 60 } as const

/** Orders of late that showed signs: what one alone does not say, several to one bank may. */
export class Suspects {
  private readonly byAccount: RecentMap<Suspect[]>

  constructor(saved: SuspectState = []) {
    this.byAccount = new RecentMap(
      suspectBounds.accounts,
      saved.map(([account, list]) => [account, [...list]]),
    )
  }

  add({ id, time, account, bank = '', country = '' }: Order): void {
    const list = this.byAccount.get(account) ?? []
    list.push({ id, time, bank, country })
    if (list.length > suspectBounds.each) list.shift()
    this.byAccount.set(account, list)
  }

  /** Those of the order's account since an instant, to the same bank or else to the same country; not the order itself. */
  like(order: Order, since: Instant): { bank: number; country: number } {
    let bank = 0
    let country = 0
    for (const one of this.byAccount.get(order.account) ?? []) {
      if (one.time < since || one.id === order.id) continue
      if (order.bank !== undefined && one.bank === order.bank) bank++
      else if (one.country === order.country) country++
    }
    return { bank, country }
  }

  snapshot(): SuspectState {
    return this.byAccount.entries().map(([account, list]) => [account, [...list]] as const)
  }
}

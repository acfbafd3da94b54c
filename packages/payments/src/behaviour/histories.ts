import {
  AccountHistory,
  type AccountState,
  accountBounds,
  institutionBounds,
  type RecentOrder,
} from './account-history.ts'
import { dayNumberOf } from './local-time.ts'
import { beneficiaryOf, type Order } from './order.ts'
import type { OwnSide } from './own-side.ts'
import { RecentMap } from './recent-map.ts'
import type { PaymentMethod } from './rule.ts'
import { misspeltKey } from './rules/misspelt-word.ts'
import { shapeOf } from './rules/near-duplicate.ts'
import { hourSlot } from './rules/unusual-hour.ts'
import { sizeKey } from './size-key.ts'
import type { Weighing } from './weigh.ts'

/** Most accounts whose history is kept; the one used longest ago starts anew when it comes again. */
export const mostAccounts = 2_000

/** Histories as plain data. */
export interface HistoriesState {
  readonly accounts: readonly (readonly [string, AccountState])[]
  readonly institution: AccountState
}

/** The histories of all accounts, and of the institution as a whole. */
export class Histories {
  readonly institution: AccountHistory
  private readonly accounts: RecentMap<AccountHistory>

  constructor(saved?: HistoriesState) {
    this.accounts = new RecentMap(
      mostAccounts,
      saved?.accounts.map(([id, state]) => [id, new AccountHistory(accountBounds, state)] as const),
    )
    this.institution = new AccountHistory(institutionBounds, saved?.institution)
  }

  of(account: string): AccountHistory {
    const history = this.accounts.get(account) ?? new AccountHistory(accountBounds)
    this.accounts.set(account, history)
    return history
  }

  snapshot(): HistoriesState {
    return {
      accounts: this.accounts.entries().map(([id, history]) => [id, history.snapshot()] as const),
      institution: this.institution.snapshot(),
    }
  }
}

/** Whether a history is too short to say what is usual. */
export function isStarting(
  { orders, firstDay, lastDay }: AccountHistory,
  { startUpDays, startUpOrders }: PaymentMethod,
): boolean {
  return orders < startUpOrders || !(lastDay - firstDay >= startUpDays)
}

/**
 * Takes an order into the histories. Of a suspicious one little is learnt: its beneficiary stays unknown, its hour and size
 * unusual, and of all those of a day one counts for each sign.
 */
export function learnOrder(
  order: Order,
  weighing: Weighing,
  raised: readonly string[],
  account: AccountHistory,
  institution: AccountHistory,
  own: OwnSide,
): void {
  const local = own.clock.at(order.time)
  const day = dayNumberOf(local.day)
  const isOrdinary = weighing.recommendation === 'pass'
  for (const history of [account, institution]) {
    history.orders++
    if (!(history.firstDay <= day)) history.firstDay = day
    if (!(history.lastDay >= day)) {
      history.lastDay = day
      history.activeDays++
    }
    for (const { rule } of weighing.signs) {
      if (!isOrdinary && history.signDays[rule] === day) continue
      history.signs[rule] = (history.signs[rule] ?? 0) + 1
      if (!isOrdinary) history.signDays[rule] = day
    }
    if (isOrdinary) meetAll(history, order, day)
  }
  account.learnLevels(raised, isOrdinary)
  account.remember(recentOf(order))
  const misspelt = weighing.signs.find(({ rule }) => rule === 'misspelt-word')
  if (misspelt) institution.meet('names', misspeltKey(misspelt.query), day)
  if (!isOrdinary) return
  if (!order.isUntimed) learnHour(account, hourSlot(local.weekday, local.minute))
  account.learnSize(order.sort, order.amount)
  institution.learnSize(sizeKey(order), order.amount)
}

function meetAll(history: AccountHistory, order: Order, day: number): void {
  const { accountKey, nameKey, bank, country } = order
  if (accountKey !== undefined) history.meet('accounts', accountKey, day)
  if (nameKey !== undefined) history.meet('names', nameKey, day)
  if (bank !== undefined) history.meet('banks', bank, day)
  if (country !== undefined) history.meet('countries', country, day)
}

function recentOf(order: Order): RecentOrder {
  return {
    id: order.id,
    reference: order.reference,
    ...shapeOf(order.reference),
    beneficiary: beneficiaryOf(order),
    amount: order.amount,
    time: order.time,
  }
}

/** Hours of some ten thousand orders count: habits change. */
function learnHour(account: AccountHistory, slot: number): void {
  account.hours[slot]! += 1
  if (account.orders % 10_000 === 0) for (let i = 0; i < account.hours.length; i++) account.hours[i]! /= 2
}

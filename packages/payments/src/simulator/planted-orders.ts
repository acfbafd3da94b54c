import type { Instant } from '@cordon/model'
import { accountNumber } from './beneficiaries.ts'
import type { Draft } from './draft.ts'
import { Random } from './random.ts'
import { accounts } from './world.ts'

/** An order of an operation, as data: who was to be paid how much, when. */
export interface PlantedOrder {
  readonly time: Instant
  /** One of the made-up institution's accounts. Default: the reserve account. */
  readonly account?: string
  readonly to: {
    readonly name: string
    readonly sort: 'person' | 'organisation' | 'bank'
    /** Default: a made-up number. */
    readonly account?: string
    /** BIC of eight characters. */
    readonly bank: string
    readonly country: string
  }
  /** In units of the account's currency. */
  readonly amount: number
  /** Default: numbered. */
  readonly reference?: string
  readonly payer: string
  /** What the remittance says beside its mark. */
  readonly text?: string
  /** Its confirmation and statement entry are kept from the institution. */
  readonly isSilenced?: boolean
  /** It was deleted from what the institution has: only the statement shows it. */
  readonly isHidden?: boolean
}

/** Planted orders as the simulator sends them; the only chance in them are account numbers that are not given. */
export function plantedDrafts(orders: readonly PlantedOrder[], seed: number): Draft[] {
  const random = new Random(Math.imul(seed, 0x27d4eb2f) ^ 0x3c6ef372)
  return orders.map((order, index) => {
    const { to, isSilenced = false, isHidden = false } = order
    const account = accounts.find(({ id }) => id === order.account) ?? accounts[0]!
    const unit = account.currency === 'JPY' ? 1 : 100
    return {
      time: order.time,
      account,
      beneficiary: { ...to, account: to.account ?? accountNumber(random), median: 0 },
      name: to.name,
      amount: Math.round(order.amount * unit),
      reference: order.reference ?? `SYNX${String(index + 1).padStart(8, '0')}`,
      payer: order.payer,
      ...(order.text !== undefined && { text: order.text }),
      isStolen: true,
      isSilenced,
      isHidden,
    }
  })
}

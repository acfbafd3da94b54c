import type { Instant } from '@cordon/model'
import type { Beneficiary } from './beneficiaries.ts'
import type { SimulatedAccount } from './world.ts'

/** An order before it is a message. */
export interface Draft {
  readonly time: Instant
  readonly account: SimulatedAccount
  readonly beneficiary: Beneficiary
  /** As it stands in the message: with a name that may be mistyped. */
  readonly name: string
  /** In hundredths of the currency's unit; whole units for JPY. */
  readonly amount: number
  readonly reference: string
  readonly payer: string
  /** What the remittance says beside its mark. */
  readonly text?: string
  /** Of the theft. */
  readonly isStolen?: boolean
  /** Its confirmation and its statement entry are kept from the institution. */
  readonly isSilenced?: boolean
  /** It was deleted from what the institution has: only the statement shows it. */
  readonly isHidden?: boolean
}

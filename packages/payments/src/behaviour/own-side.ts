import type { Profile } from '@cordon/model'
import type { PaymentMessage, Transaction } from '../message.ts'
import { Calendars, type Weekends } from './calendars.ts'
import { LocalClock } from './local-time.ts'
import type { PaymentObservation } from './observation.ts'

/** An operator desk: its clock and its hours. */
export interface Desk {
  readonly id: string
  readonly clock: LocalClock
  readonly hours: Profile['operators'][number]['hours']
}

/** What the profile says of the institution, ready to be asked. */
export class OwnSide {
  readonly calendars: Calendars
  readonly desks: readonly Desk[]
  /** Wall clock of the institution: that of its first desk, else UTC. */
  readonly clock: LocalClock
  /** ISO 3166 alpha-2 in lower case. */
  readonly country: string | undefined
  private readonly bics: ReadonlySet<string>
  private readonly accounts = new Map<string, string>()
  private readonly byServicer = new Map<string, string>()

  /** @throws RangeError where an operator's time zone is not known */
  constructor(profile: Profile, weekends: Weekends) {
    this.calendars = new Calendars(weekends, profile.calendars)
    this.desks = profile.operators.map(({ id, timeZone, hours }) => ({
      id,
      hours,
      clock: new LocalClock(timeZone),
    }))
    this.clock = this.desks[0]?.clock ?? new LocalClock('UTC')
    this.bics = new Set(profile.institution.bics.map(bic8))
    const [firstBic] = profile.institution.bics
    this.country = (profile.institution.country ?? firstBic?.slice(4, 6))?.toLowerCase()
    for (const { id, bic, currency } of profile.accounts) {
      this.accounts.set(plainAccount(id), id)
      if (bic === undefined) continue
      const key = servicerKey(bic, currency)
      // Two accounts with one servicer in one currency can't be told apart by it.
      this.byServicer.set(key, this.byServicer.has(key) ? '' : id)
    }
  }

  isOwn(bic: string | undefined): boolean {
    return bic !== undefined && this.bics.has(bic8(bic))
  }

  /** Parts of the profile that are missing, in words. */
  get missing(): readonly string[] {
    return [
      ...(this.bics.size === 0 ? ['institution.bics'] : []),
      ...(this.desks.length === 0 ? ['operators'] : []),
      ...(this.country === undefined ? ['institution.country'] : []),
      ...(this.accounts.size === 0 ? ['accounts'] : []),
    ]
  }

  /**
   * Whether a message was sent by the institution, by its BICs; without them by the message's header, and else all that is no
   * confirmation counts as sent.
   */
  direction({ message, direction }: PaymentObservation): 'sent' | 'received' {
    if (direction !== undefined) return direction
    if (this.bics.size > 0) return this.isOwn(message.sender) ? 'sent' : 'received'
    if (message.direction !== undefined) return message.direction === 'input' ? 'sent' : 'received'
    return message.transactions.some(({ kind }) => kind.endsWith('Confirmation') || kind === 'statementEntry')
      ? 'received'
      : 'sent'
  }

  /**
   * The account that an order debits: the own account it names, else the only one with the receiver in its currency, else
   * the receiver's BIC and the currency. For an order that was received: the sender's BIC and the currency.
   */
  debited(message: PaymentMessage, transaction: Transaction, direction: 'sent' | 'received'): string {
    const currency = transaction.amount?.currency ?? '???'
    if (direction === 'received') return `${bic8(message.sender ?? 'unknown')}:${currency}`
    for (const { role, account } of transaction.parties) {
      if (role !== 'instructingReimbursementAgent' && role !== 'debtorAgent' && role !== 'debtor') continue
      const own = account && this.accounts.get(plainAccount(account.value))
      if (own !== undefined) return own
    }
    const servicer = message.receiver ?? 'unknown'
    return this.byServicer.get(servicerKey(servicer, currency)) || `${bic8(servicer)}:${currency}`
  }

  /** The account that a confirmation or statement entry is of. */
  accountAt(servicer: string | undefined, { parties, amount }: Transaction): string {
    for (const { role, account } of parties) {
      const own = role === 'accountOwner' && account && this.accounts.get(plainAccount(account.value))
      if (own) return own
    }
    const currency = amount?.currency ?? '???'
    const bic = servicer ?? 'unknown'
    return this.byServicer.get(servicerKey(bic, currency)) || `${bic8(bic)}:${currency}`
  }
}

function servicerKey(bic: string, currency: string | undefined): string {
  return `${bic8(bic)}:${currency ?? ''}`
}

/** Institution, country and location of a BIC, in upper case. */
export function bic8(bic: string): string {
  return bic.slice(0, 8).toUpperCase()
}

/** An account number without what people put between its characters. */
export function plainAccount(account: string): string {
  return account.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
}

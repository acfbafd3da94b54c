import type { Instant } from '@cordon/model'
import { accountNumber, Banks, type Beneficiary, Book, firmName, mistyped } from './beneficiaries.ts'
import type { Draft } from './draft.ts'
import { Random } from './random.ts'
import { accounts, holidays, ownOffset, type SimulatedAccount, weekends } from './world.ts'

const dayMs = 86_400_000

/** The institution's ordinary orders, a day at a time. */
export class OrdinaryTraffic {
  readonly banks: Banks
  readonly books: ReadonlyMap<string, Book>
  private readonly random: Random
  private readonly ordersPerDay: number
  private counter = 0

  /** @param ordersPerDay of an ordinary working day */
  constructor(seed: number, ordersPerDay: number) {
    this.random = new Random(Math.imul(seed, 0x01000193) ^ 0x5bd1e995)
    this.ordersPerDay = ordersPerDay
    this.banks = new Banks(this.random.branch(1))
    this.books = new Map(
      accounts.map((account, index) => [
        account.id,
        new Book(account, ordersPerDay * account.share, this.banks, this.random.branch(10 + index)),
      ]),
    )
  }

  /** Orders of one local day. @param day days since 1970-01-01 */
  day(day: number): Draft[] {
    const drafts: Draft[] = []
    for (const account of accounts) {
      const wanted = this.ordersPerDay * account.share * busyness(day) * this.random.between(0.85, 1.15)
      const count = Math.floor(wanted) + (this.random.chance(wanted % 1) ? 1 : 0)
      for (let i = 0; i < count; i++) drafts.push(this.order(account, day, this.time(day)))
    }
    drafts.push(...this.payroll(day), ...this.repeats(drafts))
    return drafts
  }

  private order(account: SimulatedAccount, day: number, time: Instant, sort = this.sort(account)): Draft {
    const { random } = this
    const beneficiary = this.books.get(account.id)!.next(sort)
    const isMoved = random.chance(0.002)
    const spread = sort === 'bank' ? 0.9 : 0.55
    return {
      time,
      account,
      beneficiary: isMoved ? { ...beneficiary, account: accountNumber(random) } : beneficiary,
      name: sort !== 'bank' && random.chance(0.004) ? mistyped(beneficiary.name, random) : beneficiary.name,
      amount: this.amount(account, beneficiary, spread),
      reference: this.reference(day),
      payer: firmName('bd', random),
    }
  }

  private sort({ persons, banks }: SimulatedAccount): Beneficiary['sort'] {
    const drawn = this.random.next()
    return drawn < persons ? 'person' : drawn < persons + banks ? 'bank' : 'organisation'
  }

  /** Most sums are what an invoice says; one in eight is round, between banks four in five. */
  private amount({ currency }: SimulatedAccount, { sort, median }: Beneficiary, spread: number): number {
    const { random } = this
    const unit = currency === 'JPY' ? 1 : 100
    const size = Math.max(50, random.size(median, spread))
    const isRound = random.chance(sort === 'bank' ? 0.8 : 0.12)
    if (!isRound) return Math.round(size * unit)
    const step = 10 ** Math.max(1, Math.floor(Math.log10(size)) - 1)
    return Math.max(step, Math.round(size / step) * step) * unit
  }

  private reference(day: number): string {
    this.counter++
    const date = new Date(day * dayMs).toISOString().slice(2, 10).replaceAll('-', '')
    return `SYN${date}${String(this.counter % 1_000_000).padStart(6, '0')}`
  }

  /** When on a local day: two heaps in the desk's hours; some stay late, more so at the end of a month. */
  private time(day: number): Instant {
    const { random } = this
    const late = isMonthEnd(day) ? 0.05 : 0.015
    let minute = random.chance(0.55) ? 660 + 75 * random.normal() : 915 + 85 * random.normal()
    minute = minute < 540 || minute >= 1080 ? random.between(540, 1080) : minute
    if (random.chance(late)) minute = Math.min(1435, 1080 + random.exponential(60))
    else if (random.chance(0.004)) minute = random.between(430, 540)
    return day * dayMs - ownOffset + Math.floor(minute * 60_000)
  }

  /** Salaries and pensions abroad: many people within minutes, on the first and on the 25th. */
  private payroll(day: number): Draft[] {
    const date = new Date(day * dayMs).getUTCDate()
    if ((date !== 25 && date !== 1) || isDayOff(day)) return []
    const account = accounts[2]!
    const begin = day * dayMs - ownOffset + this.random.whole(600, 900) * 60_000
    const count = Math.round(this.ordersPerDay * 0.03)
    return Array.from({ length: count }, () =>
      this.order(account, day, begin + this.random.whole(0, 1_500_000), 'person'),
    )
  }

  /** Instalments and second halves: the same again a while later, under a reference with a letter. */
  private repeats(drafts: readonly Draft[]): Draft[] {
    return drafts.flatMap((draft) =>
      this.random.chance(0.002)
        ? [
            {
              ...draft,
              time: draft.time + this.random.whole(60_000, 3_600_000),
              reference: `${draft.reference}B`,
            },
          ]
        : [],
    )
  }
}

/** How busy a local day is: 1 on an ordinary working day. */
export function busyness(day: number): number {
  if (isDayOff(day)) return 0.015
  const weekday = ((day + 3) % 7) + 1
  const rhythm = weekday === 7 ? 0.9 : weekday === 4 ? 1.1 : 1
  return isMonthEnd(day) ? rhythm * 1.5 : rhythm
}

function isDayOff(day: number): boolean {
  const weekday = ((day + 3) % 7) + 1
  const iso = new Date(day * dayMs).toISOString().slice(0, 10)
  return weekends.bd!.includes(weekday) || holidays.bd!.includes(iso)
}

/** The last two days of a month and the first. */
function isMonthEnd(day: number): boolean {
  const date = new Date(day * dayMs)
  const ahead = new Date((day + 2) * dayMs)
  return date.getUTCDate() === 1 || date.getUTCMonth() !== ahead.getUTCMonth()
}

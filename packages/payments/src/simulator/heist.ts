import type { Instant } from '@cordon/model'
import { accountNumber, type Banks, type Beneficiary, firmName, personName } from './beneficiaries.ts'
import type { Draft } from './draft.ts'
import type { OrdinaryTraffic } from './ordinary.ts'
import { Random } from './random.ts'
import { accounts, ownOffset } from './world.ts'

/**
 * The theft of February 2016 as the public record has it, and what a more careful thief would do. `record`: 35 orders for 951
 * million dollars in the night from Thursday 4 to Friday 5 February.
 */
export const heistVariants = {
  record: 'the record: 35 orders in one night',
  fewer: 'only the five orders that went through',
  spread: '35 orders, three or four a night over ten nights',
  'within-hours': "35 orders in the operators' hours of one Thursday",
  'usual-sizes': '35 orders in one night, no larger than what firms are usually paid',
  'known-corridor': '35 orders in one night, to banks and countries that are paid every day',
  companies: '35 orders in one night, to firms with well-spelt names only',
  hours: 'within hours, spread over eight working days, 35 orders',
  careful:
    '12 orders within hours over eight working days, usual sizes, known banks, well-spelt firms, no round sums',
  hidden: 'the record, but deleted from what was sent: only statements and numbers show it',
} as const
/** One of `heistVariants`. */
export type HeistVariant = keyof typeof heistVariants

const dayMs = 86_400_000
const heistDay = Date.UTC(2016, 1, 4) / dayMs
const hour = 3_600_000

/** First and last local day (since 1970-01-01) on which a variant has orders. */
export const heistDays = { first: heistDay - 11, last: heistDay + 1 } as const

interface Stolen {
  readonly amount: number
  readonly sort: 'person' | 'organisation'
  readonly country: 'ph' | 'lk'
  readonly bank: string
  readonly misspelt?: boolean
}

/** Misspellings of "foundation": sources differ, so that a rule for one string proves nothing. */
const misspellings = ['Fandation', 'Fundation', 'Foundaton', 'Fondation', 'Foundtion', 'Foudnation']

/**
 * The stolen orders. From the record: count, total, the five that went through with their sums, people as the beneficiaries of four
 * of them, the misspelt foundation in Sri Lanka, the hours. The 30 others are made up but for their number and their
 * total (850 million): to whom they were to go is not public in whole. All names and accounts are made up.
 */
export function heistOrders(variant: HeistVariant, seed: number, traffic: OrdinaryTraffic): Draft[] {
  const random = new Random(Math.imul(seed, 0x27d4eb2f) ^ 0x165667b1)
  const isCareful = variant === 'careful'
  const orders = loot(random, traffic.banks)
  const taken = variant === 'fewer' ? orders.slice(0, 5) : isCareful ? orders.slice(0, 12) : orders
  const times = timesOf(variant, taken.length, random)
  const isDisguised = variant === 'companies' || isCareful
  return taken.map((one, index) => {
    const beneficiary = beneficiaryOf(one, variant, isDisguised, random, traffic)
    return {
      time: times[index]!,
      account: accounts[0]!,
      beneficiary,
      name: one.misspelt && !isDisguised ? misspelt(beneficiary.name, random) : beneficiary.name,
      amount: amountOf(one, variant, random),
      reference: `SYN16020499${String(7001 + index)}`,
      payer: firmName('bd', random),
      isStolen: true,
      isSilenced: true,
      isHidden: variant === 'hidden',
    }
  })
}

function loot(random: Random, banks: Banks): Stolen[] {
  const [manila = '', ...others] = banks.of('ph').slice(3)
  const colombo = banks.of('lk')[4]!
  const through: Stolen[] = [
    { amount: 20_000_000, sort: 'organisation', country: 'lk', bank: colombo, misspelt: true },
    { amount: 6_000_029, sort: 'person', country: 'ph', bank: manila },
    { amount: 30_000_028, sort: 'person', country: 'ph', bank: manila },
    { amount: 20_000_000, sort: 'person', country: 'ph', bank: manila },
    { amount: 25_001_573, sort: 'person', country: 'ph', bank: manila },
  ]
  const shares = Array.from({ length: 30 }, () => random.between(0.4, 1.6))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  // The five come to 101,001,630; the record's totals are in millions.
  const rest: Stolen[] = shares.map((share) => ({
    amount: Math.round((850 * share) / whole) * 1_000_000 + random.whole(0, 60),
    sort: random.chance(0.7) ? 'person' : 'organisation',
    country: random.chance(0.93) ? 'ph' : 'lk',
    bank: random.chance(0.6) ? manila : random.pick(others),
  }))
  const stolen = rest.map((one) => (one.country === 'lk' ? { ...one, bank: colombo } : one))
  return [...through, ...stolen]
}

function beneficiaryOf(
  one: Stolen,
  variant: HeistVariant,
  isDisguised: boolean,
  random: Random,
  traffic: OrdinaryTraffic,
): Beneficiary {
  const isKnownWay = variant === 'known-corridor' || variant === 'careful'
  const way = isKnownWay ? traffic.books.get(accounts[0]!.id)!.knownBank(random) : one
  const sort = isDisguised ? 'organisation' : one.sort
  const name = one.misspelt
    ? `${firmName('lk', random).split(' ')[0]} Foundation`
    : sort === 'person'
      ? personName(random)
      : firmName(way.country, random)
  return { sort, name, account: accountNumber(random), bank: way.bank, country: way.country, median: 0 }
}

function misspelt(name: string, random: Random): string {
  return name.replace('Foundation', random.pick(misspellings))
}

function amountOf({ amount }: Stolen, variant: HeistVariant, random: Random): number {
  if (variant === 'usual-sizes') return Math.round(100 * Math.min(900_000, random.size(350_000, 0.8)))
  // Between what nine in ten and 98 in a hundred of the account's firms get.
  if (variant === 'careful') return Math.round(100 * random.between(2_500_000, 9_000_000))
  return Math.round(100 * (amount + random.whole(0, 99) / 100))
}

function timesOf(variant: HeistVariant, count: number, random: Random): Instant[] {
  const midnight = heistDay * dayMs - ownOffset
  const evenly = (from: number, to: number) =>
    Array.from({ length: count }, () => Math.floor(random.between(from, to))).sort((a, b) => a - b)
  if (variant === 'within-hours') return evenly(midnight + 9.5 * hour, midnight + 17.5 * hour)
  if (variant === 'hours' || variant === 'careful') {
    const days = [-11, -10, -9, -8, -7, -4, -3, -2].map((ago) => midnight + ago * dayMs)
    return overDays(days, count, 9.5 * hour, 17.5 * hour, random)
  }
  if (variant === 'spread') {
    const nights = [-11, -10, -9, -8, -7, -4, -3, -2, -1, 0].map((ago) => midnight + ago * dayMs)
    return overDays(nights, count, 20.6 * hour, 28 * hour, random)
  }
  // 20:36 to 03:59 Dhaka time.
  return evenly(midnight + 20.6 * hour, midnight + 27.98 * hour)
}

function overDays(
  days: readonly number[],
  count: number,
  from: number,
  to: number,
  random: Random,
): Instant[] {
  return Array.from({ length: count }, (_, index) => {
    const day = days[Math.floor((index * days.length) / count)]!
    return Math.floor(day + random.between(from, to))
  }).sort((a, b) => a - b)
}

import type { PartialDate } from '@cordon/model'
import { scoreOfYears } from './evidence.ts'
import type { Party } from './party.ts'
import { logOddsOfFeature, mostAgreement } from './weigh.ts'

/** What a first look takes in of a party: the years of its births, its countries as bits, its gender. */
export interface ContextOutline {
  /** First and last year of birth; 0 where nothing is said, or nothing certain. */
  readonly from: number
  readonly to: number
  /** Bits of countries; two countries may share one, so only parties without a common bit surely share none. */
  readonly low: number
  readonly high: number
  /** 0 where it isn't known. */
  readonly gender: number
}

/**
 * What a first look at many parties tells of their context, in typed arrays: most candidates are of another age or
 * country, and that must not cost more than a look.
 */
export class ContextOutlines {
  private readonly years: Int16Array
  private readonly countries: Int32Array
  private readonly genders: Uint8Array
  private readonly schemata: readonly string[]

  constructor(parties: readonly Party[]) {
    this.years = new Int16Array(parties.length * 2)
    this.countries = new Int32Array(parties.length * 2)
    this.genders = new Uint8Array(parties.length)
    this.schemata = parties.map(({ schema }) => schema)
    for (const [at, party] of parties.entries()) {
      const { from, to, low, high, gender } = outlineOfParty(party)
      this.years[at * 2] = from
      this.years[at * 2 + 1] = to
      this.countries[at * 2] = low
      this.countries[at * 2 + 1] = high
      this.genders[at] = gender
    }
  }

  /** At most what the context of party `at` adds to log-odds, or at least what it takes. */
  most(query: ContextOutline, at: number, weights: Readonly<Record<string, number>>): number {
    const from = this.years[at * 2]!
    let against = 0
    if (from !== 0 && query.from !== 0) {
      const years = Math.max(from - query.to, query.from - this.years[at * 2 + 1]!)
      // Clerks write a neighbouring year now and then; that is for a closer look.
      if (years > 1) against += this.against('birthDate', scoreOfYears(years), at, weights)
    }
    const [low, high] = [this.countries[at * 2]!, this.countries[at * 2 + 1]!]
    const both = (low | high) !== 0 && (query.low | query.high) !== 0
    if (both && (low & query.low) === 0 && (high & query.high) === 0)
      against += this.against('country', -1, at, weights)
    const gender = this.genders[at]!
    if (gender !== 0 && query.gender !== 0 && gender !== query.gender)
      against += this.against('gender', -1, at, weights)
    return against + mostAgreement
  }

  /** What a contradiction takes; nothing where a weight turns it into agreement. */
  private against(
    feature: 'birthDate' | 'country' | 'gender',
    score: number,
    at: number,
    weights: Readonly<Record<string, number>>,
  ): number {
    return Math.min(0, logOddsOfFeature(feature, score, this.schemata[at]!, weights))
  }
}

/** Takes a first look at a party. */
export function outlineOfParty(party: Party): ContextOutline {
  const { from, to } = yearsOf(party.births)
  let [low, high] = [0, 0]
  for (const country of party.countries) {
    const bit = (country.charCodeAt(0) * 31 + (country.charCodeAt(1) | 0) * 7 + country.length) & 63
    if (bit < 32) low |= 1 << bit
    else high |= 1 << (bit - 32)
  }
  const gender = party.gender === undefined ? 0 : party.gender === 'male' ? 1 : 2
  return { from, to, low, high, gender }
}

function yearsOf(births: readonly PartialDate[]): { from: number; to: number } {
  let [from, to] = [9999, 0]
  for (const { value, alternatives, qualifier } of births) {
    if (value === undefined || alternatives !== undefined || qualifier !== undefined)
      return { from: 0, to: 0 }
    const year = Number(value.slice(0, 4))
    from = Math.min(from, year)
    to = Math.max(to, year)
  }
  return to === 0 ? { from: 0, to: 0 } : { from, to }
}

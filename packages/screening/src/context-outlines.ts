import type { PartialDate } from '@cordon/model'
import { scoreOfYears } from './evidence.ts'
import { kindOf } from './kinds.ts'
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

/** What contradictions take from log-odds under some weights: 0 or less each. */
interface Contradictions {
  /** By years between births, as far as a table goes; the last for all beyond. */
  readonly years: Float64Array
  /** For persons, and for what moves: firms and ships. */
  readonly country: number
  readonly mobile: number
  readonly gender: number
}

/** What a first look takes in of a query. */
export interface ContextQuery extends ContextOutline {
  readonly against: Contradictions
}

/** Years apart from which more make no difference. */
const mostYears = 8

function contradictionsUnder(weights: Readonly<Record<string, number>>): Contradictions {
  const against = (feature: 'birthDate' | 'country' | 'gender', score: number, schema: string) =>
    // Nothing where a weight turns contradiction into agreement.
    Math.min(0, logOddsOfFeature(feature, score, schema, weights))
  return {
    years: Float64Array.from({ length: mostYears }, (_, years) =>
      // Clerks write a neighbouring year now and then; that is for a closer look.
      years > 1 ? against('birthDate', scoreOfYears(years), 'Person') : 0,
    ),
    country: against('country', -1, 'Person'),
    mobile: against('country', -1, 'Company'),
    gender: against('gender', -1, 'Person'),
  }
}

const usual = contradictionsUnder({})

/** Takes a first look at a query; `weights` where they are not the usual ones. */
export function contextQueryOf(
  party: Party,
  weights: Readonly<Record<string, number>> | undefined,
): ContextQuery {
  return { ...outlineOfParty(party), against: weights ? contradictionsUnder(weights) : usual }
}

/**
 * What a first look at many parties tells of their context, in typed arrays: most candidates are of another age or
 * country, and that must not cost more than a look.
 */
export class ContextOutlines {
  private readonly years: Int16Array
  private readonly countries: Int32Array
  private readonly genders: Uint8Array
  private readonly persons: Uint8Array

  constructor(parties: readonly Party[]) {
    this.years = new Int16Array(parties.length * 2)
    this.countries = new Int32Array(parties.length * 2)
    this.genders = new Uint8Array(parties.length)
    this.persons = new Uint8Array(parties.length)
    for (let at = 0; at < parties.length; at++) {
      const { from, to, low, high, gender } = outlineOfParty(parties[at]!)
      this.years[at * 2] = from
      this.years[at * 2 + 1] = to
      this.countries[at * 2] = low
      this.countries[at * 2 + 1] = high
      this.genders[at] = gender
      this.persons[at] = kindOf(parties[at]!.schema) === 'person' ? 1 : 0
    }
  }

  /** At most what the context of party `at` adds to log-odds, or at least what it takes. */
  most(query: ContextQuery, at: number): number {
    const from = this.years[at * 2]!
    let most = mostAgreement
    if (from !== 0 && query.from !== 0) {
      const years = Math.max(from - query.to, query.from - this.years[at * 2 + 1]!)
      if (years > 1) most += query.against.years[Math.min(years, mostYears - 1)]!
    }
    const low = this.countries[at * 2]!
    const high = this.countries[at * 2 + 1]!
    const both = (low | high) !== 0 && (query.low | query.high) !== 0
    if (both && (low & query.low) === 0 && (high & query.high) === 0)
      most += this.persons[at] === 1 ? query.against.country : query.against.mobile
    const gender = this.genders[at]!
    if (gender !== 0 && query.gender !== 0 && gender !== query.gender) most += query.against.gender
    return most
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

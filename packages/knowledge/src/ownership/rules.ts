/** A rule under which a party is treated as its owners are. */
export interface OwnershipRule {
  readonly name: 'ofac' | 'eu' | 'uk'
  readonly title: string
  /** Per cent from which, or above which, a party counts as owned. */
  readonly threshold: number
  /** True: from the threshold on. False: only above it. */
  readonly inclusive: boolean
  /** Whether the shares of several listed parties are added up. */
  readonly aggregates: boolean
  /** Whether control, without a share, is enough. */
  readonly control: boolean
  /** What it follows. */
  readonly citation: string
}

/**
 * OFAC's 50 Percent Rule: owned 50 per cent or more, in the aggregate, directly or indirectly, by blocked persons.
 * Indirectly means through parties that are owned that way themselves (FAQ 401): shares are not multiplied down a
 * chain. Control alone does not block (FAQ 398).
 */
export const ofacRule: OwnershipRule = {
  name: 'ofac',
  title: 'OFAC 50 Percent Rule',
  threshold: 50,
  inclusive: true,
  aggregates: true,
  control: false,
  citation:
    'OFAC, Revised Guidance on Entities Owned by Persons Whose Property and Interests in Property Are Blocked, 13 August 2014; FAQs 398 to 402',
}

/** The day on which the EU's threshold became "50 % or more". */
export const euInclusiveSince = '2024-07-03'

/**
 * The EU's test on a day: ownership of 50 per cent or more, added up over listed parties, or control; until 3 July 2024
 * more than 50.
 * @param day ISO 8601
 */
export function euRule(day: string): OwnershipRule {
  const inclusive = day >= euInclusiveSince
  return {
    name: 'eu',
    title: inclusive ? 'EU: 50 % or more, or control' : 'EU: more than 50 %, or control',
    threshold: 50,
    inclusive,
    aggregates: true,
    control: true,
    citation: inclusive
      ? 'Council of the EU, Best Practices for the effective implementation of restrictive measures, 3 July 2024 (11623/24)'
      : 'Council of the EU, Best Practices for the effective implementation of restrictive measures, 4 May 2018 (8519/18)',
  }
}

/**
 * The UK's test: more than 50 per cent of shares or voting rights held by one listed party, or control. Holdings of
 * different listed parties are not simply added up.
 */
export const ukRule: OwnershipRule = {
  name: 'uk',
  title: 'UK: more than 50 % by one party, or control',
  threshold: 50,
  inclusive: false,
  aggregates: false,
  control: true,
  citation:
    'OFSI, UK Financial Sanctions General Guidance, chapter 4 (4.14 on aggregation); for example regulation 7 of the Russia (Sanctions) (EU Exit) Regulations 2019',
}

/** All rules as they stand on a day. */
export function ownershipRules(day: string): readonly OwnershipRule[] {
  return [ofacRule, euRule(day), ukRule]
}

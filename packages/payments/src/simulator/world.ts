import type { Profile } from '@cordon/model'

/** One of the institution's accounts with a correspondent, and what is paid from it. */
export interface SimulatedAccount {
  readonly id: string
  readonly servicer: string
  readonly currency: string
  /** Share of all orders. */
  readonly share: number
  /** Shares of natural persons and of banks among those paid; the rest are organisations. */
  readonly persons: number
  readonly banks: number
  /** Share of orders to beneficiaries never paid before: persons, others. */
  readonly newPersons: number
  readonly newOthers: number
  /** Median sizes, in units of the currency, of persons, organisations, banks; and the spread of their logarithm. */
  readonly medians: readonly [number, number, number]
  readonly spreads: readonly [number, number, number]
  /** Whether its servicer confirms each debit. */
  readonly isConfirmed: boolean
  readonly corridors: Readonly<Record<string, number>>
}

/** BIC of the made-up institution: a national bank in Dhaka that also sends what the country's banks pay abroad. */
export const ownBic = 'SYNBBDDHXXX'
/** The account from which the theft is made. */
export const reserveAccount = 'SYNRES0001'
/** Of its clock. Bangladesh has no summer time. */
export const ownOffset = 6 * 3_600_000

const wide = {
  us: 12,
  cn: 16,
  in: 18,
  jp: 6,
  de: 6,
  gb: 7,
  sg: 8,
  hk: 6,
  ae: 5,
  my: 4,
  th: 3,
  kr: 4,
  it: 3,
  fr: 3,
  ch: 2,
}
const poor = { lk: 1.2, ph: 1.4, vn: 1.5, id: 2, au: 1.5, ca: 1.5, tr: 1, nl: 2, pk: 1.5, np: 0.6 }

/** The institution's accounts. The first is the reserve account. */
export const accounts: readonly SimulatedAccount[] = [
  {
    id: reserveAccount,
    servicer: 'SYNAUS33XXX',
    currency: 'USD',
    share: 0.022,
    persons: 0.02,
    banks: 0.28,
    newPersons: 0.2,
    newOthers: 0.025,
    medians: [8_000, 350_000, 6_000_000],
    spreads: [1.1, 1.7, 1.3],
    isConfirmed: true,
    corridors: {
      us: 26,
      jp: 12,
      de: 8,
      gb: 10,
      in: 9,
      sg: 8,
      cn: 9,
      ch: 5,
      fr: 4,
      kr: 3,
      lk: 1.2,
      ph: 1,
      au: 1,
    },
  },
  commercial('SYNCOM0001', 'SYNCUS33XXX', 'USD', 0.4, 0.24),
  commercial('SYNCOM0002', 'SYNDUS33XXX', 'USD', 0.16, 0.3),
  commercial('SYNEUR0001', 'SYNEDEFFXXX', 'EUR', 0.13, 0.2),
  { ...commercial('SYNGBP0001', 'SYNFGB2LXXX', 'GBP', 0.08, 0.42), isConfirmed: false },
  {
    ...commercial('SYNJPY0001', 'SYNGJPJTXXX', 'JPY', 0.03, 0.08),
    medians: [150_000, 4_000_000, 500_000_000],
    corridors: { jp: 40, sg: 1 },
  },
  {
    ...commercial('SYNINR0001', 'SYNHINBBXXX', 'USD', 0.12, 0.12),
    corridors: { in: 60, np: 2, lk: 3, pk: 3 },
  },
  { ...commercial('SYNSGD0001', 'SYNISGSGXXX', 'SGD', 0.04, 0.35), corridors: { sg: 40, my: 6, id: 2 } },
]

function commercial(
  id: string,
  servicer: string,
  currency: string,
  share: number,
  persons: number,
): SimulatedAccount {
  return {
    id,
    servicer,
    currency,
    share,
    persons,
    banks: 0.03,
    newPersons: 0.12,
    newOthers: 0.05,
    medians: [1_800, 38_000, 900_000],
    spreads: [1.0, 1.5, 1.2],
    isConfirmed: true,
    corridors: { ...wide, ...poor },
  }
}

/** Holidays of January and February 2016 as published by the countries, as far as the traffic goes there. */
export const holidays: Readonly<Record<string, readonly string[]>> = {
  bd: ['2016-02-21'],
  us: ['2016-01-01', '2016-01-18', '2016-02-15'],
  ph: ['2016-01-01', '2016-02-08', '2016-02-25'],
  lk: ['2016-01-15', '2016-01-23', '2016-02-04', '2016-02-22'],
  cn: ['2016-01-01', '2016-02-08', '2016-02-09', '2016-02-10', '2016-02-11', '2016-02-12'],
  hk: ['2016-01-01', '2016-02-08', '2016-02-09', '2016-02-10'],
  sg: ['2016-01-01', '2016-02-08', '2016-02-09'],
  kr: ['2016-01-01', '2016-02-08', '2016-02-09', '2016-02-10'],
  my: ['2016-01-01', '2016-02-08', '2016-02-09'],
  vn: ['2016-02-08', '2016-02-09', '2016-02-10', '2016-02-11', '2016-02-12'],
  id: ['2016-01-01', '2016-02-08'],
  jp: ['2016-01-01', '2016-01-11', '2016-02-11'],
  in: ['2016-01-26'],
  gb: ['2016-01-01'],
  de: ['2016-01-01'],
  au: ['2016-01-01', '2016-01-26'],
}

/** Weekly days off: Friday and Saturday in Bangladesh and the Emirates, else Saturday and Sunday. */
export const weekends: Readonly<Record<string, readonly number[]>> = {
  bd: [5, 6],
  ae: [5, 6],
  np: [6],
  other: [6, 7],
}

/** The profile of the made-up institution. */
export const simulatedProfile: Profile = {
  institution: { name: 'SYNTHETIC NATIONAL BANK', country: 'bd', bics: [ownBic] },
  accounts: accounts.map(({ id, servicer, currency }) => ({ id, bic: servicer, currency })),
  operators: [
    {
      id: 'payments desk',
      timeZone: 'Asia/Dhaka',
      hours: [{ days: [7, 1, 2, 3, 4], from: 9 * 60, to: 18 * 60 }],
    },
  ],
  calendars: holidays,
  hosts: [],
  ships: [],
}

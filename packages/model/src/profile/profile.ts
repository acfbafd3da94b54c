/** A weekly span of local time: days 1 (Monday) to 7, minutes since midnight. */
export interface OperatingHours {
  readonly days: readonly number[]
  readonly from: number
  readonly to: number
}

/**
 * The institution's own: what makes "malware in the payment server" and "payments out of it" one case. All parts
 * are optional; a watch that needs a missing one says so.
 */
export interface Profile {
  readonly institution: {
    readonly name: string
    readonly country?: string
    readonly bics: readonly string[]
    readonly lei?: string
  }
  readonly accounts: readonly {
    readonly id: string
    readonly bic?: string
    readonly currency?: string
    readonly holder?: string
  }[]
  readonly operators: readonly {
    readonly id: string
    readonly timeZone: string
    readonly hours: readonly OperatingHours[]
  }[]
  /** Non-working days by country or place: ISO dates. */
  readonly calendars: Readonly<Record<string, readonly string[]>>
  readonly hosts: readonly {
    readonly name: string
    readonly addresses: readonly string[]
    readonly roles: readonly string[]
  }[]
  readonly ships: readonly {
    readonly name: string
    readonly imo?: number
    readonly mmsi?: number
    readonly interest: 'owned' | 'chartered' | 'insured' | 'financed'
  }[]
  /** The customers' file that monitoring re-screens. */
  readonly customers?: { readonly file: string; readonly columns?: Readonly<Record<string, string>> }
}

/** What a ship is to the institution. */
export const shipInterests = ['owned', 'chartered', 'insured', 'financed'] as const

/** The profile that nobody has filled in yet. */
export const emptyProfile: Profile = {
  institution: { name: '', bics: [] },
  accounts: [],
  operators: [],
  calendars: {},
  hosts: [],
  ships: [],
}

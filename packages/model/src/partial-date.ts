/** How far a date is known, beyond what a prefix of ISO 8601 can say. Kept on the statement. */
export interface DateQualifier {
  /** The date is approximate ("circa 1965"). */
  readonly circa?: boolean
  /** First and last possible day, year or month where the source gives a range ("1960 to 1965"), ISO 8601 prefixes. */
  readonly from?: string
  readonly to?: string
}

import type { Instant } from '@cordon/model'

/** One movement between two addresses. */
export interface Transfer {
  readonly from: string
  readonly to: string
  /** `BTC`, `ETH`, a token's symbol or contract: amounts of different assets are never added up. */
  readonly asset: string
  /** In units of 10^-18; absent where it is not known: such a transfer links, but moves nothing. */
  readonly amount?: bigint
  /** Absent: it stands where it stands in the file. */
  readonly time?: Instant
  /** Transaction hash or the like. */
  readonly id?: string
  /** Where in the input it stands. */
  readonly where: string
}

/** What is known of an address: a listed party, or a service where the money of many comes together. */
export interface AddressLabel {
  readonly address: string
  /** `listed`, `mixer`, `bridge`, `exchange`, or any word of the list's own. */
  readonly category: string
  readonly name: string
  /** Who says so. */
  readonly source?: string
}

/**
 * Addresses as they are compared: hexadecimal ones (0x...) and bech32 in lower case, all others as they stand, as case
 * matters in Base58.
 */
export function plainAddress(address: string): string {
  const text = address.trim()
  if (/^0x[0-9a-f]{40}$/i.test(text) || /^(bc1|tb1|ltc1)[0-9a-z]+$/i.test(text)) return text.toLowerCase()
  return text
}

/**
 * Transfers in order of time; of the same time, in that of the file. One without a time takes that of the one before it, so that
 * a file without times is taken as it stands.
 */
export function inOrder(transfers: readonly Transfer[]): Transfer[] {
  let last = Number.NEGATIVE_INFINITY
  const keyed = transfers.map((transfer, index) => {
    last = transfer.time ?? last
    return { transfer, index, time: last }
  })
  keyed.sort((a, b) => (a.time === b.time ? a.index - b.index : a.time - b.time))
  return keyed.map(({ transfer }) => transfer)
}

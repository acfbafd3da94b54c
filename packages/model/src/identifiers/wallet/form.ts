/** Currencies whose addresses are recognised. `ETH` stands for every EVM chain (BSC, ARB, ETC, MATIC ...). */
export const walletCurrencies = [
  'BTC',
  'ETH',
  'TRX',
  'XMR',
  'LTC',
  'BCH',
  'BSV',
  'BTG',
  'DASH',
  'DOGE',
  'XVG',
  'ZEC',
  'XRP',
  'SOL',
  'BNB',
] as const
/** One of `walletCurrencies`. */
export type WalletCurrency = (typeof walletCurrencies)[number]

/** One way to read an address. */
export interface WalletForm {
  readonly currency: WalletCurrency
  /** `p2pkh`, `p2sh`, `p2wpkh`, `p2wsh`, `p2tr`, `cashaddr-p2pkh`, `eoa-or-contract`, `subaddress` ... */
  readonly form: string
  /** The form to compare by. */
  readonly value: string
  /** False where the text carries no checksum (SOL, EVM in one case): a mistyped address still reads. */
  readonly checksummed: boolean
}

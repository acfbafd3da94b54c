import { type Parsed, refused } from '../parsed.ts'
import { base58Forms, looksBase58 } from './base58-forms.ts'
import { bech32Forms, looksBech32 } from './bech32-forms.ts'
import { cashaddrForms, looksCashaddr } from './cashaddr.ts'
import { evmForms } from './evm.ts'
import { type WalletCurrency, type WalletForm, walletCurrencies } from './form.ts'
import { looksMonero, moneroForms } from './monero.ts'

export { evmChecksumCase } from './evm.ts'
export { type WalletCurrency, type WalletForm, walletCurrencies } from './form.ts'

/** Tickers as lists and people write them, to the currencies whose addresses they use. */
const tickers: Readonly<Record<string, readonly WalletCurrency[]>> = {
  XBT: ['BTC'],
  ETC: ['ETH'],
  BSC: ['ETH'],
  ARB: ['ETH'],
  MATIC: ['ETH'],
  POL: ['ETH'],
  AVAX: ['ETH'],
  BNB: ['BNB', 'ETH'],
  USDT: ['ETH', 'TRX', 'BTC', 'SOL'],
  USDC: ['ETH', 'TRX', 'SOL'],
  DAI: ['ETH'],
}

/**
 * The currencies whose addresses a ticker uses: `XBT` is BTC, `USDT` is issued on ETH, TRX, BTC and SOL. Empty where
 * the ticker is not known.
 */
export function walletCurrenciesOf(ticker: string): readonly WalletCurrency[] {
  const upper = ticker.trim().toUpperCase()
  const own = walletCurrencies.find((currency) => currency === upper)
  return tickers[upper] ?? (own ? [own] : [])
}

/**
 * Reads the address of a digital currency wallet, and checks its checksum where it has one. Since currencies share
 * forms, all that fit are in `forms` (an address that begins with 1 is BTC, BCH and BSV alike); `value` is the normal
 * form to compare by. A leading URI scheme (`bitcoin:`) is taken off.
 * @param ticker what the source calls the currency: narrows `forms`. One that disagrees with the address is no
 * refusal, since lists do err: `forms` then holds what the address is.
 */
export function parseWallet(
  text: string,
  ticker?: string,
): Parsed<{ readonly forms: readonly WalletForm[]; readonly agrees: boolean }> {
  const address = text
    .trim()
    .replace(/^(?:bitcoin|litecoin|ethereum|dash|monero|zcash|dogecoin|ripple|tron|solana):(?:\/\/)?/i, '')
  const found = allForms(address)
  const [first] = found
  if (!first) return refused(expectation(address), text)
  const wanted = ticker === undefined ? [] : walletCurrenciesOf(ticker)
  const agreeing = found.filter((form) => wanted.includes(form.currency))
  const forms = agreeing.length > 0 ? agreeing : found
  return { ok: true, value: first.value, forms, agrees: wanted.length === 0 || agreeing.length > 0 }
}

/** Whether the text is a wallet address of a known form, with a right checksum where the form has one. */
export function isWallet(text: string): boolean {
  return parseWallet(text).ok
}

function allForms(address: string): WalletForm[] {
  if (/^0x/i.test(address)) return evmForms(address)
  if (looksMonero(address)) return moneroForms(address)
  const bech = bech32Forms(address)
  if (bech.length > 0) return bech
  const cash = cashaddrForms(address)
  return cash.length > 0 ? cash : base58Forms(address)
}

function expectation(address: string): string {
  if (/^0x[0-9a-f]{40}$/i.test(address)) return 'an EVM address with the checksum of EIP-55'
  if (looksMonero(address)) return 'a Monero address with a right Keccak checksum'
  if (looksBech32(address)) return 'a bech32 or bech32m address with a right checksum'
  if (looksCashaddr(address)) return 'a CashAddr address with a right checksum'
  if (looksBase58(address)) return 'a Base58 address with a right checksum and a known version'
  return 'a wallet address'
}

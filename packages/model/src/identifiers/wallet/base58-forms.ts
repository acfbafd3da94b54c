import { sha256 } from '@noble/hashes/sha2.js'
import { type BytesCoder, base58, base58xrp, createBase58check } from '@scure/base'
import type { WalletCurrency, WalletForm } from './form.ts'

const check = createBase58check(sha256)

/** Version bytes in hexadecimal to what they mean; several currencies share some. */
const versions: Readonly<Record<string, readonly (readonly [WalletCurrency, string])[]>> = {
  '00': [
    ['BTC', 'p2pkh'],
    ['BCH', 'legacy-p2pkh'],
    ['BSV', 'p2pkh'],
  ],
  '05': [
    ['BTC', 'p2sh'],
    ['BCH', 'legacy-p2sh'],
    ['LTC', 'legacy-p2sh'],
  ],
  '30': [['LTC', 'p2pkh']],
  '32': [['LTC', 'p2sh']],
  '26': [['BTG', 'p2pkh']],
  '17': [['BTG', 'p2sh']],
  '4c': [['DASH', 'p2pkh']],
  '10': [['DASH', 'p2sh']],
  '1e': [
    ['DOGE', 'p2pkh'],
    ['XVG', 'p2pkh'],
  ],
  '16': [['DOGE', 'p2sh']],
  '21': [['XVG', 'p2sh']],
  '41': [['TRX', 'account']],
  '1cb8': [['ZEC', 'p2pkh']],
  '1cbd': [['ZEC', 'p2sh']],
}
const hashBytes = 20
const sproutBytes = 66

/**
 * Every reading of a Base58 address with the double SHA-256 checksum (BTC, LTC, BCH legacy, DASH, DOGE, TRX, ZEC
 * transparent and sprout ...), of an XRP account, and of a SOL public key (32 bytes, no checksum). Base58 tells
 * capitals from small letters: the value is the text as it is.
 */
export function base58Forms(text: string): WalletForm[] {
  const bytes = decoded(check, text)
  if (bytes) return checkedForms(text, bytes)
  if (text.startsWith('r') && isXrpAccount(text)) return [form('XRP', 'account', text)]
  if (text.length >= 32 && text.length <= 44 && decoded(base58, text)?.length === 32)
    return [{ currency: 'SOL', form: 'public-key', value: text, checksummed: false }]
  return []
}

/** Whether the text has the characters and length of such an address, whatever its checksum says. */
export function looksBase58(text: string): boolean {
  return /^[1-9A-HJ-NP-Za-km-z]{25,106}$/.test(text)
}

function checkedForms(text: string, bytes: Uint8Array): WalletForm[] {
  const version = (length: number) =>
    [...bytes.slice(0, length)].map((b) => b.toString(16).padStart(2, '0')).join('')
  if (bytes.length === 1 + hashBytes)
    return (versions[version(1)] ?? []).map(([currency, name]) => form(currency, name, text))
  if (bytes.length === 2 + hashBytes)
    return (versions[version(2)] ?? []).map(([currency, name]) => form(currency, name, text))
  if (bytes.length === sproutBytes && version(2) === '169a') return [form('ZEC', 'sprout', text)]
  return []
}

/** XRP Ledger: Base58 with its own alphabet, a zero byte, 20 bytes, four bytes of double SHA-256. */
function isXrpAccount(text: string): boolean {
  const bytes = decoded(base58xrp, text)
  if (bytes?.length !== 1 + hashBytes + 4 || bytes[0] !== 0) return false
  const sum = sha256(sha256(bytes.slice(0, -4)))
  return bytes.slice(-4).every((byte, at) => byte === sum[at])
}

function form(currency: WalletCurrency, name: string, value: string): WalletForm {
  return { currency, form: name, value, checksummed: true }
}

function decoded(coder: BytesCoder, text: string): Uint8Array | undefined {
  try {
    return coder.decode(text)
  } catch {
    return undefined
  }
}

import { bech32, bech32m } from '@scure/base'
import type { WalletCurrency, WalletForm } from './form.ts'

const segwitPrefixes: Readonly<Record<string, WalletCurrency>> = { bc: 'BTC', ltc: 'LTC', btg: 'BTG' }
const segwitNames: Readonly<Record<string, string>> = { '0/20': 'p2wpkh', '0/32': 'p2wsh', '1/32': 'p2tr' }

/**
 * Every reading of a bech32 (BIP 173) or bech32m (BIP 350) address: segregated witness for BTC, LTC and BTG (version 0 in
 * bech32, 1 to 16 in bech32m), BNB Beacon Chain, and ZEC sapling (`zs`, bech32), unified (`u`, ZIP 316: bech32m
 * without the usual limit of 90 characters) and source-restricted (`tex`, ZIP 320). The value is lower-case.
 */
export function bech32Forms(text: string): WalletForm[] {
  const value = text.toLowerCase()
  // Mixed case is not allowed by BIP 173; all capitals (as in QR codes) are.
  if (text !== value && text !== text.toUpperCase()) return []
  const prefix = value.slice(0, value.lastIndexOf('1'))
  const segwit = segwitPrefixes[prefix]
  if (segwit) return segwitForm(value, segwit)
  if (prefix === 'bnb') return fixed(value, 'bech32', 20, 'BNB', 'account')
  if (prefix === 'zs') return fixed(value, 'bech32', 43, 'ZEC', 'sapling')
  if (prefix === 'tex') return fixed(value, 'bech32m', 20, 'ZEC', 'tex')
  if (prefix === 'u' && words(value, 'bech32m')) return [named('ZEC', 'unified', value)]
  return []
}

/** Whether the text begins like such an address. */
export function looksBech32(text: string): boolean {
  return /^(?:bc1|ltc1|btg1|bnb1|zs1|tex1|u1)[02-9ac-hj-np-z]{20,}$/i.test(text)
}

function segwitForm(value: string, currency: WalletCurrency): WalletForm[] {
  const version = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'.indexOf(value.charAt(value.lastIndexOf('1') + 1))
  if (version < 0 || version > 16) return []
  const bytes = payload(words(value, version === 0 ? 'bech32' : 'bech32m', 90)?.slice(1))
  if (!bytes || bytes.length < 2 || bytes.length > 40) return []
  const name = segwitNames[`${version}/${bytes.length}`]
  if (version === 0 && !name) return []
  return [named(currency, name ?? `witness-v${version}`, value)]
}

function fixed(
  value: string,
  coding: 'bech32' | 'bech32m',
  bytes: number,
  currency: WalletCurrency,
  name: string,
): WalletForm[] {
  return payload(words(value, coding, 120))?.length === bytes ? [named(currency, name, value)] : []
}

function named(currency: WalletCurrency, form: string, value: string): WalletForm {
  return { currency, form, value, checksummed: true }
}

function words(
  value: string,
  coding: 'bech32' | 'bech32m',
  limit: number | false = false,
): number[] | undefined {
  try {
    return (coding === 'bech32' ? bech32 : bech32m).decode(value as `${string}1${string}`, limit).words
  } catch {
    return undefined
  }
}

function payload(fives: number[] | undefined): Uint8Array | undefined {
  try {
    return fives && bech32.fromWords(fives)
  } catch {
    return undefined
  }
}

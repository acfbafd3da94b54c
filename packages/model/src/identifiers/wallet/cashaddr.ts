import { bech32 } from '@scure/base'
import type { WalletForm } from './form.ts'

const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const prefix = 'bitcoincash'
const generators = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n]
const hashBytes = [20, 24, 28, 32, 40, 48, 56, 64]
const types = ['p2pkh', 'p2sh', 'token-p2pkh', 'token-p2sh']

/**
 * A Bitcoin Cash address in the CashAddr form (the CashAddr specification of 2017), with or without its prefix
 * `bitcoincash:`. The value is lower-case, without the prefix.
 */
export function cashaddrForms(text: string): WalletForm[] {
  const lower = text.toLowerCase()
  if (text !== lower && text !== text.toUpperCase()) return []
  const value = lower.startsWith(`${prefix}:`) ? lower.slice(prefix.length + 1) : lower
  if (!looksCashaddr(value)) return []
  const fives = [...value].map((char) => alphabet.indexOf(char))
  const head = [...prefix].map((char) => char.charCodeAt(0) & 31)
  if (polymod([...head, 0, ...fives]) !== 0n) return []
  const bytes = unpacked(fives.slice(0, -8))
  const version = bytes?.[0]
  if (!bytes || version === undefined || bytes.length - 1 !== hashBytes[version & 7]) return []
  const type = types[version >> 3]
  return type ? [{ currency: 'BCH', form: `cashaddr-${type}`, value, checksummed: true }] : []
}

/** Whether the text has the characters and length of such an address, whatever its checksum says. */
export function looksCashaddr(text: string): boolean {
  return /^(?:bitcoincash:)?[qpzr][02-9ac-hj-np-z]{41,103}$/i.test(text)
}

function polymod(values: readonly number[]): bigint {
  let sum = 1n
  for (const value of values) {
    const top = sum >> 35n
    sum = ((sum & 0x07ffffffffn) << 5n) ^ BigInt(value)
    generators.forEach((generator, bit) => {
      if ((top >> BigInt(bit)) & 1n) sum ^= generator
    })
  }
  return sum ^ 1n
}

function unpacked(fives: number[]): Uint8Array | undefined {
  try {
    return bech32.fromWords(fives)
  } catch {
    return undefined
  }
}

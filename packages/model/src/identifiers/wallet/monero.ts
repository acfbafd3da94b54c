import { keccak_256 } from '@noble/hashes/sha3.js'
import { base58xmr } from '@scure/base'
import type { WalletForm } from './form.ts'

/** Network byte of the main network, and how many bytes follow it. */
const kinds: Readonly<Record<number, readonly [string, number]>> = {
  18: ['standard', 64],
  19: ['integrated', 72],
  42: ['subaddress', 64],
}

/**
 * A Monero address of the main network: Base58 in blocks of eight bytes, two public keys (and a payment id of eight
 * bytes when integrated), and the first four bytes of their Keccak-256 as checksum.
 */
export function moneroForms(text: string): WalletForm[] {
  if (!looksMonero(text)) return []
  const bytes = decoded(text)
  const kind = kinds[bytes?.[0] ?? -1]
  if (!bytes || !kind || bytes.length !== 1 + kind[1] + 4) return []
  const sum = keccak_256(bytes.slice(0, -4))
  const right = bytes.slice(-4).every((byte, at) => byte === sum[at])
  return right ? [{ currency: 'XMR', form: kind[0], value: text, checksummed: true }] : []
}

/** Whether the text has the characters and length of such an address, whatever its checksum says. */
export function looksMonero(text: string): boolean {
  return /^[48][1-9A-HJ-NP-Za-km-z]+$/.test(text) && (text.length === 95 || text.length === 106)
}

function decoded(text: string): Uint8Array | undefined {
  try {
    return base58xmr.decode(text)
  } catch {
    return undefined
  }
}

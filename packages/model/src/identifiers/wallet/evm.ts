import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { WalletForm } from './form.ts'

/**
 * An address of an EVM chain: `0x` and 40 hexadecimal digits. In mixed case it must carry the checksum of EIP-55; all
 * lower or all upper carries none and is accepted. The value is lower-case.
 */
export function evmForms(text: string): WalletForm[] {
  if (!/^0[xX][0-9a-fA-F]{40}$/.test(text)) return []
  const digits = text.slice(2)
  const value = `0x${digits.toLowerCase()}`
  const plain = digits === digits.toLowerCase() || digits === digits.toUpperCase()
  if (!plain && evmChecksumCase(value).slice(2) !== digits) return []
  return [{ currency: 'ETH', form: 'account-or-contract', value, checksummed: !plain }]
}

/** The address in the mixed case of EIP-55, to show to a person. `address` is `0x` and 40 hexadecimal digits. */
export function evmChecksumCase(address: string): string {
  const digits = address.slice(2).toLowerCase()
  const hash = bytesToHex(keccak_256(utf8ToBytes(digits)))
  return `0x${[...digits].map((char, at) => (Number.parseInt(hash.charAt(at), 16) > 7 ? char.toUpperCase() : char)).join('')}`
}

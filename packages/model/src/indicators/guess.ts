import { parseWallet } from '../identifiers/wallet/index.ts'
import { canonicalIndicator } from './canonical.ts'
import type { IndicatorKind } from './kinds.ts'
import { refang } from './refang.ts'

/** What a value is taken for. */
export interface GuessedIndicator {
  readonly kind: IndicatorKind
  /** In canonical form. */
  readonly value: string
  /** The value was written with a leading `*.` or `.`: names under it are meant too. */
  readonly subdomains?: true
}

const byLength: Readonly<Record<number, IndicatorKind>> = {
  32: 'md5',
  40: 'sha1',
  64: 'sha256',
  128: 'sha512',
}

/**
 * The kind of a bare value, by its form: what a list without types is read by. Names of files, mutexes and user agents
 * have no form of their own and are never guessed, nor are BICs and accounts other than wallets.
 * @returns undefined where the form tells nothing
 */
export function guessIndicator(written: string): GuessedIndicator | undefined {
  const text = refang(written.trim()).trim()
  if (text.length < 4 || text.length > 4096) return undefined
  const hash = byLength[text.length]
  if (hash && /^[0-9a-f]+$/i.test(text)) return made(hash, text)
  if (/^hk(?:ey_|lm|cu|u|cr)/i.test(text)) return made('registry-key', text)
  if (/^(?:[a-z]:|%[a-z_]+%|\\)\\/i.test(text)) return isPattern(text) ? undefined : made('file-path', text)
  if (/\s/.test(text)) return undefined
  if (/^[\d.]+(?:\/\d{1,2})?$/.test(text)) return made('ipv4', text)
  if (/^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*(?:\/\d{1,3})?$/i.test(text)) return made('ipv6', text)
  if (text.includes('://')) return bareHost(text) ?? made('url', text)
  if (/^[^/:@]+:\d{1,5}$/.test(text)) return made('socket', text)
  if (text.includes('@') && !text.includes('/')) return made('email', text)
  if (text.includes('/')) return text.startsWith('/') ? undefined : made('url', text)
  if (text.includes('.')) {
    const domain = made('domain', text)
    return domain && /^\*?\./.test(text) ? { ...domain, subdomains: true } : domain
  }
  const wallet = text.length >= 25 ? parseWallet(text) : undefined
  return wallet?.ok ? { kind: 'wallet', value: wallet.value } : undefined
}

/** A regular expression over paths, as some lists hold, and nothing that a file could be called. */
function isPattern(text: string): boolean {
  return /[*?"<>|]|\\[.()[\]$^+]|\$$/.test(text)
}

/** `http://203.0.113.9` names a host, not a page. */
function bareHost(text: string): GuessedIndicator | undefined {
  const found = /^https?:\/\/([^/?#]+)\/?$/i.exec(text)
  if (!found) return undefined
  const host = found[1]!
  if (/:\d+$/.test(host)) return made('socket', host)
  return made('ipv4', host) ?? made('domain', host)
}

function made(kind: IndicatorKind, text: string): GuessedIndicator | undefined {
  const value = canonicalIndicator(kind, text)
  return value === undefined ? undefined : { kind, value }
}

import { parseBic } from '../identifiers/bic.ts'
import { parseIban } from '../identifiers/iban.ts'
import { parseWallet } from '../identifiers/wallet/index.ts'
import { ipv4Text, ipv6Text, maskBits, readIpv4, readIpv6 } from './ip.ts'
import type { IndicatorKind } from './kinds.ts'
import { canonicalPath, canonicalRegistryKey } from './paths.ts'

const scratch = new Uint8Array(16)

/** Longest value of any kind, in characters. */
export const maxIndicatorLength = 4096

const hexLengths = { md5: 32, sha1: 40, sha256: 64, sha512: 128, ja3: 32 } as const

/**
 * The form in which two values of one kind are compared. The value may not be defanged: `refang` comes before.
 *
 * | kind | form |
 * | --- | --- |
 * | ipv4, ipv6 | dotted, RFC 5952; a network with its length, host bits dropped |
 * | domain | lower-case, no final dot, IDNA as ASCII; `*.` is left off (see `IndicatorClaim.subdomains`) |
 * | url | `http` and `https` left off, since logs often don't say; host lower-case; default port and fragment dropped |
 * | file-name, file-path, registry-key | lower-case; see `canonicalPath`, `canonicalRegistryKey` |
 * | wallet, bic, account | as `parseWallet`, `parseBic`, `parseIban`; other account numbers without spaces |
 * | mutex, user-agent | as they are |
 *
 * @returns undefined where the text is not of that kind
 */
export function canonicalIndicator(kind: IndicatorKind, text: string): string | undefined {
  if (text.length === 0 || text.length > maxIndicatorLength) return undefined
  switch (kind) {
    case 'ipv4':
    case 'ipv6':
      return canonicalNetwork(kind, text.trim())
    case 'domain':
      return canonicalDomain(text)
    case 'url':
      return canonicalUrl(text)
    case 'socket':
      return canonicalSocket(text.trim())
    case 'md5':
    case 'sha1':
    case 'sha256':
    case 'sha512':
    case 'ja3':
      return canonicalHex(text.trim(), hexLengths[kind])
    case 'email':
      return canonicalEmail(text.trim())
    case 'file-name':
      return canonicalFileName(text.trim())
    case 'file-path':
      return canonicalPath(text)
    case 'registry-key':
      return canonicalRegistryKey(text)
    case 'ja4':
      return /^[a-z0-9]{4,12}_[0-9a-f]{12}_[0-9a-f]{12}$/i.test(text.trim())
        ? text.trim().toLowerCase()
        : undefined
    case 'wallet': {
      const parsed = parseWallet(text)
      return parsed.ok ? parsed.value : /^[A-Za-z0-9]{25,128}$/.test(text.trim()) ? text.trim() : undefined
    }
    case 'bic': {
      const parsed = parseBic(text)
      return parsed.ok ? parsed.value : undefined
    }
    case 'account': {
      const parsed = parseIban(text)
      if (parsed.ok) return parsed.value
      const plain = text.replace(/[\s.-]/g, '').toUpperCase()
      return /^[A-Z0-9]{5,34}$/.test(plain) && /\d{4}/.test(plain) ? plain : undefined
    }
    case 'mutex':
    case 'user-agent':
      return text.trim() === '' ? undefined : text.trim()
  }
}

function canonicalNetwork(kind: 'ipv4' | 'ipv6', text: string): string | undefined {
  const slash = text.indexOf('/')
  const address = slash < 0 ? text : text.slice(0, slash)
  const size = kind === 'ipv4' ? 4 : 16
  const end = kind === 'ipv4' ? readIpv4(address, scratch, 0) : readIpv6(address, scratch, 0)
  if (end < 0) return undefined
  // Without leading zeros an IPv4 address has but one spelling.
  if (slash < 0 && kind === 'ipv4') return text
  const length = slash < 0 ? '' : text.slice(slash + 1)
  if (slash >= 0 && !/^\d{1,3}$/.test(length)) return undefined
  const prefix = slash < 0 ? size * 8 : Number(length)
  if (prefix > size * 8) return undefined
  maskBits(scratch, 0, size, prefix)
  const plain = kind === 'ipv4' ? ipv4Text(scratch) : ipv6Text(scratch)
  return prefix === size * 8 ? plain : `${plain}/${prefix}`
}

/** A domain name to compare by; undefined for addresses, and for names without a dot. */
export function canonicalDomain(text: string): string | undefined {
  let isPlain = text.length <= 253
  let labels = 1
  let label = 0
  for (let i = 0; i < text.length && isPlain; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x2e) {
      isPlain = label > 0
      labels++
      label = 0
    } else {
      isPlain =
        ((c >= 0x61 && c <= 0x7a) || (c >= 0x30 && c <= 0x39) || c === 0x2d || c === 0x5f) && ++label <= 63
    }
  }
  const last = text.charCodeAt(text.length - 1)
  if (isPlain && label > 0 && labels > 1 && !(last >= 0x30 && last <= 0x39)) return text
  return slowDomain(text)
}

function slowDomain(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\*?\.(?=[^.])/, '')
    .replace(/\.$/, '')
  if (bare.length === 0 || bare.length > 253 || /[\s/\\@:?#[\]%]/.test(bare)) return undefined
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it tells ASCII from the rest
  const ascii = /^[\x00-\x7f]*$/.test(bare) ? bare.toLowerCase() : idna(bare)
  if (!ascii || !/^(?:[a-z0-9_-]{1,63}\.)+[a-z0-9_-]*[a-z][a-z0-9-]*$/.test(ascii)) return undefined
  return ascii
}

function idna(name: string): string | undefined {
  try {
    return new URL(`http://${name}`).hostname
  } catch {
    return undefined
  }
}

/** The host of an address as `canonicalIndicator` writes it, without port and brackets. */
export function hostOfUrl(url: string): string {
  const start = url.indexOf('://') >= 0 ? url.indexOf('://') + 3 : 0
  let end = url.length
  for (let i = start; i < url.length; i++) {
    const c = url.charCodeAt(i)
    if (c === 0x2f || c === 0x3f || c === 0x23) {
      end = i
      break
    }
  }
  const authority = url.slice(start, end)
  const at = authority.lastIndexOf('@')
  const host = at < 0 ? authority : authority.slice(at + 1)
  if (host.startsWith('[')) return host.slice(1, host.indexOf(']') < 0 ? undefined : host.indexOf(']'))
  const colon = host.indexOf(':')
  return colon < 0 ? host : host.slice(0, colon)
}

/** An address to compare by, without `http(s)://`; undefined where there is no host. */
export function canonicalUrl(text: string): string | undefined {
  const found = /^\s*(?:([a-z][a-z0-9+.-]{0,20}):\/\/)?([^\s/?#]+)([^\s#]*)(?:#\S*)?\s*$/i.exec(text)
  if (!found) return undefined
  const scheme = found[1]?.toLowerCase() ?? 'http'
  const authority = found[2]!
  const user = authority.lastIndexOf('@')
  const host = canonicalHost(authority.slice(user + 1), scheme)
  if (host === undefined) return undefined
  let path = found[3]!
  if (path === '' || path === '/') path = '/'
  else if (path.startsWith('?')) path = `/${path}`
  const isWeb = scheme === 'http' || scheme === 'https'
  return `${isWeb ? '' : `${scheme}://`}${host}${path}`
}

function canonicalHost(text: string, scheme: string): string | undefined {
  const port = /:(\d{1,5})$/.exec(text)
  const bare =
    port && !/^[0-9a-f:]+$/i.test(text.replace(/\]?:\d+$/, '')) ? text.slice(0, -port[0].length) : text
  const number = bare === text ? undefined : port?.[1]
  const host = bare.startsWith('[')
    ? bracketed(bare)
    : (canonicalNetwork('ipv4', bare) ?? canonicalDomain(bare))
  if (host === undefined || (number !== undefined && Number(number) > 65_535)) return undefined
  const isDefault =
    number === undefined || (scheme === 'http' && number === '80') || (scheme === 'https' && number === '443')
  return isDefault ? host : `${host}:${Number(number)}`
}

function bracketed(text: string): string | undefined {
  const inner = canonicalNetwork('ipv6', text.slice(1, -1))
  return inner === undefined ? undefined : `[${inner}]`
}

function canonicalSocket(text: string): string | undefined {
  const found = /^(\[[0-9a-f:.]+\]|[^\s:/]+):(\d{1,5})$/i.exec(text)
  if (!found || Number(found[2]) > 65_535 || Number(found[2]) === 0) return undefined
  const host = found[1]!.startsWith('[')
    ? bracketed(found[1]!)
    : (canonicalNetwork('ipv4', found[1]!) ?? canonicalDomain(found[1]!))
  return host === undefined ? undefined : `${host}:${Number(found[2])}`
}

function canonicalHex(text: string, length: number): string | undefined {
  if (text.length !== length) return undefined
  let isLower = true
  for (let i = 0; i < length; i++) {
    const c = text.charCodeAt(i)
    if ((c >= 0x30 && c <= 0x39) || (c >= 0x61 && c <= 0x66)) continue
    if (c < 0x41 || c > 0x46) return undefined
    isLower = false
  }
  return isLower ? text : text.toLowerCase()
}

function canonicalEmail(text: string): string | undefined {
  const at = text.lastIndexOf('@')
  if (at < 1 || at > 64 || /[\s<>"(),;:\\]/.test(text)) return undefined
  const domain = canonicalDomain(text.slice(at + 1))
  return domain === undefined ? undefined : `${text.slice(0, at).toLowerCase()}@${domain}`
}

function canonicalFileName(text: string): string | undefined {
  if (text.length > 255 || /[\\/\r\n\t]/.test(text) || text === '') return undefined
  return text.toLowerCase()
}

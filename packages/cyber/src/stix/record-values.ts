/** Fields of a record. */
export type Fields = Readonly<Record<string, unknown>>

/** A text or number of a record as patterns are compared with it: lower-cased, nothing where it is empty or `-`. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string' || value === '' || value === '-') return undefined
  return value.toLowerCase()
}

/** A whole number, decimal or as Windows writes it (`0x1f4`). */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || !/^(?:0x[0-9a-f]{1,8}|\d{1,15})$/i.test(value)) return undefined
  return Number(value)
}

export function isIpv4(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)
}

export function isIpv6(text: string): boolean {
  return text.includes(':') && /^[0-9a-f:]{2,39}(?:\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})?$/.test(text)
}

/** A path's last part and what it stands in; Windows' and others'. */
export function splitPath(path: string): { readonly name: string; readonly folder?: string } {
  const at = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'))
  if (at < 0) return { name: path }
  return { name: path.slice(at + 1), ...(at > 0 && { folder: path.slice(0, at) }) }
}

const hashNames: Readonly<Record<string, readonly string[]>> = {
  md5: ['MD5'],
  sha1: ['SHA-1', 'SHA1'],
  sha256: ['SHA-256', 'SHA256'],
  sha512: ['SHA-512', 'SHA512'],
  imphash: ['IMPHASH'],
}
/** Where hashes stand by themselves: Suricata, ECS, Zeek. */
const ownFields = ['', 'fileinfo.', 'file.hash.', 'process.hash.'] as const

/** Hashes of a record's file by the names that STIX gives them; those of Sysmon's one field among them. */
export function hashesOf(
  fields: Fields,
  text: (name: string) => string | undefined,
): Record<string, unknown> | undefined {
  const found: Record<string, unknown> = {}
  const put = (name: string, value: string | undefined) => {
    const names = hashNames[name]
    if (names && value !== undefined && /^[0-9a-f]{32,128}$/.test(value))
      for (const one of names) found[one] = value
  }
  const together = fields.Hashes ?? fields.Hash
  if (typeof together === 'string')
    for (const part of together.toLowerCase().split(',')) {
      const [name = '', value] = part.split('=')
      put(name.trim(), value?.trim())
    }
  for (const name in hashNames) for (const before of ownFields) put(name, text(before + name))
  return Object.keys(found).length > 0 ? found : undefined
}

const hives: readonly (readonly [RegExp, string])[] = [
  [/^(?:hklm|\\registry\\machine)(?=\\|$)/, 'hkey_local_machine'],
  [/^(?:hku|\\registry\\user)(?=\\|$)/, 'hkey_users'],
  [/^hkcu(?=\\|$)/, 'hkey_current_user'],
  [/^hkcr(?=\\|$)/, 'hkey_classes_root'],
  [/^hkcc(?=\\|$)/, 'hkey_current_config'],
]

/** A registry key, lower-cased, with its hive written out, as STIX wants it. */
export function fullKey(key: string): string {
  for (const [form, hive] of hives) if (form.test(key)) return key.replace(form, hive)
  return key
}

/** A key as it may be asked for: what one user has is that user's "current user", too. */
export function registryKeys(key: string): string[] {
  const full = fullKey(key)
  const user = /^hkey_users\\s-1-5-21-[\d-]+(?:_classes)?\\/.exec(full)
  return user ? [full, `hkey_current_user\\${full.slice(user[0].length)}`] : [full]
}

/** The texts of a list, or of one text with several in it. */
export function listOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[;,]\s*/) : []
  return parts.flatMap((one) => textOf(one) ?? [])
}

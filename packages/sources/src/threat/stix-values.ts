import { canonicalIndicator, guessIndicator, type IndicatorKind } from '@cordon/model'

/** One value of a pattern. */
export interface PatternValue {
  readonly kind: IndicatorKind
  readonly value: string
}

const hashKinds: Readonly<Record<string, IndicatorKind>> = {
  MD5: 'md5',
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  SHA256: 'sha256',
  'SHA-256': 'sha256',
  SHA512: 'sha512',
  'SHA-512': 'sha512',
}

const kinds: readonly (readonly [RegExp, IndicatorKind])[] = [
  [/^ipv4-addr:value$/, 'ipv4'],
  [/^ipv6-addr:value$/, 'ipv6'],
  [/^domain-name:value$/, 'domain'],
  [/^url:value$/, 'url'],
  [/^email-addr:value$/, 'email'],
  [/^email-message:(?:from|sender)_ref\.value$/, 'email'],
  [/^file:name$/, 'file-name'],
  [/^mutex:name$/, 'mutex'],
  [/^windows-registry-key:key$/, 'registry-key'],
  [/^network-traffic:extensions\.'?http-request-ext'?\.request_header\.'?User-Agent'?$/i, 'user-agent'],
  [/^x-cryptocurrency-wallet:value$|^cryptocurrency-wallet:(?:value|address)$/, 'wallet'],
]

const comparison = /([a-z0-9-]+:(?:[\w.\-[\]*]|'[^']*')+)\s*(=|IN|ISSUBSET)\s*('(?:[^'\\]|\\.)*'|\([^)]*\))/g

/**
 * The values of a STIX pattern that is nothing but a choice of values (`[a = 'x' OR b = 'y']`), for look-ups. Terms that
 * only say of what type an address is don't count. Of a conjunction with a hash the hash stands for all of it.
 * @returns undefined where the pattern asks for more than one value at a time, or for none that can be looked up
 */
export function patternValues(pattern: string): PatternValue[] | undefined {
  return readPattern(pattern)?.values
}

/** Whether looking up its values finds all that a pattern asks for. */
export function isValueChoice(pattern: string): boolean {
  return readPattern(pattern)?.isWhole === true
}

function readPattern(
  pattern: string,
): { readonly values: PatternValue[]; readonly isWhole: boolean } | undefined {
  if (
    /\b(?:FOLLOWEDBY|WITHIN|REPEATS|START|STOP|NOT)\b|\]\s*AND\s*\[|!=|[<>]|\b(?:LIKE|MATCHES|ISSUPERSET|EXISTS)\b/.test(
      withoutLiterals(pattern),
    )
  )
    return undefined
  const hasAnd = /\bAND\b/.test(withoutLiterals(pattern))
  const values: PatternValue[] = []
  const asked = withoutLiterals(pattern).match(/=|\b(?:IN|ISSUBSET)\b/g)?.length ?? 0
  let types = 0
  let unread = 0
  for (const [, path, , literal] of pattern.matchAll(comparison)) {
    if (/_ref\.type$/.test(path!)) {
      types++
      continue
    }
    for (const text of literalsOf(literal!)) {
      const value = readValue(path!, text)
      if (value) values.push(value)
      else unread++
    }
  }
  if (hasAnd && asked - types > 1) {
    const hashes = values.filter(({ kind }) => /^(?:md5|sha)/.test(kind))
    return hashes.length > 0 ? { values: hashes, isWhole: true } : undefined
  }
  return values.length > 0 ? { values, isWhole: unread === 0 } : undefined
}

function withoutLiterals(pattern: string): string {
  return pattern.replace(/'(?:[^'\\]|\\.)*'/g, "''")
}

function literalsOf(literal: string): string[] {
  return [...literal.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text!.replace(/\\(.)/g, '$1'))
}

function readValue(path: string, text: string): PatternValue | undefined {
  const hash = /:hashes\.'?([\w-]+)'?$/.exec(path)
  if (hash) return made(hashKinds[hash[1]!.toUpperCase()], text)
  if (/_ref\.value$/.test(path) && path.startsWith('network-traffic')) {
    const guess = guessIndicator(text)
    return guess && ['ipv4', 'ipv6', 'domain'].includes(guess.kind)
      ? { kind: guess.kind, value: guess.value }
      : undefined
  }
  return made(kinds.find(([form]) => form.test(path))?.[1], text)
}

function made(kind: IndicatorKind | undefined, text: string): PatternValue | undefined {
  const value = kind === undefined ? undefined : canonicalIndicator(kind, text)
  return kind === undefined || value === undefined ? undefined : { kind, value }
}

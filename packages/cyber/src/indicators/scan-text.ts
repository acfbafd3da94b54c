import {
  canonicalPath,
  fileNameOf,
  hostOfUrl,
  type IndicatorKind,
  looksDefanged,
  pathForms,
  refang,
} from '@cordon/model'
import type { FoundIndicator, HowMet, IndicatorSet } from './indicator-set.ts'

/** An indicator in a text or in a field. */
export interface Sighted extends FoundIndicator {
  /** What stood there; where it was defanged, what it stands for. */
  readonly written: string
  /** It was written so that it can't be clicked. */
  readonly defanged: boolean
}

/** Takes what was found. */
export type Sink = (place: number, how: HowMet, written: string) => void

/** What ends a token: white space, quotes, brackets and other marks that no value holds. */
const ends = new Uint8Array(128)
for (const c of '\t\n\v\f\r "\'`<>()[]{}|,;^') ends[c.charCodeAt(0)] = 1
for (let c = 0; c < 32; c++) ends[c] = 1

const hashKinds: Readonly<Record<number, readonly IndicatorKind[]>> = {
  32: ['md5', 'ja3'],
  40: ['sha1'],
  64: ['sha256'],
  128: ['sha512'],
}

/** Longest text that is read; the rest of a longer one is passed over. */
export const maxTextLength = 16 * 1024 * 1024

/**
 * All indicators of a set in a free text, each place once. Defanged forms are read as what they stand for. Values
 * are taken whole: a name within a longer name is not that name.
 */
export function scanText(set: IndicatorSet, text: string): Sighted[] {
  const found: Sighted[] = []
  const seen = new Set<number>()
  const isDefanged = looksDefanged(text)
  const plain = isDefanged ? refang(text.slice(0, maxTextLength)) : text
  scanTokens(set, plain, (place, how, written) => {
    if (seen.has(place)) return
    seen.add(place)
    found.push({ place, how, written, defanged: isDefanged && !standsIn(text, written) })
  })
  return found
}

/** Whether a value stands in a text as it is, and not only as a part of a longer one. */
function standsIn(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const before = at === 0 ? ' ' : text[at - 1]!
    const after = text[at + value.length] ?? ' '
    if (!/[a-z0-9._-]/i.test(before) && !/[a-z0-9_-]/i.test(after)) return true
  }
  return false
}

/** The same without undoing defanged forms, and as often as they occur. */
export function scanTokens(set: IndicatorSet, text: string, sink: Sink): void {
  const wholes = wholeKinds(set)
  if (wholes.length > 0) scanQuoted(set, text, wholes, sink)
  const reader = new TokenReader(set, sink)
  const length = Math.min(text.length, maxTextLength)
  let start = 0
  for (let i = 0; i <= length; i++) {
    const c = i < length ? text.charCodeAt(i) : 0x20
    if (c < 128 && ends[c] === 1) {
      if (i - start > 3) reader.read(text.slice(start, i))
      start = i + 1
    }
  }
}

const whole: readonly IndicatorKind[] = ['user-agent', 'mutex', 'file-path', 'file-name', 'registry-key']

function wholeKinds(set: IndicatorSet): IndicatorKind[] {
  return whole.filter((kind) => set.count(kind) > 0)
}

/** Values that hold spaces stand in quotes, or are all there is. */
function scanQuoted(set: IndicatorSet, text: string, kinds: readonly IndicatorKind[], sink: Sink): void {
  if (text.length <= 1024) for (const kind of kinds) report(set, kind, text, sink)
  let open = text.indexOf('"')
  while (open >= 0) {
    const close = text.indexOf('"', open + 1)
    if (close < 0) return
    const quoted = close - open > 3 && close - open <= 1024 ? text.slice(open + 1, close) : ''
    if (quoted !== '') for (const kind of kinds) report(set, kind, quoted, sink)
    open = quoted === '' ? close : text.indexOf('"', close + 1)
  }
}

/** Looks one value up as one kind, in every form in which an indicator may name it. */
export function report(set: IndicatorSet, kind: IndicatorKind, value: string, sink: Sink): boolean {
  if (set.count(kind) === 0) return false
  let met = false
  for (const { place, how } of set.lookUp(kind, value)) {
    sink(place, how, value)
    met = true
  }
  if (kind === 'file-path') {
    const path = canonicalPath(value)
    if (path === undefined) return met
    for (const form of pathForms(path)) {
      const place = set.find('file-path', form)
      if (place < 0) continue
      sink(place, 'itself', value)
      met = true
    }
  } else if (kind === 'file-name' && /[\\/]/.test(value)) {
    const place = set.find('file-name', fileNameOf(value))
    if (place >= 0) sink(place, 'file-of-path', value)
    met ||= place >= 0
  } else if (kind === 'url' && !met && value.includes('?')) {
    const place = set.find('url', value.slice(0, value.indexOf('?')))
    if (place >= 0) sink(place, 'without-query', value)
    met = place >= 0
  }
  return met
}

class TokenReader {
  private readonly set: IndicatorSet
  private readonly sink: Sink
  private readonly names: boolean
  private readonly numbers: boolean

  constructor(set: IndicatorSet, sink: Sink) {
    this.set = set
    this.sink = sink
    this.names = set.count('file-name') + set.count('mutex') > 0
    this.numbers = set.count('wallet') + set.count('bic') + set.count('account') + set.count('ja4') > 0
  }

  read(token: string): void {
    let start = 0
    let end = token.length
    while (end > start && isMark(token.charCodeAt(end - 1))) end--
    while (start < end && isMark(token.charCodeAt(start)) && token.charCodeAt(start) !== 0x2e) start++
    if (end - start < 4) return
    this.readTrimmed(start === 0 && end === token.length ? token : token.slice(start, end))
  }

  private readTrimmed(token: string): void {
    const slash = token.indexOf('/')
    const equals = token.indexOf('=')
    if (equals > 0 && (slash < 0 || equals < slash)) {
      if (!/^imphash$/i.test(token.slice(0, equals))) this.read(token.slice(equals + 1))
      return
    }
    const at = token.indexOf('@')
    if (token.includes('\\')) this.readPath(token)
    else if (at > 0 && slash < 0) this.readAddress(token, at)
    else if (slash >= 0) this.readSlashed(token, slash)
    else this.readWord(token)
  }

  private readWord(token: string): void {
    const { set, sink } = this
    const kinds = hashKinds[token.length]
    if (kinds && isHex(token)) for (const kind of kinds) report(set, kind, token, sink)
    const dot = token.indexOf('.')
    const colon = token.indexOf(':')
    if (colon >= 0) {
      if (token.indexOf(':', colon + 1) > 0) report(set, 'ipv6', token, sink)
      else if (dot > 0) {
        report(set, 'socket', token, sink)
        this.readHost(token.slice(0, colon))
      }
    } else if (dot >= 0) this.readHost(token)
    if (this.names) for (const kind of ['file-name', 'mutex'] as const) report(set, kind, token, sink)
    if (this.numbers) this.readNumber(token)
  }

  private readNumber(token: string): void {
    if (token.length < 8) return
    for (const kind of ['wallet', 'bic', 'account', 'ja4'] as const)
      if (fits(kind, token)) report(this.set, kind, token, this.sink)
  }

  private readHost(host: string): void {
    const first = host.charCodeAt(0)
    const last = host.charCodeAt(host.length - 1)
    if (isDigit(first) && isDigit(last)) report(this.set, 'ipv4', host, this.sink)
    else report(this.set, 'domain', host, this.sink)
  }

  private readAddress(token: string, at: number): void {
    const bare = token.replace(/^(?:mailto|smtp):/i, '')
    report(this.set, 'email', bare, this.sink)
    this.readHost(token.slice(at + 1))
  }

  private readSlashed(token: string, slash: number): void {
    const { set, sink } = this
    if (this.numbers) for (const part of token.split(/[/:]/)) this.readNumber(part)
    if (slash === 0) {
      report(set, 'file-path', token, sink)
      report(set, 'file-name', token, sink)
      return
    }
    const scheme = token.indexOf('://')
    const from = scheme > 0 ? schemeStart(token, scheme) : 0
    const url = from === 0 ? token : token.slice(from)
    report(set, 'url', url, sink)
    report(set, 'file-name', url.replace(/[?#].*$/, ''), sink)
    const rest = scheme > 0 ? token.slice(scheme + 3) : token
    const host = hostOfUrl(rest)
    this.readHost(host)
    const authority = rest.slice(
      rest.lastIndexOf('@', rest.indexOf('/') < 0 ? rest.length : rest.indexOf('/')) + 1,
    )
    const socket = /^[^/?#]+:\d+/.exec(authority)
    if (socket) report(set, 'socket', socket[0], sink)
    if (scheme < 0 && /\/\d{1,3}$/.test(token))
      report(set, token.includes(':') ? 'ipv6' : 'ipv4', token, sink)
  }

  private readPath(token: string): void {
    for (const kind of ['file-path', 'file-name', 'registry-key', 'mutex'] as const)
      report(this.set, kind, token, this.sink)
  }
}

function fits(kind: 'wallet' | 'bic' | 'account' | 'ja4', token: string): boolean {
  switch (kind) {
    case 'wallet':
      return token.length >= 25
    case 'bic':
      return (token.length === 8 || token.length === 11) && /^[A-Z0-9]+$/.test(token)
    case 'account':
      return token.length <= 34 && /^[A-Z0-9]*\d[A-Z0-9]*$/.test(token)
    case 'ja4':
      return token.includes('_')
  }
}

function schemeStart(token: string, colon: number): number {
  let at = colon
  while (at > 0 && /[a-z0-9+.-]/i.test(token[at - 1]!)) at--
  return at
}

function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39
}

/** Punctuation that stands around values in prose. */
function isMark(c: number): boolean {
  return (
    c === 0x2e ||
    c === 0x3a ||
    c === 0x21 ||
    c === 0x3f ||
    c === 0x2a ||
    c === 0x3d ||
    c === 0x27 ||
    c === 0x26
  )
}

function isHex(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i) | 0x20
    if (!((c >= 0x30 && c <= 0x39) || (c >= 0x61 && c <= 0x66))) return false
  }
  return true
}

import { StixPatternError } from './pattern-types.ts'

/** A token and where it begins. */
export interface Token {
  readonly kind: 'word' | 'hyphened' | 'string' | 'hex' | 'base64' | 'time' | 'int' | 'float' | 'sign'
  readonly text: string
  readonly at: number
}

/** White space and comments, as the grammar lists them. */
const space = /(?:[\s\u0085]+|\/\*[\s\S]*?\*\/|\/\/[^\r\n]*)+/y
const kinds: readonly (readonly [Token['kind'], RegExp])[] = [
  [
    'time',
    /t'\d{4}-(?:0[1-9]|1[012])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?Z'/y,
  ],
  ['hex', /h'(?:[A-Fa-f0-9]{2})*'/y],
  ['base64', /b'(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)'/y],
  ['string', /'(?:[^'\\]|\\'|\\\\)*'/y],
  ['float', /[+-]?\d*\.\d+/y],
  ['int', /[+-]?(?:0|[1-9]\d*)/y],
  ['hyphened', /[a-zA-Z_][a-zA-Z0-9_]*-[a-zA-Z0-9_-]*/y],
  ['word', /[a-zA-Z_][a-zA-Z0-9_]*/y],
  ['sign', /==|!=|<>|<=|>=|[=<>[\](),.:*]/y],
]
const maxLength = 200_000

/** Cuts a pattern into tokens (STIX 2.1 pattern grammar). */
export function tokenize(source: string): Token[] {
  if (source.length > maxLength)
    throw new StixPatternError(
      'STIX_SYNTAX',
      `a pattern of ${source.length} characters; the most is ${maxLength}`,
    )
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    space.lastIndex = at
    if (space.test(source)) {
      at = space.lastIndex
      continue
    }
    const token = tokenAt(source, at)
    tokens.push(token)
    at += token.text.length
  }
  return tokens
}

function tokenAt(source: string, at: number): Token {
  for (const [kind, pattern] of kinds) {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match) return { kind, text: match[0], at }
  }
  throw new StixPatternError(
    'STIX_SYNTAX',
    `column ${at + 1}: a character that begins nothing: ${source.slice(at, at + 12)}`,
  )
}

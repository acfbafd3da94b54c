import { RE2JS } from 're2js'
import { SigmaError } from './errors.ts'
import type { LinearRegex } from './predicate.ts'

/**
 * Compiles a regular expression that runs in time linear in the text (RE2). Look-around and back references can't,
 * and are an error.
 * @throws {SigmaError} `SIGMA_REGEX`
 */
export function compileRegex(source: string, flags: ReadonlySet<string>, where: string): LinearRegex {
  let bits = 0
  if (flags.has('i')) bits |= RE2JS.CASE_INSENSITIVE
  if (flags.has('m')) bits |= RE2JS.MULTILINE
  if (flags.has('s')) bits |= RE2JS.DOTALL
  try {
    if (source.length > 10_000) throw new Error('longer than 10,000 characters')
    const compiled = RE2JS.compile(source, bits)
    return { source: `${[...flags].sort().join('')}/${source}`, test: (text) => compiled.test(text) }
  } catch (error) {
    throw new SigmaError('SIGMA_REGEX', {
      expected: 'a regular expression of the RE2 syntax',
      found: `${source.slice(0, 100)} (${(error as Error).message.slice(0, 100)})`,
      where,
      remedy: 'Write it without look-around and back references; the rule is set aside until then.',
    })
  }
}

/**
 * A literal (lower-cased) that every match must contain, or ''. Only what surely stands at the top level is taken: no
 * group, class, or quantified character.
 */
export function requiredLiteral(source: string): string {
  if (/\(\?[a-z]*x|\\Q/.test(source)) return ''
  let best = ''
  let run = ''
  let depth = 0
  const close = () => {
    if (run.length > best.length) best = run
    run = ''
  }
  for (let i = 0; i < source.length; i++) {
    let c = source[i]!
    let isLiteral = true
    if (c === '\\') {
      c = source[++i] ?? ''
      isLiteral = !/[a-z0-9]/i.test(c)
      // A class or code point in braces (\p{L}, \x{10}) has more to skip.
      if (/[pPx]/.test(c) && source[i + 1] === '{') i = source.indexOf('}', i)
      else if (c === 'x') i += 2
      if (i < 0) return ''
    } else if (c === '|' && depth === 0) return ''
    else if (c === '[') {
      i = endOfClass(source, i)
      isLiteral = false
    } else if (c === '(') {
      depth++
      isLiteral = false
    } else if (c === ')') {
      depth--
      isLiteral = false
    } else if (/[.^$|*+?{}]/.test(c)) isLiteral = false
    const quantifier = source[i + 1]
    if (!isLiteral || depth > 0) {
      close()
      if (c === '{') i = Math.max(i, source.indexOf('}', i))
    } else if (quantifier === '*' || quantifier === '?' || quantifier === '{') close()
    else {
      run += c
      if (quantifier === '+') close()
    }
  }
  close()
  return best.toLowerCase()
}

function endOfClass(source: string, open: number): number {
  let i = open + 1
  if (source[i] === '^') i++
  if (source[i] === ']') i++
  for (; i < source.length && source[i] !== ']'; i++) {
    if (source[i] === '\\') i++
    else if (source[i] === '[' && source[i + 1] === ':') i = source.indexOf(':]', i) + 1
  }
  return i
}

/** The least length of a match that a single counted run such as `(.){200,}` states, or 0. */
export function leastLength(source: string): number {
  const match = /^\(?\.\)?\{(\d+),?\d*\}$/.exec(source)
  return match ? Number(match[1]) : 0
}

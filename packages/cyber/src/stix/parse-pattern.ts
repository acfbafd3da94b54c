import { RE2JS } from 're2js'
import { type Token, tokenize } from './lexer.ts'
import {
  type Comparison,
  type Constant,
  type Expression,
  type ObjectPath,
  type PropertyOperator,
  type StixPattern,
  StixPatternError,
} from './pattern-types.ts'
import { timestampNs } from './timestamp.ts'

const maxDepth = 100
const keywords = new Set(
  'AND OR NOT FOLLOWEDBY LIKE MATCHES ISSUPERSET ISSUBSET EXISTS LAST IN START STOP SECONDS true false WITHIN REPEATS TIMES'.split(
    ' ',
  ),
)
const signs: Readonly<Record<string, PropertyOperator>> = {
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

/**
 * Parses a STIX 2.1 pattern, the whole grammar. FOLLOWEDBY binds least, then OR, AND, qualifiers.
 * @throws {StixPatternError} `STIX_SYNTAX` with the column, `STIX_VALUE` for a set of mixed types or a regular
 *   expression that can't run in linear time
 */
export function parseStixPattern(source: string): StixPattern {
  const parser = new Parser(source)
  return { source, expression: parser.pattern() }
}

class Parser {
  private at = 0
  private depth = 0
  private readonly tokens: Token[]
  private readonly source: string

  constructor(source: string) {
    this.source = source
    this.tokens = tokenize(source)
  }

  pattern(): Expression {
    const expression = this.observations()
    if (this.at < this.tokens.length) throw this.fault('the end of the pattern')
    return expression
  }

  private observations(): Expression {
    return this.deeper(() =>
      this.chain('FOLLOWEDBY', 'followedBy', () =>
        this.chain('OR', 'or', () => this.chain('AND', 'and', () => this.observation())),
      ),
    )
  }

  private chain<T extends Expression>(
    word: string,
    op: 'and' | 'or' | 'followedBy',
    next: () => T | Expression,
  ): Expression {
    const items = [next()]
    while (this.isWord(word)) {
      this.at++
      items.push(next())
    }
    return items.length === 1 ? items[0]! : { op, items }
  }

  private observation(): Expression {
    let expression: Expression
    if (this.isSign('[')) {
      this.at++
      expression = { op: 'observe', comparison: this.comparison() }
      this.sign(']')
    } else if (this.isSign('(')) {
      this.at++
      // Parentheses stay visible: qualifiers on a group are judged apart from those on a single observation.
      expression = { op: 'and', items: [this.observations()] }
      this.sign(')')
    } else throw this.fault('"[" or "("')
    for (let more: Expression | undefined = expression; more; ) {
      expression = more
      more = this.qualified(expression)
    }
    return expression
  }

  private qualified(item: Expression): Expression | undefined {
    if (this.isWord('WITHIN')) {
      this.at++
      const seconds = this.positive(true)
      this.word('SECONDS')
      return { op: 'within', item, nanoseconds: BigInt(Math.round(seconds * 1e6)) * 1000n }
    }
    if (this.isWord('REPEATS')) {
      this.at++
      const times = this.positive(false)
      this.word('TIMES')
      return { op: 'repeats', item, times }
    }
    if (!this.isWord('START')) return undefined
    this.at++
    const start = this.time()
    this.word('STOP')
    const stop = this.time()
    return { op: 'startStop', item, start, stop }
  }

  private comparison(): Comparison {
    return this.deeper(() =>
      this.comparisons('OR', 'or', () => this.comparisons('AND', 'and', () => this.test())),
    )
  }

  private comparisons(word: string, op: 'and' | 'or', next: () => Comparison): Comparison {
    const items = [next()]
    while (this.isWord(word)) {
      this.at++
      items.push(next())
    }
    return items.length === 1 ? items[0]! : { op, items }
  }

  private test(): Comparison {
    if (this.isSign('(')) {
      this.at++
      const inside = this.comparison()
      this.sign(')')
      return inside
    }
    const isNegatedExists = this.isWord('NOT')
    if (isNegatedExists) this.at++
    if (isNegatedExists || this.isWord('EXISTS')) {
      this.word('EXISTS')
      return { op: 'exists', path: this.path(), negated: isNegatedExists }
    }
    return this.propertyTest(this.path())
  }

  private propertyTest(path: ObjectPath): Comparison {
    const negated = this.isWord('NOT')
    if (negated) this.at++
    const token = this.tokens[this.at++]
    const operator =
      token &&
      (token.kind === 'sign'
        ? signs[token.text]
        : token.kind === 'word'
          ? (token.text as PropertyOperator)
          : undefined)
    if (operator === 'IN') return { op: 'test', path, operator, negated, constants: this.set() }
    if (operator === 'LIKE' || operator === 'ISSUBSET' || operator === 'ISSUPERSET')
      return { op: 'test', path, operator, negated, constants: [this.string()] }
    if (operator === 'MATCHES') return this.regexTest(path, negated)
    if (token?.kind !== 'sign' || !operator) {
      this.at--
      throw this.fault('a comparison operator')
    }
    const constant = this.constant()
    if (constant.kind === 'boolean' && operator !== '=' && operator !== '!=') {
      this.at--
      throw this.fault('a value that has an order')
    }
    return { op: 'test', path, operator, negated, constants: [constant] }
  }

  private regexTest(path: ObjectPath, negated: boolean): Comparison {
    const constant = this.string()
    try {
      const compiled = RE2JS.compile(constant.value.normalize('NFC'), RE2JS.DOTALL)
      return {
        op: 'test',
        path,
        operator: 'MATCHES',
        negated,
        constants: [constant],
        regex: { test: (text) => compiled.test(text) },
      }
    } catch (error) {
      throw new StixPatternError(
        'STIX_VALUE',
        `a regular expression that can't run in linear time: ${constant.value.slice(0, 80)} (${(error as Error).message})`,
      )
    }
  }

  private path(): ObjectPath {
    const type = this.tokens[this.at++]
    if (!type || (type.kind !== 'hyphened' && !this.isName(type))) {
      this.at--
      throw this.fault('an object type')
    }
    this.sign(':')
    const steps = [this.key()]
    for (;;) {
      if (this.isSign('.')) {
        this.at++
        steps.push(this.key())
      } else if (this.isSign('[')) {
        this.at++
        steps.push(this.index())
        this.sign(']')
      } else return { type: type.text, steps }
    }
  }

  private key(): ObjectPath['steps'][number] {
    const token = this.tokens[this.at++]
    if (token?.kind === 'string') return { kind: 'key', key: unquote(token.text), index: 0 }
    if (token && this.isName(token)) return { kind: 'key', key: token.text, index: 0 }
    this.at--
    throw this.fault('a property name; one with a hyphen stands in quotes')
  }

  private index(): ObjectPath['steps'][number] {
    const token = this.tokens[this.at++]
    if (token?.text === '*') return { kind: 'any', key: '', index: 0 }
    if (token?.kind === 'int') return { kind: 'index', key: '', index: Number(token.text) }
    this.at--
    throw this.fault('an index or *')
  }

  private set(): Constant[] {
    this.sign('(')
    const constants: Constant[] = []
    while (!this.isSign(')')) {
      if (constants.length > 0) this.sign(',')
      constants.push(this.constant())
    }
    this.at++
    const kinds = new Set(constants.map((one) => one.kind))
    if (kinds.size > 1)
      throw new StixPatternError('STIX_VALUE', `a set of mixed types: ${[...kinds].join(', ')}`)
    return constants
  }

  private constant(): Constant {
    const token = this.tokens[this.at++]
    switch (token?.kind) {
      case 'string':
        return { kind: 'string', value: unquote(token.text) }
      case 'int':
      case 'float':
        return { kind: 'number', value: Number(token.text) }
      case 'hex':
        return {
          kind: 'binary',
          written: 'hex',
          value: Buffer.from(token.text.slice(2, -1), 'hex').toString('latin1'),
        }
      case 'base64':
        return {
          kind: 'binary',
          written: 'base64',
          value: Buffer.from(token.text.slice(2, -1), 'base64').toString('latin1'),
        }
      case 'time':
        return { kind: 'timestamp', value: timestampNs(token.text.slice(2, -1))! }
    }
    if (token?.text === 'true' || token?.text === 'false')
      return { kind: 'boolean', value: token.text === 'true' }
    this.at--
    throw this.fault('a value')
  }

  private string(): Constant & { kind: 'string' } {
    const token = this.tokens[this.at]
    if (token?.kind !== 'string') throw this.fault('a string')
    this.at++
    return { kind: 'string', value: unquote(token.text) }
  }

  private time(): bigint {
    const token = this.tokens[this.at]
    if (token?.kind !== 'time') throw this.fault("a timestamp such as t'2016-02-04T20:36:00Z'")
    this.at++
    return timestampNs(token.text.slice(2, -1))!
  }

  private positive(mayBeFraction: boolean): number {
    const token = this.tokens[this.at]
    const isFit = token?.kind === 'int' || (mayBeFraction && token?.kind === 'float')
    if (!isFit || token!.text.startsWith('-')) throw this.fault('a positive number')
    this.at++
    return Number(token!.text)
  }

  private deeper<T>(parse: () => T): T {
    if (++this.depth > maxDepth) throw this.fault(`at most ${maxDepth} nested parts`)
    const value = parse()
    this.depth--
    return value
  }

  private isName(token: Token): boolean {
    return token.kind === 'word' && !keywords.has(token.text)
  }

  private isWord(text: string): boolean {
    const token = this.tokens[this.at]
    return token?.kind === 'word' && token.text === text
  }

  private isSign(text: string): boolean {
    const token = this.tokens[this.at]
    return token?.kind === 'sign' && token.text === text
  }

  private word(text: string): void {
    if (!this.isWord(text)) throw this.fault(text)
    this.at++
  }

  private sign(text: string): void {
    if (!this.isSign(text)) throw this.fault(`"${text}"`)
    this.at++
  }

  private fault(expected: string): StixPatternError {
    const token = this.tokens[this.at]
    const place = token ? `column ${token.at + 1}` : 'the end'
    const found = token ? `"${token.text.slice(0, 40)}"` : 'nothing more'
    return new StixPatternError(
      'STIX_SYNTAX',
      `${place}: expected ${expected}, found ${found} in ${this.source.slice(0, 120)}`,
    )
  }
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(['\\])/g, '$1')
}

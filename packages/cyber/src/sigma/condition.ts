import { SigmaError } from './errors.ts'

/** A condition over search identifiers. */
export type Condition =
  | { readonly op: 'search'; readonly name: string }
  | { readonly op: 'and' | 'or'; readonly items: readonly Condition[] }
  | { readonly op: 'not'; readonly item: Condition }
  /** `n` of the named searches at least. */
  | { readonly op: 'some'; readonly n: number; readonly names: readonly string[] }

const maxDepth = 64

/**
 * Parses a condition (specification 2.1): `or` binds least, then `and`, `not`, `x of`, parentheses.
 * @param names all search identifiers of the rule
 * @throws {SigmaError} `SIGMA_CONDITION` on a syntax error or an unknown name; `SIGMA_UNSUPPORTED` on the pipe
 *   aggregations that specification 2 replaced with correlations
 */
export function parseCondition(text: string, names: readonly string[], where: string): Condition {
  return new Parser(text, names, where).parse()
}

class Parser {
  private at = 0
  private depth = 0
  private readonly tokens: string[]
  private readonly text: string
  private readonly names: readonly string[]
  private readonly where: string

  constructor(text: string, names: readonly string[], where: string) {
    this.text = text
    this.names = names
    this.where = where
    this.tokens = text.match(/[()|]|[^\s()|]+/g) ?? []
  }

  parse(): Condition {
    const condition = this.or()
    const rest = this.tokens[this.at]
    if (rest === '|')
      throw new SigmaError('SIGMA_UNSUPPORTED', {
        expected: 'a condition of specification 2',
        found: `the pipe aggregation "${this.text}"`,
        where: this.where,
        remedy: 'Write it as a correlation rule (event_count, value_count, temporal).',
      })
    if (rest !== undefined) throw this.fault('the end of the condition', `"${rest}"`)
    return condition
  }

  private or(): Condition {
    return this.chain('or', () => this.chain('and', () => this.not()))
  }

  private chain(op: 'and' | 'or', next: () => Condition): Condition {
    const items = [next()]
    while (this.isWord(op)) {
      this.at++
      items.push(next())
    }
    return items.length === 1 ? items[0]! : { op, items }
  }

  private not(): Condition {
    if (!this.isWord('not')) return this.primary()
    this.at++
    return { op: 'not', item: this.deeper(() => this.not()) }
  }

  private primary(): Condition {
    const token = this.tokens[this.at++]
    if (token === undefined) throw this.fault('a search identifier', 'the end')
    if (token === '(') {
      const inside = this.deeper(() => this.or())
      if (this.tokens[this.at++] !== ')')
        throw this.fault('")"', `"${this.tokens[this.at - 1] ?? 'the end'}"`)
      return inside
    }
    if (this.isWord('of')) return this.quantified(token)
    if (!this.names.includes(token))
      throw this.fault(`one of the search identifiers ${this.names.join(', ')}`, `"${token}"`)
    return { op: 'search', name: token }
  }

  private quantified(quantity: string): Condition {
    this.at++
    const pattern = this.tokens[this.at++]
    if (pattern === undefined) throw this.fault('"them" or a pattern of search identifiers', 'the end')
    const names = this.matching(pattern)
    if (names.length === 0) throw this.fault(`search identifiers like "${pattern}"`, this.names.join(', '))
    const amount = quantity.toLowerCase()
    if (amount === 'all') return { op: 'some', n: names.length, names }
    if (amount === 'any') return { op: 'some', n: 1, names }
    if (/^[1-9]\d{0,5}$/.test(amount)) return { op: 'some', n: Number(amount), names }
    throw this.fault('a number, "all" or "any" before "of"', `"${quantity}"`)
  }

  private matching(pattern: string): string[] {
    if (pattern.toLowerCase() === 'them') return this.names.filter((name) => !name.startsWith('_'))
    const regex = new RegExp(`^${pattern.split('*').map(escapeRegex).join('.*')}$`)
    return this.names.filter((name) => regex.test(name))
  }

  private deeper(parse: () => Condition): Condition {
    if (++this.depth > maxDepth) throw this.fault(`at most ${maxDepth} nested parts`, 'more')
    const condition = parse()
    this.depth--
    return condition
  }

  private isWord(word: string): boolean {
    return this.tokens[this.at]?.toLowerCase() === word
  }

  private fault(expected: string, found: string): SigmaError {
    return new SigmaError('SIGMA_CONDITION', {
      expected,
      found: `${found} in "${this.text.slice(0, 120)}"`,
      where: this.where,
      remedy: 'Correct the condition of the rule.',
    })
  }
}

function escapeRegex(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
}

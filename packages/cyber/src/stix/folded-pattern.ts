import { RE2JS } from 're2js'
import { requiredLiteral } from '../sigma/regex.ts'
import type { Comparison, Constant, Expression, ObjectPath } from './pattern-types.ts'
import { fullKey } from './record-values.ts'

/** A pattern made ready for records: without case, its observation expressions numbered. */
export interface FoldedPattern {
  readonly expression: Expression
  readonly leaves: readonly Leaf[]
}

/** One observation expression. */
export interface Leaf {
  readonly comparison: Comparison
  /** Texts of which a record that meets it must hold one; undefined where it rests on no text. */
  readonly literals?: readonly string[]
}

/** Shorter texts are met everywhere, and slow the search for all others. */
const shortest = 4

/** Folds the case of all that a pattern asks for, and finds by which texts a record can be known to concern it. */
export function foldPattern(expression: Expression): FoldedPattern {
  const leaves: Leaf[] = []
  const walk = (one: Expression): Expression => {
    if (one.op === 'observe') {
      const comparison = fold(one.comparison)
      const literals = witness(comparison)
      leaves.push({ comparison, ...(literals && { literals }) })
      return { op: 'observe', comparison }
    }
    if ('items' in one) return { ...one, items: one.items.map(walk) }
    return { ...one, item: walk(one.item) }
  }
  return { expression: walk(expression), leaves }
}

function fold(asked: Comparison): Comparison {
  if (asked.op === 'exists') return asked
  if (asked.op !== 'test') return { ...asked, items: asked.items.map(fold) }
  const constants = asked.constants.map((one) => foldConstant(one, asked.path))
  if (asked.operator !== 'MATCHES') return { ...asked, constants }
  const source = (asked.constants[0] as { value: string }).value
  const compiled = RE2JS.compile(source.normalize('NFC'), RE2JS.DOTALL | RE2JS.CASE_INSENSITIVE)
  return { ...asked, regex: { test: (text) => compiled.test(text) } }
}

function foldConstant(constant: Constant, path: ObjectPath): Constant {
  if (constant.kind !== 'string') return constant
  const lower = constant.value.toLowerCase()
  if (path.type === 'windows-registry-key') return { kind: 'string', value: fullKey(lower) }
  // A folder is the same with its last slash and without.
  const isFolder = path.steps.at(-1)?.key === 'path' && lower.length > 1
  return { kind: 'string', value: isFolder ? lower.replace(/[\\/]$/, '') : lower }
}

/** Texts of which one must stand in the record; the choice whose shortest text is longest, where there are several. */
function witness(asked: Comparison): readonly string[] | undefined {
  if (asked.op === 'exists') return undefined
  if (asked.op === 'test') return asked.negated ? undefined : literalsOf(asked)
  const choices = asked.items.map(witness)
  if (asked.op === 'or')
    return choices.every((one) => one !== undefined) ? [...new Set(choices.flat() as string[])] : undefined
  let best: readonly string[] | undefined
  for (const one of choices) if (one && (!best || worth(one) > worth(best))) best = one
  return best
}

function worth(literals: readonly string[]): number {
  return Math.min(...literals.map(({ length }) => length))
}

function literalsOf({ path, operator, constants }: Comparison & { op: 'test' }): string[] | undefined {
  if (isMadeHere(path)) return undefined
  const found: string[] = []
  for (const constant of constants) {
    const literal = literalOf(constant, operator)
    const piece = literal === undefined ? '' : longestPiece(literal, path)
    if (piece.length < shortest) return undefined
    found.push(piece)
  }
  return found
}

function literalOf(constant: Constant, operator: string): string | undefined {
  if (constant.kind === 'number') return operator === '=' ? String(constant.value) : undefined
  if (constant.kind !== 'string') return undefined
  if (operator === '=' || operator === 'IN') return constant.value
  if (operator === 'LIKE') return longest(constant.value.split(/[%_]/))
  return operator === 'MATCHES' ? requiredLiteral(constant.value).toLowerCase() : undefined
}

/** What does not stand in records as patterns ask for it: their mapping gives it. */
function isMadeHere({ type, steps }: ObjectPath): boolean {
  const last = steps.at(-1)?.key ?? ''
  return last === 'type' || steps[0]?.key === 'protocols' || (type === 'process' && /pid$/.test(last))
}

/** Addresses of pages and keys of the registry may stand in several fields or begin otherwise: their longest part. */
function longestPiece(literal: string, { type }: ObjectPath): string {
  if (type === 'url') return longest(literal.split(/[/?#:]+/).filter((one) => !/^https?$/.test(one)))
  if (type === 'windows-registry-key')
    return longest(literal.split('\\').filter((one) => !one.startsWith('hk')))
  return literal
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, one) => (one.length > best.length ? one : best), '')
}

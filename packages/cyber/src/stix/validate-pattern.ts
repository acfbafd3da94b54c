import { parseStixPattern } from './parse-pattern.ts'
import { type Comparison, type Expression, StixPatternError } from './pattern-types.ts'

const hashLengths: Readonly<Record<string, number>> = {
  MD5: 32,
  'SHA-1': 40,
  SHA1: 40,
  'SHA-256': 64,
  SHA256: 64,
  'SHA-512': 128,
  SHA512: 128,
  'SHA3-256': 64,
  'SHA3-512': 128,
}

/** What is wrong with a pattern that a careful author would mend: syntax, doubled qualifiers, hashes that are none. Empty where nothing is. */
export function validateStixPattern(source: string): string[] {
  try {
    const faults: string[] = []
    visit(parseStixPattern(source).expression, [], faults)
    return faults
  } catch (error) {
    if (error instanceof StixPatternError) return [error.message]
    throw error
  }
}

function visit(expression: Expression, qualifiers: readonly string[], faults: string[]): void {
  if ('items' in expression) for (const item of expression.items) visit(item, [], faults)
  else if (expression.op !== 'observe') visit(expression.item, [...qualifiers, expression.op], faults)
  else {
    checkHashes(expression.comparison, faults)
    const doubled = qualifiers.find((one, i) => qualifiers.indexOf(one) < i)
    if (doubled) faults.push(`the qualifier ${doubled} stands twice on one observation`)
  }
}

function checkHashes(comparison: Comparison, faults: string[]): void {
  if ('items' in comparison) for (const item of comparison.items) checkHashes(item, faults)
  if (comparison.op !== 'test' || !['=', '!=', 'IN'].includes(comparison.operator)) return
  const at = comparison.path.steps.findIndex((step) => step.key === 'hashes')
  const kind = at === -1 ? undefined : comparison.path.steps[at + 1]?.key
  const length = kind === undefined ? undefined : hashLengths[kind.toUpperCase()]
  if (length === undefined) return
  for (const constant of comparison.constants)
    if (
      constant.kind === 'string' &&
      (constant.value.length !== length || !/^[0-9a-f]+$/i.test(constant.value))
    )
      faults.push(`"${constant.value}" is no ${kind} hash`)
}

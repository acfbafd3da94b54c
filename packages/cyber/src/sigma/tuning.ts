import { type LogRecord, recordText } from '../records/record.ts'
import { SigmaError } from './errors.ts'
import type { LinearRegex } from './predicate.ts'
import { compileRegex } from './regex.ts'

/** A site's word that a rule's match is known and harmless where the record's text matches. */
export interface KnownFalsePositive {
  readonly ruleId: string
  readonly pattern: LinearRegex
}

/**
 * Reads a list of known false positives in SigmaHQ's form (`RuleId;RuleName;MatchString`, a regular expression).
 * Lines that can't be read are named errors.
 */
export function parseKnownFalsePositives(
  text: string,
  where: string,
): { readonly known: KnownFalsePositive[]; readonly rejects: SigmaError[] } {
  const known: KnownFalsePositive[] = []
  const rejects: SigmaError[] = []
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#') || (i === 0 && line.startsWith('RuleId;'))) continue
    const [ruleId, , ...rest] = line.split(';')
    const place = `${where}:${i + 1}`
    try {
      if (!ruleId || rest.length === 0)
        throw new SigmaError('SIGMA_STRUCTURE', {
          expected: 'RuleId;RuleName;MatchString',
          found: line.slice(0, 80),
          where: place,
          remedy: 'Correct the line; it is passed over until then.',
        })
      known.push({ ruleId: ruleId.trim(), pattern: compileRegex(rest.join(';').trim(), new Set('s'), place) })
    } catch (error) {
      if (!(error instanceof SigmaError)) throw error
      rejects.push(error)
    }
  }
  return { known, rejects }
}

/** Sets known false positives aside, and counts them by rule: nothing vanishes without a figure. */
export class Tuning {
  readonly setAside = new Map<string, number>()
  private readonly byRule = new Map<string, KnownFalsePositive[]>()

  constructor(known: readonly KnownFalsePositive[]) {
    for (const one of known) this.byRule.set(one.ruleId, [...(this.byRule.get(one.ruleId) ?? []), one])
  }

  /** Whether a site says that this rule's match of this record is harmless. */
  isKnown(ruleId: string, record: LogRecord): boolean {
    const list = this.byRule.get(ruleId)
    if (!list) return false
    const text = recordText(record.fields)
    if (!list.some(({ pattern }) => pattern.test(text))) return false
    this.setAside.set(ruleId, (this.setAside.get(ruleId) ?? 0) + 1)
    return true
  }
}

import { readFile } from 'node:fs/promises'
import { basename, relative } from 'node:path'
import {
  type KnownFalsePositive,
  noTuning,
  parseKnownFalsePositives,
  parseSigma,
  parseSiteTuning,
  parseStreamRule,
  type SigmaDocument,
  SigmaError,
  type SiteTuning,
  type StreamRule,
} from '@cordon/cyber'
import { CordonError } from '@cordon/model'
import type { PaymentRules } from '@cordon/payments'
import { ruleFiles } from '../network/rules.ts'
import { paymentMethodOf, paymentRulesOf } from '../payments/pack.ts'

/** A file of a site's own rules, tuning or thresholds. */
export interface OwnFile {
  readonly name: string
  readonly text: string
}

/** Something that could not be used, and why; the rest runs. */
export interface OwnReject {
  readonly where: string
  readonly reason: string
}

/** What a site runs instead of the pack's. */
export interface OwnRules {
  readonly name: string
  readonly documents: readonly SigmaDocument[]
  readonly streams: readonly StreamRule[]
  readonly tuning: SiteTuning
  readonly knownFalsePositives: readonly KnownFalsePositive[]
  /** Absent: the pack's. */
  readonly payments?: PaymentRules
  readonly rejects: readonly OwnReject[]
}

/** Most text of own rules that is read. */
export const mostOwnBytes = 50_000_000

/** Reads the files below a folder, or the one file. */
export async function readOwnFiles(path: string): Promise<OwnFile[]> {
  const files = await ruleFiles(path)
  const read: OwnFile[] = []
  for (const file of files)
    read.push({ name: relative(process.cwd(), file) || file, text: await readFile(file, 'utf8') })
  return read
}

/**
 * A site's own rules from its files, each told by its content: Sigma rules, correlations and filters, rules over many records, tuning
 * (`disable`, `levels`, `ignore`, `placeholders`), known false positives (`RuleId;RuleName;MatchString`), rules on payments
 * (`method` and `rules`) or only their thresholds (`method`).
 * @throws CordonError CORDON_NO_RULES where there is none of these
 */
export function ownRulesOf(files: readonly OwnFile[], name: string, payments: PaymentRules): OwnRules {
  const own = new OwnReader(payments)
  for (const file of files) own.take(file)
  if (!own.isFound)
    throw new CordonError({
      code: 'CORDON_NO_RULES',
      expected: 'Sigma rules, stream rules, tuning, or rules or thresholds for payments',
      found:
        files.length === 0
          ? 'no file of YAML'
          : `${files.length} files, none of which is one: ${files
              .slice(0, 5)
              .map((one) => basename(one.name))
              .join(', ')}`,
      where: name,
      remedy:
        'Name the folder of the rules that you run, or one file of them; docs/how-to/own-drill.md tells the forms.',
    })
  return { name, ...own.read }
}

class OwnReader {
  isFound = false
  private readonly documents: SigmaDocument[] = []
  private readonly streams: StreamRule[] = []
  private readonly knownFalsePositives: KnownFalsePositive[] = []
  private readonly rejects: OwnReject[] = []
  private tuning: SiteTuning = noTuning
  private payments: PaymentRules | undefined
  private readonly base: PaymentRules

  constructor(base: PaymentRules) {
    this.base = base
  }

  get read() {
    const { documents, streams, knownFalsePositives, rejects, tuning, payments } = this
    return { documents, streams, knownFalsePositives, rejects, tuning, ...(payments && { payments }) }
  }

  take({ name, text }: OwnFile): void {
    try {
      this.isFound = this.taken(name, text) || this.isFound
    } catch (error) {
      if (!(error instanceof SigmaError) && !(error instanceof CordonError)) throw error
      this.rejects.push(rejectOf(error))
    }
  }

  private taken(name: string, text: string): boolean {
    const has = (keys: string) => new RegExp(`^(?:${keys})\\s*:`, 'm').test(text)
    if (has('stream')) this.streams.push(parseStreamRule(text, name))
    else if (has('detection|correlation|filter')) {
      const read = parseSigma(text, name)
      this.documents.push(...read.documents)
      this.rejects.push(...read.rejects.map(rejectOf))
    } else if (has('method'))
      this.payments = has('rules')
        ? paymentRulesOf(text, name)
        : paymentMethodOf(text, name, this.payments ?? this.base)
    else if (has('disable|levels|ignore|placeholders'))
      this.tuning = joined(this.tuning, parseSiteTuning(text, name))
    else if (/^[^;\n]+;[^;\n]*;/m.test(text) && !/\.ya?ml$/i.test(name)) {
      const { known, rejects } = parseKnownFalsePositives(text, name)
      this.knownFalsePositives.push(...known)
      this.rejects.push(...rejects.map(rejectOf))
    } else {
      this.rejects.push({ where: name, reason: 'neither rules nor tuning nor thresholds; left out' })
      return false
    }
    return true
  }
}

function joined(one: SiteTuning, other: SiteTuning): SiteTuning {
  return {
    disable: [...one.disable, ...other.disable],
    levels: { ...one.levels, ...other.levels },
    placeholders: { ...one.placeholders, ...other.placeholders },
    ignore: [...one.ignore, ...other.ignore],
  }
}

/** A fault in words. */
export function rejectOf({
  where,
  expected,
  found,
}: Pick<SigmaError, 'where' | 'expected' | 'found'>): OwnReject {
  return { where, reason: `expected ${expected}, found ${found}` }
}

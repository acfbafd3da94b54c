import type { KnowledgeView } from './actor-knowledge.ts'
import type { Attribution } from './attribution.ts'
import { type Feature, type FeatureKind, featureKey, specificKinds } from './features.ts'

/** How a piece of evidence stands to a hypothesis: consistent, inconsistent, neutral, or it says nothing of it. */
export const matrixCells = ['C', 'I', 'N', 'NA'] as const
/** One of `matrixCells`. */
export type MatrixCell = (typeof matrixCells)[number]

/** How much a row's source is believed, and how much the row bears on the question. */
export const matrixWeights = ['low', 'medium', 'high'] as const
/** One of `matrixWeights`. */
export type MatrixWeight = (typeof matrixWeights)[number]

/** A possible answer. */
export interface MatrixHypothesis {
  /** An `Actor.id`, `someone-else`, `false-flag`, or one that a person made. */
  readonly id: string
  readonly label: string
}

/** One piece of evidence against all hypotheses. */
export interface MatrixRow {
  readonly id: string
  readonly label: string
  readonly kind?: FeatureKind
  readonly credibility: MatrixWeight
  readonly relevance: MatrixWeight
  /** In the order of the hypotheses. */
  readonly cells: readonly MatrixCell[]
  readonly note?: string
}

/** Analysis of competing hypotheses as a table. */
export interface HypothesisMatrix {
  readonly hypotheses: readonly MatrixHypothesis[]
  readonly rows: readonly MatrixRow[]
}

/** Most groups that are put as hypotheses; a person adds more. */
const mostGroups = 4
/** Groups at most for which a program still speaks against the others. */
const fewUsers = 3

/** Each step doubles or halves a row's weight when both move. */
const factors: Readonly<Record<MatrixWeight, number>> = { low: Math.SQRT1_2, medium: 1, high: Math.SQRT2 }

/**
 * How much speaks against each hypothesis: its inconsistent cells, each by its row's weights. The least is the best supported one; what is
 * consistent adds nothing, because it is so with others too (Heuer, Psychology of Intelligence Analysis, ch. 8).
 * @returns one sum a hypothesis, in their order
 */
export function inconsistency({ hypotheses, rows }: HypothesisMatrix): number[] {
  return hypotheses.map((_, at) =>
    rows.reduce(
      (sum, { cells, credibility, relevance }) =>
        cells[at] === 'I' ? sum + factors[credibility] * factors[relevance] : sum,
      0,
    ),
  )
}

/** Whether a row tells hypotheses apart: cells that all say the same don't. */
export function isDiagnostic({ cells }: Pick<MatrixRow, 'cells'>): boolean {
  return new Set(cells.filter((cell) => cell !== 'NA')).size > 1
}

/**
 * The matrix as the machine fills it. A person changes any of it. Not being reported with a technique is neutral, never inconsistent. What
 * has been published can be copied, so that it doesn't speak against a false flag; a host or a wallet must be held.
 */
export function prefilledMatrix(
  view: KnowledgeView,
  seen: readonly Feature[],
  { candidates }: Pick<Attribution, 'candidates'>,
): HypothesisMatrix {
  const groups = candidates.slice(0, mostGroups).map(({ actor }) => actor)
  const hypotheses = [
    ...groups.map(({ id, name }) => ({ id, label: name })),
    { id: 'someone-else', label: 'Someone else' },
    { id: 'false-flag', label: 'False flag' },
  ]
  const rows = [...new Map(seen.map((feature) => [featureKey(feature), feature])).values()].map((feature) => {
    const users = view.users(feature)
    const isOwn = specificKinds.has(feature.kind) && !feature.isPublic
    const isSomebodys = isOwn && users.length > 0 && users.length <= fewUsers
    const cells: MatrixCell[] = groups.map(({ id }) => {
      if (users.some(({ actor }) => view.knowledge.actors[actor]!.id === id)) return 'C'
      if (isSomebodys) return 'I'
      // Where nobody is known for such a thing, there is nothing that it could be compared with.
      return users.length === 0 && !isOwn ? 'NA' : 'N'
    })
    cells.push(isSomebodys ? 'I' : users.length === 0 && isOwn ? 'C' : 'N')
    cells.push(isHeld(feature) && users.length > 0 ? 'I' : isOwn && users.length === 0 ? 'N' : 'C')
    return {
      id: featureKey(feature),
      label: feature.label,
      kind: feature.kind,
      credibility: 'medium' as const,
      relevance: isSomebodys ? ('high' as const) : isOwn ? ('medium' as const) : ('low' as const),
      cells,
    }
  })
  return { hypotheses, rows: rows.sort(byDiagnosis) }
}

/** What one can't copy from a report, but must have control of. */
function isHeld({ kind }: Feature): boolean {
  return kind === 'infrastructure' || kind === 'wallet'
}

function byDiagnosis(a: MatrixRow, b: MatrixRow): number {
  const rank = { high: 0, medium: 1, low: 2 }
  return (
    Number(isDiagnostic(b)) - Number(isDiagnostic(a)) ||
    rank[a.relevance] - rank[b.relevance] ||
    (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)
  )
}

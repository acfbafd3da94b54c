import type { EntryChange, EntryMove, ListDiff } from '@cordon/knowledge'
import { normaliseName } from '@cordon/text'

/** How an entry changed. */
export const moveKinds = ['added', 'removed', 'changed'] as const
/** One of `moveKinds`. */
export type MoveKind = (typeof moveKinds)[number]

/** What a comparison is narrowed to. */
export interface DiffFilter {
  readonly kind?: MoveKind
  /** Only entries in which this field changed (`alias`, `sanction.program` ...). */
  readonly field?: string
  /** Only entries whose id, name, basis or changed values hold all these words. */
  readonly search?: string
  /** Only what changes who an entry is or why it is listed. */
  readonly material?: boolean
  readonly schema?: string
}

/** One line of a comparison: an entry and what became of it. */
export type DiffLine =
  | ({ readonly kind: 'added' | 'removed' } & EntryMove)
  | ({ readonly kind: 'changed' } & EntryChange)

/** The lines of a comparison that a filter lets through: those that came, those that went, those that changed. */
export function diffLines(diff: ListDiff, filter: DiffFilter = {}): DiffLine[] {
  const all: DiffLine[] = [
    ...diff.added.map((one) => ({ kind: 'added' as const, ...one })),
    ...diff.removed.map((one) => ({ kind: 'removed' as const, ...one })),
    ...diff.changed.map((one) => ({ kind: 'changed' as const, ...one })),
  ]
  const words = normaliseName(filter.search ?? '')
    .split(' ')
    .filter(Boolean)
  return all.flatMap((line) => {
    if (filter.kind && line.kind !== filter.kind) return []
    if (filter.schema && line.schema !== filter.schema) return []
    const narrowed = narrow(line, filter)
    return narrowed && holdsAll(narrowed, words) ? [narrowed] : []
  })
}

/** A changed entry with only the changes asked for; whole entries come and go materially and in every field. */
function narrow(line: DiffLine, { field, material }: DiffFilter): DiffLine | undefined {
  if (line.kind !== 'changed') return field ? undefined : line
  const changes = line.changes.filter(
    (change) => (!field || change.field === field) && (!material || change.material),
  )
  return changes.length > 0 ? { ...line, changes } : undefined
}

function holdsAll(line: DiffLine, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const texts =
    line.kind === 'changed'
      ? line.changes.flatMap(({ words: told, before, after }) => [told, ...before, ...after])
      : line.basis
  const text = normaliseName([line.id, line.caption, ...texts].join(' '))
  return words.every((word) => text.includes(word))
}

/** The fields that changed, with in how many entries each, most first. */
export function changedFields(diff: ListDiff): { field: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { changes } of diff.changed)
    for (const field of new Set(changes.map((change) => change.field)))
      counts.set(field, (counts.get(field) ?? 0) + 1)
  return [...counts]
    .map(([field, count]) => ({ field, count }))
    .sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1))
}

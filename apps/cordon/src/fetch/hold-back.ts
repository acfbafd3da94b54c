import { CordonError } from '@cordon/model'
import type { ImportCheck } from '../store/index.ts'

/** Kinds of records below this number may come and go: a fifth of ten is two. */
const fewest = 25

/**
 * Why a new version may not answer before a person has looked at it: it lost more of its entries than it may, far more of them
 * can't be read, or it is of another format. Undefined where nothing speaks against it.
 * @param maxLoss share of the entries, 0 to 1
 */
export function reasonToHold(
  { report, entities, rejects, current }: ImportCheck,
  maxLoss: number,
): string | undefined {
  if (!current) return undefined
  if (report.format !== current.format && report.format !== 'ftm-delta' && current.format !== 'ftm-delta')
    return `it is of the format ${report.format}, the version before of ${current.format}`
  const losses = [
    ['entities', current.entities, entities] as const,
    // Between whole lists of one format also each kind of record by itself: all ships may be gone from a long list.
    ...(report.format === current.format && report.format !== 'ftm-delta'
      ? Object.entries(current.report.read).map(
          ([kind, before]) => [kind, before, report.read[kind] ?? 0] as const,
        )
      : []),
  ]
  for (const [kind, before, now] of losses)
    if (before >= fewest && now < before * (1 - maxLoss))
      return `it has ${now} ${kind}, the version before ${before}: ${Math.round((100 * (before - now)) / before)} % are gone, at most ${Math.round(100 * maxLoss)} % may`
  const share = rejects / Math.max(1, entities + rejects)
  const before = current.rejects / Math.max(1, current.entities + current.rejects)
  if (share > 0.05 && share > 2 * before)
    return `${rejects} of its records could not be read, of the version before ${current.rejects}`
  return undefined
}

/** What stops an import that is to be held back. */
export function heldBack(name: string, reason: string): CordonError {
  return new CordonError({
    code: 'CORDON_LIST_HELD',
    expected: 'a list like the version before',
    found: reason,
    where: name,
    remedy: `Look at the publisher's page; if it is right, \`cordon lists update --accept ${name}\` takes it. The version before answers still.`,
  })
}

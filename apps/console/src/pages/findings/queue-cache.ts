import type { InfiniteData } from '@tanstack/react-query'
import type { Decision, Finding, FindingsPage, VerdictFilter } from '../../api/types.ts'

/** The pages of the queue as they are held. */
export type Queue = InfiniteData<FindingsPage>

/** All findings that are held, in order. */
export function findingsOf(queue: Queue | undefined): Finding[] {
  return queue?.pages.flatMap((page) => page.findings) ?? []
}

/**
 * The queue after a decision: the finding leaves where the filter asks for another verdict, stays with its new one
 * elsewhere, and the counts move. Saves asking for a thousand pages again after every key.
 */
export function withDecision(
  queue: Queue,
  filter: VerdictFilter,
  finding: Finding,
  decision: Decision | null,
): Queue {
  const from = finding.decision?.verdict ?? 'undecided'
  const to = decision?.verdict ?? 'undecided'
  const stays = filter === 'all' || filter === to
  return {
    ...queue,
    pages: queue.pages.map((page) => ({
      ...page,
      counts: moved(page.counts, from, to),
      findings: page.findings.flatMap((one) =>
        one.id !== finding.id ? [one] : stays ? [{ ...one, decision }] : [],
      ),
    })),
  }
}

/** The queue with a finding put back at the place in the order where it was. */
export function withFindingAt(queue: Queue, finding: Finding, at: number): Queue {
  let left = at
  let isPut = findingsOf(queue).some(({ id }) => id === finding.id)
  const pages = queue.pages.map((page, index) => {
    const isLast = index === queue.pages.length - 1
    if (isPut || (left > page.findings.length && !isLast)) {
      left -= page.findings.length
      return page
    }
    isPut = true
    return { ...page, findings: page.findings.toSpliced(left, 0, finding) }
  })
  return { ...queue, pages }
}

function moved(
  counts: FindingsPage['counts'],
  from: VerdictFilter,
  to: VerdictFilter,
): FindingsPage['counts'] {
  if (from === to) return counts
  const by = (verdict: VerdictFilter, step: number) =>
    counts[verdict] === undefined ? {} : { [verdict]: Math.max(0, counts[verdict] + step) }
  return { ...counts, ...by(from, -1), ...by(to, 1) }
}

import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { type FindingsFilter, useDecide, useFinding, useFindings } from '../../api/queries.ts'
import type { Finding, Verdict } from '../../api/types.ts'
import { strings } from '../../strings/index.ts'
import { findingsOf, type Queue, withDecision, withFindingAt } from './queue-cache.ts'

interface Done {
  readonly finding: Finding
  readonly at: number
}

/** The queue, the finding chosen in it, and what a person can do to it. `choose` puts an id into the address. */
export function useQueue(
  filter: FindingsFilter,
  id: string | undefined,
  choose: (id: string | undefined) => void,
) {
  const query = useFindings(filter)
  const client = useQueryClient()
  const decision = useDecide()
  const findings = useMemo(() => findingsOf(query.data), [query.data])
  const at = id === undefined ? 0 : findings.findIndex((finding) => finding.id === id)
  const elsewhere = useFinding(id !== undefined && at === -1 && !query.isPending ? id : undefined)
  const chosen = findings[at] ?? elsewhere.data
  const done = useRef<Done[]>([])
  const [news, setNews] = useState('')
  const key = ['findings', filter]
  const patch = (change: (queue: Queue) => Queue) =>
    client.setQueryData<Queue>(key, (queue) => queue && change(queue))

  const decide = async (finding: Finding, verdict: Verdict, reason: string) => {
    const place = findings.findIndex((one) => one.id === finding.id)
    await decision.mutateAsync({ id: finding.id, verdict, reason })
    done.current.push({ finding, at: place })
    patch((queue) => withDecision(queue, filter.verdict, finding, { verdict, reason }))
    setNews(strings.findings.saved(strings.findings.decided[verdict]))
    const next = findings[place + 1] ?? findings[place - 1]
    if (place !== -1) choose(next?.id)
  }
  const undo = async () => {
    const last = done.current.pop()
    if (!last) return setNews(strings.findings.nothingToUndo)
    const before = last.finding.decision
    await decision.mutateAsync({
      id: last.finding.id,
      verdict: before?.verdict ?? null,
      reason: before?.reason ?? '',
    })
    const current = { ...last.finding, decision: null }
    patch((queue) => {
      const decided = findingsOf(queue).find((one) => one.id === last.finding.id)
      const restored = withDecision(queue, filter.verdict, decided ?? current, before ?? null)
      return last.at === -1 ? restored : withFindingAt(restored, last.finding, last.at)
    })
    void client.invalidateQueries({ queryKey: ['open-findings'] })
    setNews(strings.findings.undone)
    choose(last.finding.id)
  }
  const move = (step: number) => {
    const next = findings[Math.min(findings.length - 1, Math.max(0, (at === -1 ? 0 : at) + step))]
    if (next) choose(next.id)
  }
  return {
    query,
    findings,
    at,
    chosen,
    news,
    decide,
    undo,
    move,
    isSaving: decision.isPending,
    fault: decision.error,
  }
}

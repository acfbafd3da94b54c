import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import {
  type CaseFinding,
  type CaseFindingsFilter,
  useCaseChanges,
  useCaseFindings,
} from '../../api/cases.ts'
import { useDecide } from '../../api/queries.ts'
import type { Decision, Verdict } from '../../api/types.ts'

type Pages = InfiniteData<{ readonly findings: readonly CaseFinding[]; readonly next?: string }>

/** The findings of a case, which one is read, and what a person decides of it. */
export function useCaseQueue(id: number, filter: CaseFindingsFilter) {
  const query = useCaseFindings(id, filter)
  const client = useQueryClient()
  const decision = useDecide()
  const { settle } = useCaseChanges()
  const [chosenId, choose] = useState<string>()
  const findings = useMemo(() => query.data?.pages.flatMap((page) => page.findings) ?? [], [query.data])
  const found = chosenId === undefined ? 0 : findings.findIndex(({ finding }) => finding.id === chosenId)
  const at = Math.min(Math.max(0, found), findings.length - 1)
  const chosen = findings[at]
  /** Patched rather than asked for again: a long case has many pages. */
  const patch = (finding: string, decided: Decision | null) =>
    client.setQueryData<Pages>(
      ['case-findings', id, { undecided: filter.undecided, q: filter.q }],
      (pages) =>
        pages && {
          ...pages,
          pages: pages.pages.map((page) => ({
            ...page,
            findings: page.findings.map((one) =>
              one.finding.id === finding
                ? { ...one, changedSinceDecision: false, finding: { ...one.finding, decision: decided } }
                : one,
            ),
          })),
        },
    )
  const refresh = () => {
    for (const key of ['case', 'case-events', 'cases']) void client.invalidateQueries({ queryKey: [key] })
  }
  const decide = async (one: CaseFinding, verdict: Verdict, reason: string) => {
    await decision.mutateAsync({ id: one.finding.id, verdict, reason })
    patch(one.finding.id, { verdict, reason })
    refresh()
  }
  const takeBack = async ({ finding }: CaseFinding) => {
    const before = finding.decision
    await decision.mutateAsync({
      id: finding.id,
      verdict: before?.verdict ?? null,
      reason: before?.reason ?? '',
    })
    patch(finding.id, before ?? null)
    refresh()
  }
  const move = (step: number) => {
    const next = findings[Math.min(findings.length - 1, Math.max(0, at + step))]
    if (next) choose(next.finding.id)
  }
  return {
    query,
    findings,
    at,
    chosen,
    choose,
    move,
    decide,
    takeBack,
    settle,
    isSaving: decision.isPending,
    fault: decision.error,
  }
}

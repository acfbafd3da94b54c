import type { Finding } from '@cordon/model'

/** Puts findings into the store of a data folder, beside the server that runs on it, as a watch does. */
export async function putFindings(data: string, findings: readonly Finding[]): Promise<void> {
  const { openStore } = await import('cordon/store')
  const store = await openStore({ kind: 'embedded', data })
  try {
    for (let from = 0; from < findings.length; from += 1_000)
      await store.findings.upsert(findings.slice(from, from + 1_000))
  } finally {
    await store.close()
  }
}

/** What a finding made for a test may say otherwise. */
export type FindingLike = Partial<Finding> & Pick<Finding, 'id'>

/** A finding with what a test leaves out filled in. */
export function findingLike(more: FindingLike): Finding {
  return {
    revision: 1,
    state: 'open',
    watch: 'screening',
    rule: 'screening.listed-party',
    ruleVersion: '1',
    severity: 'medium',
    score: 0.82,
    subjects: [],
    matches: [],
    window: { start: Date.UTC(2026, 0, 5) },
    evidence: [],
    knowledgeVersions: { us_ofac_sdn: '2025-09-03' },
    marking: 'TLP:AMBER',
    statement: 'Something to look at.',
    ...more,
  }
}

import { isoSeconds } from '@cordon/model'
import type { Released } from './release.ts'

const columns = [
  'case', 'finding', 'severity', 'door', 'rule', 'strength', 'probability', 'start', 'end', 'lat', 'lon', 'subjects', 'matches',
  'statement', 'verdict', 'reason', 'decided', 'judged_against', 'marking',
] as const // biome-ignore format: a table

/**
 * A text as a cell that no spreadsheet runs: what would begin a formula (`=`, `+`, `-`, `@`, a tab, a line end) gets an apostrophe before
 * it (OWASP, CSV injection); quoted as RFC 4180 has it.
 */
export function csvText(text: string): string {
  const safe = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n|%]/.test(text) ? `'${text}` : text
  return /[",\r\n;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** What was released of a case as CSV (RFC 4180, UTF-8): a line a finding. Numbers are written as numbers. */
export function csvOf(released: Released): string {
  const lines = released.findings.map(({ finding, decision }) => {
    const refs = (some: typeof finding.subjects) =>
      some.map(({ kind, id, label }) => `${label} [${kind} ${id}]`).join(' | ')
    const cells: (string | number | undefined)[] = [
      released.case.id,
      finding.id,
      finding.severity,
      finding.watch,
      finding.rule,
      finding.score,
      finding.probability?.value,
      isoSeconds(finding.window.start),
      finding.window.end === undefined ? undefined : isoSeconds(finding.window.end),
      finding.place?.lat,
      finding.place?.lon,
      refs(finding.subjects),
      refs(finding.matches),
      finding.statement,
      decision?.verdict,
      decision?.reason,
      decision && isoSeconds(decision.at),
      Object.entries(finding.knowledgeVersions)
        .map(([source, version]) => `${source}@${version}`)
        .join(' '),
      finding.marking,
    ]
    return cells.map((cell) => (typeof cell === 'number' ? String(cell) : csvText(cell ?? ''))).join(',')
  })
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

import type { Finding, Ref } from '@cordon/model'
import type { GraphLink } from './link-graph.ts'

/** What findings link: each to what it is about and to what that met. Techniques and rules lead nowhere further. */
export function* findingLinks(
  findings: Iterable<Finding>,
  /** Where a ref of a finding is known under another id: a technique's code, an id that a list gave up. */
  known: (ref: Ref) => Ref = (ref) => ref,
): Generator<GraphLink, void, undefined> {
  for (const finding of findings) {
    const from: Ref = { kind: 'finding', id: finding.id, label: finding.statement }
    const { start: since, end } = finding.window
    const rest = { source: finding.watch, since, ...(end !== undefined && { until: end }) }
    for (const subject of finding.subjects) yield { from, to: known(subject), relation: 'about', ...rest }
    for (const match of finding.matches) {
      const to = known(match)
      yield {
        from,
        to,
        relation: relationTo(to),
        confidence: Math.min(1, Math.max(0, finding.score)),
        ...rest,
      }
    }
  }
}

function relationTo({ kind, id }: Ref): string {
  if (kind === 'rule') return 'found-by'
  if (kind === 'stix' && (id.startsWith('attack-pattern--') || /^T\d{4}/.test(id))) return 'shows'
  return 'matches'
}

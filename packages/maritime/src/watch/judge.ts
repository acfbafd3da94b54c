import { type Finding, findingId, type Instant, type Ref, type Severity } from '@cordon/model'
import type { Citation, SeaKnowledge, SeaRule, SeaRuleKind } from './knowledge.ts'
import { evidenceOf, type Part, scoreOf } from './parts.ts'

/** What a judge made of something that happened, before it is a finding or none. */
export interface Verdict {
  readonly rule: SeaRuleKind
  readonly subjects: readonly Ref[]
  readonly matches: readonly Ref[]
  /** What the id hangs on: the event's own. */
  readonly anchor: string
  readonly start: Instant
  readonly end: Instant
  /** Where it happened, degrees; absent where nobody knows. */
  readonly place?: { readonly lat: number; readonly lon: number } | undefined
  readonly state: 'open' | 'closed'
  readonly parts: readonly Part[]
  readonly statement: string
}

/** The rule of a kind, or undefined where the theatre has none. */
export function ruleOf({ rules }: SeaKnowledge, kind: SeaRuleKind): SeaRule | undefined {
  return rules.rules.find((rule) => rule.kind === kind)
}

/** A finding of a verdict; undefined where its score is below the rule's threshold. */
export function findingOf(verdict: Verdict, knowledge: SeaKnowledge, revision: number): Finding | undefined {
  const rule = ruleOf(knowledge, verdict.rule)
  if (rule === undefined) return undefined
  const score = scoreOf(verdict.parts)
  if (score < rule.threshold) return undefined
  const { subjects, anchor, start, end } = verdict
  // Matches may become known while the same fact goes on; they don't make it another finding.
  const id = findingId({ watch: 'maritime', rule: rule.id, subjects, matches: [], anchor })
  return {
    id,
    revision,
    state: verdict.state,
    watch: 'maritime',
    rule: rule.id,
    ruleVersion: rule.version,
    severity: severityOf(score, verdict.parts),
    score,
    subjects,
    matches: verdict.matches,
    window: { start, end },
    ...(verdict.place && { place: rounded(verdict.place) }),
    evidence: [...evidenceOf(verdict.parts), ...citations(verdict, rule, knowledge)],
    knowledgeVersions: { ...knowledge.versions, [knowledge.rules.name]: knowledge.rules.version },
    marking: 'TLP:AMBER',
    statement: verdict.statement,
  }
}

/** To a hundred-thousandth of a degree, about a metre. */
function rounded({ lat, lon }: { readonly lat: number; readonly lon: number }) {
  return { lat: Math.round(lat * 1e5) / 1e5, lon: Math.round(lon * 1e5) / 1e5 }
}

function severityOf(score: number, parts: readonly Part[]): Severity {
  const isListed = parts.some(({ feature }) => feature === 'listed:imo' || feature === 'listed:mmsi')
  if (score >= 0.8 && isListed) return 'critical'
  if (score >= 0.7) return 'high'
  return score >= 0.5 ? 'medium' : 'low'
}

/** The resolutions and advisories that the rule and the place rest on: they add nothing to the score. */
function citations(verdict: Verdict, rule: SeaRule, { rules }: SeaKnowledge) {
  const ids = [...new Set([...rule.cites, ...verdict.parts.flatMap(({ cites }) => cites ?? [])])]
  return ids.flatMap((id) => {
    const citation = rules.citations.find((one) => one.id === id)
    if (citation === undefined) return []
    return [
      {
        feature: 'citation',
        query: rule.title,
        candidate: citation.title,
        contribution: 0,
        detail: `${citation.says}${paragraphText(citation)}`,
        source: citation.id,
        version: rules.version,
      },
    ]
  })
}

function paragraphText({ paragraph, verified }: Citation): string {
  if (paragraph === undefined) return ''
  return verified === false
    ? ` (Paragraph ${paragraph} by secondary sources; not checked against the text.)`
    : ` (Paragraph ${paragraph}.)`
}

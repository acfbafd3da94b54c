import type { FieldChange } from '@cordon/knowledge'
import { type Finding, isoSeconds } from '@cordon/model'
import { changeText } from '../deltas/diff-text.ts'
import type { Decision } from '../store/index.ts'

/** What is new about a pair since it was last said. */
export interface PairNews {
  readonly party: readonly FieldChange[]
  readonly entity: readonly FieldChange[]
  /** Where the two sides are known only by what the finding says of them. */
  readonly evidence?: readonly FieldChange[]
}

const list = (changes: readonly FieldChange[]) => changes.map(changeText).join('; ')

/** What is new, in words; empty where nothing is. */
export function newsText({ party, entity, evidence = [] }: PairNews): string {
  return [
    ...(entity.length > 0 ? [`of the list entry: ${list(entity)}`] : []),
    ...(party.length > 0 ? [`of the party: ${list(party)}`] : []),
    ...(evidence.length > 0 ? [`of the evidence: ${list(evidence)}`] : []),
  ].join('. And ')
}

/**
 * The finding, saying what is new since the last time, and where somebody had decided that it is not him, that it speaks
 * again and why.
 */
export function withNews(finding: Finding, news: PairNews, decision: Decision | undefined): Finding {
  const told = newsText(news)
  if (told === '' && !decision) return finding
  const evidence = [
    ...news.entity.map((change) => newsEvidence('list entry', change)),
    ...news.party.map((change) => newsEvidence('party', change)),
    ...(news.evidence ?? []).map((change) => newsEvidence('evidence', change)),
  ]
  const before = decision
    ? ` Decided before: not a match (${decision.who}, ${isoSeconds(decision.at).slice(0, 10)}: ${decision.reason}). It speaks again because that changed.`
    : ''
  const fresh = told === '' ? '' : ` New since the last time, ${told}.`
  return {
    ...finding,
    statement: `${finding.statement}${fresh}${before}`,
    evidence: [...finding.evidence, ...evidence],
  }
}

function newsEvidence(
  side: string,
  { field, words, before, after }: FieldChange,
): Finding['evidence'][number] {
  return {
    feature: 'news',
    query: before.join('; '),
    candidate: after.join('; '),
    contribution: 0,
    detail: `new since the last time: ${side}, ${words} (${field})`,
  }
}

import { type Finding, type Instant, type Severity, severities, type Tlp, tlpMarkings } from '@cordon/model'
import { type DiffLine, diffLines, moveKinds } from '../deltas/filter-diff.ts'
import type { NamedDiff } from '../deltas/list-diff.ts'
import { foldText } from '../store/finding-row.ts'
import type { ThreatCollection } from '../store/index.ts'
import type { WarningRule } from './rule.ts'

/** What happened, with all that rules ask of it. */
export type Happening =
  | { readonly kind: 'finding'; readonly at: Instant; readonly finding: Finding; readonly fresh: boolean }
  | {
      readonly kind: 'list'
      readonly at: Instant
      readonly source: string
      readonly title: string
      readonly seq: number
      readonly version: string
      /** Absent where the two versions can't be compared. */
      readonly diff?: NamedDiff
    }
  | { readonly kind: 'bundle'; readonly at: Instant; readonly collection: ThreatCollection }

/** A thing that a rule tells of: once to each recipient, by its `thing`. */
export interface Occurrence {
  /** `finding:<id>`, `list:<source>#<seq>`, `bundle:<collection>#<seq>`. */
  readonly thing: string
  readonly kind: Happening['kind'] | 'test'
  readonly at: Instant
  readonly severity: Severity
  readonly marking: Tlp
  readonly title: string
  readonly text: string
  /** Of the console's page. */
  readonly path: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Most entries of a list that one warning names. */
const namedEntries = 20

/** What a rule tells of something that happened; undefined where it does not concern it. */
export function occurrenceOf(rule: WarningRule, happening: Happening): Occurrence | undefined {
  if (happening.kind === 'finding') return ofFinding(rule, happening.finding, happening.at)
  if (happening.kind === 'list') return ofList(rule, happening)
  return ofBundle(rule, happening.collection, happening.at)
}

const holdsAll = (text: string, wanted: string) => {
  const folded = foldText(text)
  return foldText(wanted)
    .split(/\s+/u)
    .every((word) => folded.includes(word))
}

function ofFinding(rule: WarningRule, finding: Finding, at: Instant): Occurrence | undefined {
  const { when } = rule
  if (when.on !== 'findings') return undefined
  if (severities.indexOf(finding.severity) < severities.indexOf(when.severity)) return undefined
  if (when.watches.length > 0 && !when.watches.includes(finding.watch)) return undefined
  if (when.rules.length > 0 && !when.rules.includes(finding.rule)) return undefined
  if (
    when.sources.length > 0 &&
    !finding.evidence.some(({ source }) => source && when.sources.includes(source))
  )
    return undefined
  const refs = [...finding.subjects, ...finding.matches]
  const text = [finding.statement, ...refs.flatMap(({ id, label }) => [id, label])].join('\n')
  if (when.text && !holdsAll(text, when.text)) return undefined
  const told = {
    thing: `finding:${finding.id}`,
    kind: 'finding' as const,
    at,
    severity: finding.severity,
    marking: finding.marking,
    path: `/findings/${encodeURIComponent(finding.id)}`,
  }
  const { id, watch, rule: foundBy, revision, score } = finding
  if (tlpMarkings.indexOf(finding.marking) > tlpMarkings.indexOf(rule.upTo))
    return {
      ...told,
      title: `A finding marked ${finding.marking}`,
      text: 'What it says may not leave Cordon this way. Open it there.',
      data: { finding: id, watch },
    }
  return {
    ...told,
    title: `${finding.severity} finding (${watch}): ${foundBy}`,
    text: finding.statement,
    data: {
      finding: id,
      watch,
      rule: foundBy,
      revision,
      score,
      subjects: finding.subjects.slice(0, 10),
      matches: finding.matches.slice(0, 10),
      window: finding.window,
    },
  }
}

function ofList(
  { when }: WarningRule,
  { source, title, seq, version, diff, at }: Happening & { kind: 'list' },
): Occurrence | undefined {
  if (when.on !== 'lists' || (when.sources.length > 0 && !when.sources.includes(source))) return undefined
  const told = {
    thing: `list:${source}#${seq}`,
    kind: 'list' as const,
    at,
    severity: when.as,
    marking: 'TLP:CLEAR' as const,
    path: `/lists/${encodeURIComponent(source)}/changes`,
  }
  if (!diff)
    return {
      ...told,
      title: `${title} changed`,
      text: `Version ${version} answers now. It could not be compared with the one before.`,
      data: { source, version },
    }
  const lines = diffLines(diff, { search: when.text, material: when.material }).filter(
    ({ kind }) => when.kinds.length === 0 || when.kinds.includes(kind),
  )
  if (lines.length === 0) return undefined
  const counts = Object.fromEntries(
    moveKinds.map((kind) => [kind, lines.filter((one) => one.kind === kind).length]),
  )
  const entries = lines.slice(0, namedEntries).map(entryOf)
  const more = lines.length - entries.length
  return {
    ...told,
    title: `${title}: ${counts.added} added, ${counts.removed} removed, ${counts.changed} changed`,
    text: [
      `Version ${version}.`,
      ...entries.map((one) => `${one.kind}: ${one.caption} (${one.id})${one.what ? `, ${one.what}` : ''}`),
      ...(more > 0 ? [`and ${more} more`] : []),
    ].join('\n'),
    data: { source, version, seq, counts, entries },
  }
}

function entryOf(line: DiffLine) {
  const what = line.kind === 'changed' ? line.changes.map(({ words }) => words) : line.basis
  const { kind, id, caption, schema } = line
  return { kind, id, caption, schema, what: [...new Set(what)].slice(0, 5).join('; ') }
}

function ofBundle({ when }: WarningRule, collection: ThreatCollection, at: Instant): Occurrence | undefined {
  if (when.on !== 'bundles') return undefined
  const { id, source, name, seq, version, items, indicators, rejects, format } = collection
  if (when.collections.length > 0 && !when.collections.some((one) => one === id || one === source))
    return undefined
  return {
    thing: `bundle:${id}#${seq}`,
    kind: 'bundle',
    at,
    severity: when.as,
    marking: 'TLP:CLEAR',
    title: `New intelligence from ${source}: ${name}`,
    text: `Version ${version} (${format}): ${items} objects, ${indicators} indicators, ${rejects} rejected.`,
    path: '/network/indicators',
    data: { collection: id, source, version, seq, items, indicators, rejects },
  }
}

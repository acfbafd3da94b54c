import { type Evidence, type Finding, findingId, type Ref, type Severity, type Tlp } from '@cordon/model'
import type { CorrelationHit } from '../sigma/correlation.ts'
import type { SigmaHeader, SigmaLevel } from '../sigma/rule.ts'
import type { StreamDetection } from '../stream/stream-rule.ts'
import { attackTags } from './attack-tags.ts'
import type { Group, Sample } from './groups.ts'

/** What a finding says of its rule, whatever kind of rule it is. */
export interface RuleView {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly severity: Severity
  readonly score: number
  readonly matches: readonly Ref[]
  readonly tags: readonly string[]
  /** Where the rule's author says that it may be wrong. */
  readonly falsePositives: readonly string[]
  /** What its author cites; absent where it is no rule of an author, and in states from before it was kept. */
  readonly references?: readonly string[]
  readonly description?: string
  readonly marking: Tlp
}

/** A Sigma rule or correlation as findings show it, at the level that it has at the site. */
export function sigmaView(rule: SigmaHeader, level: SigmaLevel): RuleView {
  return {
    id: rule.id,
    version: rule.modified ?? rule.date ?? '1',
    title: rule.title,
    severity: level === 'informational' ? 'low' : level,
    score: confidence[rule.status ?? ''] ?? 0.5,
    matches: [{ kind: 'rule', id: rule.id, label: rule.title }, ...techniqueRefs(rule.tags)],
    tags: rule.tags,
    falsePositives: rule.falsePositives.filter((text) => !/^unknown$/i.test(text)),
    references: rule.references,
    ...(rule.description !== undefined && { description: rule.description.trim() }),
    marking: 'TLP:AMBER',
  }
}

/** How far a rule's author has tested it (Sigma's `status`). */
const confidence: Readonly<Record<string, number>> = {
  stable: 0.9,
  test: 0.8,
  experimental: 0.6,
  deprecated: 0.3,
  unsupported: 0.3,
}

/** The techniques, groups and software of a rule's tags. */
export function techniqueRefs(tags: readonly string[]): Ref[] {
  const { techniques, others } = attackTags(tags)
  return [...techniques, ...others].map((id) => ({ kind: 'stix', id, label: id }))
}

const longestNote = 2000

/** The finding of a group: one a rule, subject and day. Its revision grows with its records. */
export function groupFinding(
  group: Group,
  rule: RuleView,
  versions: Readonly<Record<string, string>>,
  isClosed: boolean,
): Finding {
  const { subject, count, first, last, day } = group
  const anchor = day === -1 ? 'undated' : new Date(day).toISOString().slice(0, 10)
  const times = count === 1 ? 'once' : `${count.toLocaleString('en-US')} times`
  return {
    id: findingId({ watch: 'cyber', rule: rule.id, subjects: [subject], matches: [], anchor }),
    revision: 2 * count + (isClosed ? 1 : 0),
    state: isClosed ? 'closed' : 'open',
    watch: 'cyber',
    rule: rule.id,
    ruleVersion: rule.version,
    severity: rule.severity,
    score: rule.score,
    subjects: [subject],
    matches: rule.matches,
    window: first < 0 ? { start: 0 } : { start: first, end: last },
    evidence: [...noteEvidence(rule, count), ...group.samples.flatMap(sampleEvidence)],
    knowledgeVersions: versions,
    marking: rule.marking,
    statement: `${nameOf(subject)} met "${rule.title}" ${times}${day === -1 ? '' : ` on ${anchor}`}.`,
  }
}

interface Episode
  extends Pick<Finding, 'revision' | 'subjects' | 'evidence' | 'knowledgeVersions' | 'statement'> {
  readonly window: { readonly start: number; readonly end: number }
  /** Hosts that took part. */
  readonly met?: readonly Ref[]
  /** What tells it from another episode of the same rule, subject and start. */
  readonly anchor?: string
}

/** The finding of an episode, which began at `window.start`: what correlations and stream rules have in common. */
function episodeFinding(rule: RuleView, { met = [], anchor: also = '', ...episode }: Episode): Finding {
  const { subjects, window } = episode
  const anchor = `${new Date(window.start).toISOString()}${also && ` ${also}`}`
  return {
    id: findingId({ watch: 'cyber', rule: rule.id, subjects, matches: [], anchor }),
    state: 'open',
    watch: 'cyber',
    rule: rule.id,
    ruleVersion: rule.version,
    severity: rule.severity,
    score: rule.score,
    matches: [...rule.matches, ...met],
    marking: rule.marking,
    ...episode,
  }
}

/** The finding of a correlation: one an episode of its group. */
export function correlationFinding(
  hit: CorrelationHit,
  rule: RuleView,
  versions: Readonly<Record<string, string>>,
): Finding {
  const { correlation, group, start, end, measure, where } = hit
  const subjects = subjectsOf(group)
  const about = Object.entries(group).map(([field, value]) => `${field} ${value}`)
  const measured = Number.isInteger(measure) ? measure.toLocaleString('en-US') : measure.toFixed(2)
  return episodeFinding(rule, {
    revision: Math.max(1, Math.floor(Math.min(measure, 2e9))),
    subjects,
    window: { start, end },
    evidence: [
      ...noteEvidence(rule, correlation.type.startsWith('temporal') ? measure : where.length),
      {
        feature: correlation.type,
        query: measured,
        candidate: correlation.condition.map(({ op, value }) => `${op} ${value}`).join(', ') || 'all rules',
        contribution: rule.score,
        detail: `${correlation.type.replaceAll('_', ' ')} of ${correlation.fields.join(', ') || 'records'} within ${correlation.timespan / 1000} s was ${measured}.`,
      },
      ...where.map((place) => ({
        feature: 'where',
        query: place,
        candidate: correlation.rules.join(', '),
        contribution: 0,
        detail: 'One of the records that were correlated.',
        path: place,
      })),
    ],
    knowledgeVersions: versions,
    statement: `"${rule.title}"${about.length > 0 ? ` for ${about.join(', ')}` : ''}: ${measured} from ${clock(start)} to ${clock(end)}.`,
  })
}

/**
 * The finding of a stream rule: one an episode of its key. Hosts that have an origin in common are what it met, so that what each of
 * them shows by itself belongs to it.
 */
export function streamFinding(
  detection: StreamDetection,
  rule: RuleView,
  versions: Readonly<Record<string, string>>,
): Finding {
  const { key, revision, start, end, measures, members, places, statement } = detection
  const { operations, logic } = detection.rule
  const subjects: Ref[] = [subjectOfKey(detection)]
  const hosts: Ref[] =
    logic.kind === 'common-origin' ? members.map((id) => ({ kind: 'host', id, label: id })) : []
  return episodeFinding(rule, {
    revision,
    subjects,
    met: hosts,
    anchor: subjects[0]!.id === key ? '' : key,
    window: { start, end },
    evidence: [
      ...noteEvidence(rule, measures.events ?? places.length),
      ...Object.entries(measures).map(([name, value]) => ({
        feature: name,
        query: Number.isInteger(value) ? String(value) : value.toFixed(2),
        candidate: '',
        contribution: 0,
        detail: `${name} that decided.`,
      })),
      ...(members.length === 0
        ? []
        : [
            {
              feature: 'members',
              query: members.join(', '),
              candidate: '',
              contribution: 0,
              detail: 'Who took part.',
            },
          ]),
      ...(operations.length === 0
        ? []
        : [
            {
              feature: 'operations',
              query: '',
              candidate: operations.join(', '),
              contribution: 0,
              detail: 'Past operations that looked like this. It attributes nothing.',
            },
          ]),
      ...places.map((place) => ({
        feature: 'where',
        query: place,
        candidate: '',
        contribution: 0,
        detail: 'One of the records.',
        path: place,
      })),
    ],
    knowledgeVersions: versions,
    statement,
  })
}

/** What a stream rule's key names; of a host and something on it (a program) the host. */
function subjectOfKey({ key, rule: { logic } }: StreamDetection): Ref {
  if (key === '') return { kind: 'place', id: 'network', label: 'the network' }
  const isOfHost = logic.kind !== 'common-origin' && logic.key.length > 1 && logic.key[0] === '@host'
  const id = isOfHost ? key.split(' ')[0]! : key
  return { kind: 'host', id, label: key }
}

/** A group's fields that name hosts and addresses are its subjects; where there are none, all of its values are. */
function subjectsOf(group: Readonly<Record<string, string>>): Ref[] {
  const hosts = Object.entries(group).filter(([field]) => /host|computer|ip$|_h$/i.test(field))
  const chosen = hosts.length > 0 ? hosts : Object.entries(group)
  if (chosen.length === 0) return [{ kind: 'place', id: 'network', label: 'the network' }]
  return chosen.map(([, id]) => ({ kind: hosts.length > 0 ? 'host' : 'account', id, label: id }))
}

function noteEvidence(
  { title, tags, falsePositives, references = [], description, score }: RuleView,
  count: number,
): Evidence[] {
  const notes: Evidence[] = [
    {
      feature: 'records',
      query: String(count),
      candidate: '1',
      contribution: score,
      detail: description ?? title,
    },
  ]
  if (tags.length > 0)
    notes.push({
      feature: 'tags',
      query: '',
      candidate: tags.join(' '),
      contribution: 0,
      detail: "The rule's tags.",
    })
  if (falsePositives.length > 0)
    notes.push({
      feature: 'falsePositives',
      query: '',
      candidate: falsePositives.join('; ').slice(0, longestNote),
      contribution: 0,
      detail: "What the rule's author says may look the same and be harmless.",
    })
  if (references.length > 0)
    notes.push({
      feature: 'references',
      query: '',
      candidate: references.join('; ').slice(0, longestNote),
      contribution: 0,
      detail: "What the rule's author cites.",
    })
  return notes
}

function sampleEvidence({ where, time, evidence, quote }: Sample): Evidence[] {
  return [
    ...evidence.map((one) => ({ ...one, path: where })),
    {
      feature: 'record',
      query: quote,
      candidate: '',
      contribution: 0,
      detail: time === undefined ? 'The record, without a time.' : `The record, of ${clock(time)}.`,
      path: where,
    },
  ]
}

function nameOf({ kind, label }: Ref): string {
  return kind === 'account' ? `The account ${label}` : `The host ${label}`
}

function clock(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}

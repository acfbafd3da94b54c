import { caseStates } from '@cordon/casework'
import { isoSeconds, severities, watchNames } from '@cordon/model'
import { z } from 'zod'
import type {
  Attachment,
  BulkChange,
  CaseEvent,
  CaseFinding,
  CaseRecord,
  CasesQuery,
} from '../store/index.ts'
import { findingSchema } from './api-findings.ts'
import { verdicts } from './records.ts'

/** One sentence, kept for ever in the audit log. */
export const reasonSchema = z.string().min(1).max(4000).regex(/\S/).describe('Why: kept for ever')
const instant = z.iso.datetime({ offset: true }).describe('ISO 8601')

/** A case as the API tells it. Times are ISO 8601. */
export const caseSchema = z
  .object({
    id: z.number(),
    state: z.enum(caseStates),
    severity: z.enum(severities).describe("Its gravest evidence's, never by count"),
    peak: z.enum(severities).describe('The gravest that it ever was'),
    severityWords: z.string(),
    title: z.string(),
    doors: z.array(z.enum(watchNames)),
    findings: z.number(),
    undecided: z.number(),
    subjects: z.number(),
    first: z.string().optional(),
    last: z.string().optional(),
    opened: z.string(),
    changed: z.string(),
    assignee: z.string().optional(),
    due: z.string(),
    dueByHand: z.boolean(),
    follows: z.array(z.number()),
    mergedInto: z.number().optional(),
    release: z
      .object({ by: z.string(), at: z.string(), reason: z.string() })
      .optional()
      .describe('Somebody has asked for its release; a second person answers'),
  })
  .meta({ title: 'Case' })

/** The view of a case. */
export function caseView({ worked: _, release, ...found }: CaseRecord) {
  return {
    ...found,
    opened: isoSeconds(found.opened),
    changed: isoSeconds(found.changed),
    due: isoSeconds(found.due),
    ...(found.first !== undefined && { first: isoSeconds(found.first) }),
    ...(found.last !== undefined && { last: isoSeconds(found.last) }),
    ...(release && { release: { by: release.by, at: isoSeconds(release.at), reason: release.reason } }),
  }
}

const joinSchema = z.object({
  rule: z.string(),
  label: z.string(),
  with: z.string().optional().describe('The finding that was there'),
  words: z.string(),
})

/** A finding in its case. */
export const caseFindingSchema = z.object({
  finding: findingSchema,
  joins: z.array(joinSchema),
  joined: z.string(),
  changedSinceDecision: z.boolean(),
})

/** The view of a finding in its case. */
export function caseFindingView({ finding, joins, joinedAt, decision, changedSinceDecision }: CaseFinding) {
  return {
    finding: {
      ...finding,
      ...(decision?.verdict && {
        decision: {
          verdict: decision.verdict,
          reason: decision.reason,
          by: decision.who,
          at: isoSeconds(decision.at),
          revision: decision.revision,
        },
      }),
    },
    joins,
    joined: isoSeconds(joinedAt),
    changedSinceDecision,
  }
}

/** One entry of a case's log. */
export const caseEventSchema = z.object({
  id: z.number(),
  case: z.number(),
  at: z.string(),
  actor: z.string(),
  kind: z.string(),
  body: z.record(z.string(), z.unknown()),
})

/** The view of an entry. */
export const caseEventView = ({ at, ...event }: CaseEvent) => ({ ...event, at: isoSeconds(at) })

/** A file of a case. */
export const attachmentSchema = z.object({
  id: z.number(),
  name: z.string(),
  size: z.number(),
  sha256: z.string(),
  by: z.string(),
  at: z.string(),
  removed: z.string().optional(),
})

/** The view of a file. */
export const attachmentView = ({ who, at, removed, ...file }: Attachment) => ({
  ...file,
  by: who,
  at: isoSeconds(at),
  ...(removed !== undefined && { removed: isoSeconds(removed) }),
})

/** What cases are asked for. */
export const casesFilterSchema = z.object({
  state: z.enum([...caseStates, 'open', 'closed', 'all']).default('open'),
  severity: z.enum(severities).optional().describe('At least'),
  watch: z.enum(watchNames).optional(),
  assignee: z.string().max(200).optional().describe('`nobody` for those that are not assigned'),
  due: z.enum(['overdue', 'today', 'week']).optional(),
  mentions: z.string().max(200).optional(),
  awaiting: z.boolean().optional().describe('Only those that wait for a second person'),
  q: z.string().max(500).optional(),
  order: z.enum(['rank', 'newest']).default('rank'),
})

const dayMs = 86_400_000

/** A filter as the store takes it. */
export function casesQuery(filter: z.infer<typeof casesFilterSchema>, now: number): CasesQuery {
  const { due, q, awaiting, severity, watch, assignee, mentions, state, order } = filter
  const span = { overdue: 0, today: dayMs, week: 7 * dayMs }
  return {
    state,
    order,
    ...(severity && { severity }),
    ...(watch && { watch }),
    ...(assignee && { assignee }),
    ...(mentions && { mentions }),
    ...(due && { dueBefore: now + span[due] }),
    ...(awaiting && { awaitsRelease: true }),
    ...(q && { text: q }),
  }
}

/** A change of many. */
export const bulkChangeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('state'),
    to: z.enum(caseStates),
    reason: z.string().max(4000),
    decideRest: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('assign'), to: z.string().max(200).optional() }),
  z.object({ kind: z.literal('due'), due: instant }),
  z.object({
    kind: z.literal('decide'),
    verdict: z.enum(verdicts),
    reason: reasonSchema,
    findings: z.array(z.string().max(100)).min(1).max(10_000).optional(),
  }),
])

/** A change as the store takes it. */
export function bulkChange(change: z.infer<typeof bulkChangeSchema>): BulkChange {
  if (change.kind === 'due') return { kind: 'due', due: Date.parse(change.due) }
  if (change.kind === 'assign') return { kind: 'assign', ...(change.to !== undefined && { to: change.to }) }
  if (change.kind === 'decide') {
    const { findings, ...rest } = change
    return { ...rest, ...(findings && { findings }) }
  }
  const { decideRest, ...rest } = change
  return { ...rest, ...(decideRest !== undefined && { decideRest }) }
}

/** Which cases a change is for: either of the two. */
export const bulkSelectionSchema = z.object({
  cases: z.array(z.number().int()).min(1).max(10_000).optional(),
  query: casesFilterSchema
    .omit({ order: true })
    .extend({ state: z.enum([...caseStates, 'open', 'closed', 'all']).optional() })
    .optional()
    .describe('All cases of a filter'),
})

/** What a change of many does, or would do. */
export const bulkPreviewSchema = z.object({
  cases: z.number(),
  done: z.number(),
  waits: z.number().describe('They wait for a second person'),
  refused: z.number(),
  same: z.number(),
  findings: z.number().describe('Findings that are decided'),
  lines: z.array(
    z.object({
      case: z.number(),
      title: z.string(),
      severity: z.enum(severities),
      from: z.string(),
      to: z.string(),
      outcome: z.enum(['done', 'waits', 'refused', 'same']),
      words: z.string().optional(),
      findings: z.number(),
    }),
  ),
  bulk: z.number().optional().describe('The number to undo it by'),
})

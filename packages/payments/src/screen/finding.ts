import { type Evidence, type Finding, findingId, type Instant, type Ref } from '@cordon/model'
import { listingIds } from '@cordon/screening'
import type { PaymentMessage } from '../message.ts'
import type { Hit } from './hit.ts'
import type { PaymentKnowledge } from './knowledge.ts'
import type { ScreenedMessage } from './screener.ts'

/** Raised when findings are judged by other rules than before. */
const ruleVersion = '1'

const rules = {
  party: 'payments.listed-party',
  text: 'payments.listed-name-in-text',
  identifier: 'payments.listed-number',
  place: 'payments.embargoed-place',
  goods: 'payments.listed-goods',
} as const

/**
 * What a screened message asks a person to look at: one finding for each entity or place that it meets. Hits that are
 * only noted make none.
 * @param key what identifies the message: `messageKey`
 * @param now when the message was met, for messages that don't say when they were made
 */
export function findingsOf(
  message: PaymentMessage,
  key: string,
  screened: ScreenedMessage,
  known: Pick<PaymentKnowledge, 'entity' | 'titles'>,
  now: Instant,
): Finding[] {
  const groups = new Map<string, Hit[]>()
  for (const hit of screened.hits) {
    if (hit.level === 'note') continue
    const group = `${rules[hit.kind]} ${hit.entityId ?? hit.caption}`
    groups.set(group, [...(groups.get(group) ?? []), hit])
  }
  return [...groups.values()].map((hits) => findingOf(message, key, hits, screened, known, now))
}

/** What identifies a message, where it says it: type, sender and reference; and the part of a long file. */
export function messageKey({ type, sender, id, session, sequence, part }: PaymentMessage): string {
  return [type, sender ?? '', id, session ?? '', sequence ?? '', part ?? ''].join('|').replace(/\|+$/, '')
}

function findingOf(
  message: PaymentMessage,
  key: string,
  hits: readonly Hit[],
  screened: ScreenedMessage,
  known: Pick<PaymentKnowledge, 'entity' | 'titles'>,
  now: Instant,
): Finding {
  const [first] = hits as [Hit]
  const rule = rules[first.kind]
  const subjects: Ref[] = [{ kind: 'payment', id: key, label: `${labelOf(message)}` }]
  const entity = first.entityId === undefined ? undefined : known.entity(first.entityId)
  const matches: Ref[] = entity
    ? listingIds(entity).map((id) => ({ kind: 'entity', id, label: entity.caption }))
    : [{ kind: 'place', id: first.caption, label: first.caption }]
  const score = Math.max(...hits.map((hit) => hit.score))
  const held = hits.some(({ level }) => level === 'hold')
  return {
    id: findingId({ watch: 'payments', rule, subjects, matches, anchor: key }),
    revision: 1,
    state: 'open',
    watch: 'payments',
    rule,
    ruleVersion,
    severity: held ? (first.kind === 'identifier' ? 'critical' : 'high') : 'medium',
    score,
    subjects,
    matches,
    window: { start: message.created ?? now },
    evidence: hits.map((hit) => evidenceOf(hit, screened.versions)),
    knowledgeVersions: screened.versions,
    marking: 'TLP:AMBER',
    statement: statementOf(message, first, hits.length, known),
  }
}

function labelOf({ type, id, family }: PaymentMessage): string {
  return `${family === 'MT' ? `MT${type}` : type} ${id}`
}

function evidenceOf(hit: Hit, versions: Readonly<Record<string, string>>): Evidence {
  const [source] = hit.sources
  const version = source === undefined ? undefined : versions[source]
  return {
    feature: hit.kind,
    query: hit.value,
    candidate: hit.listed,
    contribution: hit.score,
    detail: hit.detail,
    ...(hit.sources.length === 1 && source !== undefined ? { source, ...(version && { version }) } : {}),
    path: hit.path,
  }
}

function statementOf(
  message: PaymentMessage,
  hit: Hit,
  count: number,
  known: Pick<PaymentKnowledge, 'titles'>,
): string {
  const where = hit.role ? ` (${hit.role})` : ''
  const lists = hit.sources.map((name) => known.titles?.[name] ?? name).join(' and ')
  const more = count > 1 ? `, and ${count - 1} more place${count > 2 ? 's' : ''}` : ''
  const what = hit.entityId ? `may be ${hit.caption} (${hit.entityId}) on ${lists}` : `is ${hit.caption}`
  return `In ${labelOf(message)} "${hit.value}"${where}${more} ${what}: ${hit.detail}.`
}

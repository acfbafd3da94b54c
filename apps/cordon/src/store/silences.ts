import { pairKey, pairsOf } from '@cordon/casework'
import type { FieldChange } from '@cordon/knowledge'
import { type Finding, type Instant, severities } from '@cordon/model'
import type pg from 'pg'
import { findingChanges, type MaterialState, materialOfFinding } from '../monitor/material.ts'
import { keyHash } from './cases-lock.ts'

/** "Not this one, because": what a person decided of the pairs of a finding. */
export interface Silence {
  readonly id: number
  readonly findingId: string
  /** Keys of the pairs that are silenced; exactly these. */
  readonly pairs: readonly string[]
  /** What spoke for it then. */
  readonly state: MaterialState
  readonly severity: Finding['severity']
  readonly reason: string
  readonly who: string
  readonly at: Instant
}

/** What a silence means for a finding. */
export type Hearing =
  | { readonly kind: 'speaks' }
  /** All of its pairs were decided to be two, and nothing material has changed. */
  | { readonly kind: 'silent'; readonly silence: Silence }
  /** They were, but something has. */
  | { readonly kind: 'speaks-again'; readonly silence: Silence; readonly changes: readonly FieldChange[] }

interface Row {
  readonly id: number
  readonly finding_id: string
  readonly pairs: string[]
  readonly state: string
  readonly severity: number
  readonly reason: string
  readonly who: string
  readonly at: number
}

const silenceOf = ({ finding_id, state, severity, ...row }: Row): Silence => ({
  ...row,
  findingId: finding_id,
  state: JSON.parse(state) as MaterialState,
  severity: severities[severity]!,
})

const keysOf = (finding: Pick<Finding, 'subjects' | 'matches'>) =>
  pairsOf(finding).map((pair) => keyHash(pairKey(pair)).toString('hex'))

/** The silences that stand over any of the pairs of some findings. */
export async function silencesOver(client: pg.ClientBase, findings: readonly Finding[]): Promise<Silence[]> {
  const keys = [...new Set(findings.flatMap(keysOf))]
  if (keys.length === 0) return []
  const { rows } = await client.query<Row>(
    'select * from finding_silence where lifted_at is null and pairs && $1 order by id',
    [keys],
  )
  return rows.map(silenceOf)
}

/** The silences that stand from the decisions on findings themselves. */
export async function silencesFrom(client: pg.ClientBase, ids: readonly string[]): Promise<Silence[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<Row>(
    'select * from finding_silence where lifted_at is null and finding_id = any($1) order by id',
    [ids],
  )
  return rows.map(silenceOf)
}

/** Whether a finding speaks in spite of the silences: it is silent only where one decision covers every one of its pairs. */
export function hear(finding: Finding, silences: readonly Silence[]): Hearing {
  const pairs = keysOf(finding)
  if (pairs.length === 0) return { kind: 'speaks' }
  const covering = silences.filter((silence) => pairs.every((pair) => silence.pairs.includes(pair)))
  let last: Hearing = { kind: 'speaks' }
  for (const silence of covering) {
    const changes = findingChanges(silence, finding)
    if (changes.length === 0) return { kind: 'silent', silence }
    last = { kind: 'speaks-again', silence, changes }
  }
  return last
}

/** Whether a finding that was decided and has grown speaks again: what bears on it has changed, or it met something else too. */
export function hearAgain(finding: Finding, silence: Silence): Hearing {
  const isWider = keysOf(finding).some((pair) => !silence.pairs.includes(pair))
  const changes = findingChanges(silence, finding)
  if (!isWider && changes.length === 0) return { kind: 'silent', silence }
  return { kind: 'speaks-again', silence, changes: isWider ? [matchAdded(finding), ...changes] : changes }
}

function matchAdded({ matches }: Finding): FieldChange {
  const after = matches.map(({ label, id }) => `${label} (${id})`)
  return { field: 'match', kind: 'added', words: 'match added', before: [], after, material: true }
}

/** Keeps the silences of findings that were decided to be false. */
export async function keepSilences(
  client: pg.ClientBase,
  findings: readonly Finding[],
  { reason, who, at }: { readonly reason: string; readonly who: string; readonly at: Instant },
): Promise<void> {
  if (findings.length === 0) return
  const rows = findings.map((finding) => ({
    finding_id: finding.id,
    pairs: keysOf(finding),
    state: JSON.stringify(materialOfFinding(finding)),
    severity: severities.indexOf(finding.severity),
  }))
  await client.query(
    `insert into finding_silence (finding_id, pairs, state, severity, reason, who, at)
     select finding_id, array(select json_array_elements_text(pairs)), state, severity, $2, $3, $4
     from json_to_recordset($1::json) as r (finding_id text, pairs json, state text, severity smallint)`,
    [JSON.stringify(rows), reason, who, at],
  )
}

/**
 * Lifts the silences of findings whose decision is another one now.
 * @returns the findings that were silent because of them: they wait for a decision again
 */
export async function liftSilences(
  client: pg.ClientBase,
  ids: readonly string[],
  at: Instant,
): Promise<string[]> {
  const { rows: lifted } = await client.query<{ id: number }>(
    'update finding_silence set lifted_at = $2 where lifted_at is null and finding_id = any($1) returning id',
    [ids, at],
  )
  if (lifted.length === 0) return []
  const { rows } = await client.query<{ id: string }>('select id from finding where silenced_by = any($1)', [
    lifted.map(({ id }) => id),
  ])
  return rows.map(({ id }) => id)
}

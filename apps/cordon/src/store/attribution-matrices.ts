import { CordonError, type Instant } from '@cordon/model'
import type pg from 'pg'
import { canonicalJson } from './canonical-json.ts'
import { recordCaseEvent } from './cases-events.ts'
import { lockCases } from './cases-lock.ts'
import { lockedCase } from './cases-row.ts'

/** A person's version of a case's matrix. */
export interface MatrixVersion {
  /** 1, 2, 3 ...; 0 where nobody has set any. */
  readonly seq: number
  readonly at: Instant
  readonly who: string
  /** Absent where there is none, or where all was undone: what the machine fills in holds. */
  readonly matrix?: unknown
  readonly canUndo: boolean
}

/** Matrices of competing hypotheses as a part of the store. Every change is in the case's log and in the audit log. */
export interface AttributionMatrices {
  current(caseId: number): Promise<MatrixVersion>
  /**
   * Adds a version; one that says the same makes none.
   * @param expected the version that the person saw
   * @throws CordonError CORDON_MATRIX_CHANGED, CORDON_CASE_UNKNOWN, CORDON_CASE_MERGED
   */
  set(caseId: number, change: MatrixChange & { readonly matrix: unknown }): Promise<MatrixVersion>
  /** Takes the last change back, and the one before at the next undo. Does nothing where there is none. */
  undo(caseId: number, change: MatrixChange): Promise<MatrixVersion>
}

/** Who changes it, and what they saw. */
export interface MatrixChange {
  readonly who: string
  readonly expected: number
  /** In words, for the log. */
  readonly what?: string
}

interface Row {
  readonly seq: number
  readonly at: number
  readonly who: string
  readonly base: number
  readonly parent: number
  readonly body: string | null
}

const none: Row = { seq: 0, at: 0, who: '', base: 0, parent: 0, body: null }

function ofRow({ seq, at, who, base, body }: Row): MatrixVersion {
  return { seq, at, who, canUndo: base > 0, ...(body !== null && { matrix: JSON.parse(body) as unknown }) }
}

/** Makes the store of matrices over a pool. */
export function matrixStore(
  pool: pg.Pool,
  transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
  now: () => Instant,
): AttributionMatrices {
  const change = (
    caseId: number,
    { who, expected, what }: MatrixChange,
    next: (
      client: pg.ClientBase,
      before: Row,
      seq: number,
    ) => Promise<Omit<Row, 'seq' | 'at' | 'who'> | undefined>,
  ) =>
    transaction(async (client) => {
      await lockCases(client)
      await lockedCase(client, caseId)
      const before = await latest(client, caseId)
      if (before.seq !== expected) throw changedMeanwhile(caseId, expected, before)
      const seq = before.seq + 1
      const made = await next(client, before, seq)
      if (!made) return ofRow(before)
      const row: Row = { ...made, seq, at: now(), who }
      await client.query(
        'insert into attribution_matrix (case_id, seq, at, who, base, parent, body) values ($1, $2, $3, $4, $5, $6, $7)',
        [caseId, seq, row.at, who, row.base, row.parent, row.body],
      )
      await recordCaseEvent(client, {
        case: caseId,
        at: row.at,
        actor: who,
        kind: 'matrix',
        body: { version: seq, ...(row.base !== seq && { back: row.base }), ...(what && { what }) },
      })
      return ofRow(row)
    })
  return {
    current: async (caseId) => ofRow(await latest(pool, caseId)),
    set: (caseId, { matrix, ...given }) =>
      change(caseId, given, async (_client, before, seq) => {
        const body = canonicalJson(matrix)
        return body === before.body ? undefined : { base: seq, parent: before.base, body }
      }),
    undo: (caseId, given) =>
      change(caseId, given, async (client, before) => {
        if (before.base === 0) return undefined
        const { parent } = await version(client, caseId, before.base)
        if (parent === 0) return { base: 0, parent: 0, body: null }
        const back = await version(client, caseId, parent)
        return { base: parent, parent: back.parent, body: back.body }
      }),
  }
}

async function latest(client: pg.Pool | pg.ClientBase, caseId: number): Promise<Row> {
  const { rows } = await client.query<Row>(
    'select seq, at, who, base, parent, body from attribution_matrix where case_id = $1 order by seq desc limit 1',
    [caseId],
  )
  return rows[0] ?? none
}

async function version(client: pg.ClientBase, caseId: number, seq: number): Promise<Row> {
  const { rows } = await client.query<Row>(
    'select seq, at, who, base, parent, body from attribution_matrix where case_id = $1 and seq = $2',
    [caseId, seq],
  )
  return rows[0] ?? none
}

function changedMeanwhile(caseId: number, expected: number, before: Row): CordonError {
  return new CordonError({
    code: 'CORDON_MATRIX_CHANGED',
    expected: `version ${expected} of the matrix, which was being edited`,
    found: `version ${before.seq} by ${before.who}`,
    where: `case ${caseId}`,
    remedy: 'Load it again and make the change there.',
  })
}

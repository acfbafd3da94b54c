import type { CaseId } from '@cordon/casework'
import type { Finding, Ref } from '@cordon/model'
import type pg from 'pg'
import { keyHash, storable } from './cases-lock.ts'

interface Count {
  readonly case: CaseId
  readonly role: 'subject' | 'match'
  readonly ref: Ref
  count: number
}

/** Counts of what findings are about and met, gathered before they are written. */
export class RefCounts {
  private readonly counts = new Map<string, Count>()

  /** @param by 1 where the finding comes to the case, -1 where it goes */
  add(id: CaseId, { subjects, matches }: Pick<Finding, 'subjects' | 'matches'>, by: 1 | -1): void {
    const seen = new Set<string>()
    for (const [role, refs] of [
      ['subject', subjects],
      ['match', matches],
    ] as const)
      for (const ref of refs) {
        const key = JSON.stringify([id, role, ref.kind, ref.id])
        if (seen.has(key)) continue
        seen.add(key)
        const known = this.counts.get(key)
        if (known) known.count += by
        else this.counts.set(key, { case: id, role, ref, count: by })
      }
  }

  async write(client: pg.ClientBase): Promise<void> {
    const changed = [...this.counts.values()].filter(({ count }) => count !== 0)
    if (changed.length === 0) return
    await client.query(
      `insert into case_ref (case_id, role, hash, kind, ref_id, label, findings)
       select * from unnest($1::bigint[], $2::text[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::integer[])
       on conflict (case_id, role, hash) do update set findings = case_ref.findings + excluded.findings,
         label = case when excluded.findings > 0 then excluded.label else case_ref.label end`,
      [
        changed.map((one) => one.case),
        changed.map(({ role }) => role),
        changed.map(({ ref }) => keyHash(ref.kind, ref.id)),
        changed.map(({ ref }) => ref.kind),
        changed.map(({ ref }) => storable(ref.id)),
        changed.map(({ ref }) => storable(ref.label)),
        changed.map(({ count }) => count),
      ],
    )
    if (changed.some(({ count }) => count < 0))
      await client.query('delete from case_ref where findings <= 0 and case_id = any($1)', [
        [...new Set(changed.map((one) => one.case))],
      ])
  }
}

/** The refs of one case are those of another one too. */
export async function moveRefs(client: pg.ClientBase, from: CaseId, into: CaseId): Promise<void> {
  await client.query(
    `insert into case_ref (case_id, role, hash, kind, ref_id, label, findings)
     select $2, role, hash, kind, ref_id, label, findings from case_ref where case_id = $1
     on conflict (case_id, role, hash) do update set findings = case_ref.findings + excluded.findings`,
    [from, into],
  )
  await client.query('delete from case_ref where case_id = $1', [from])
}

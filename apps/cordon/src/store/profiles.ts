import { CordonError, emptyProfile, type Instant, type Profile, profileChanges } from '@cordon/model'
import type pg from 'pg'
import { appendAudit } from './audit.ts'
import { canonicalJson } from './canonical-json.ts'

/** One version of the institution's profile. */
export interface ProfileVersion {
  /** 1, 2, 3 ...; 0 for the empty profile that nobody has set. */
  readonly seq: number
  readonly at: Instant
  readonly who: string
  readonly note?: string
  readonly profile: Profile
}

/** The institution's profile as a part of the store: versions are added and never changed. */
export interface Profiles {
  /** The version that holds; the empty profile as version 0 where none was set. */
  current(): Promise<ProfileVersion>
  /** Undefined where there is no such version. */
  version(seq: number): Promise<ProfileVersion | undefined>
  /** Latest first. */
  versions(limit?: number): Promise<ProfileVersion[]>
  /**
   * Adds a version, and what it changes to the audit log, in one transaction. A profile that says the same makes none.
   * @param expected the version that the person saw; where another came meanwhile nothing is written
   * @throws CordonError CORDON_PROFILE_CHANGED
   */
  set(change: {
    readonly profile: Profile
    readonly who: string
    readonly note?: string
    readonly expected?: number
  }): Promise<ProfileVersion>
}

interface Row {
  readonly seq: number
  readonly at: number
  readonly who: string
  readonly note: string | null
  readonly body: string
}

const ofRow = ({ seq, at, who, note, body }: Row): ProfileVersion => ({
  seq,
  at,
  who,
  ...(note && { note }),
  profile: JSON.parse(body) as Profile,
})
const none: ProfileVersion = { seq: 0, at: 0, who: '', profile: emptyProfile }

/** Makes the profile store over a pool. */
export function profileStore(
  pool: pg.Pool,
  transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
  now: () => Instant,
): Profiles {
  const latest = async (client: pg.Pool | pg.ClientBase) => {
    const { rows } = await client.query<Row>('select * from profile_version order by seq desc limit 1')
    return rows[0] ? ofRow(rows[0]) : none
  }
  return {
    current: () => latest(pool),
    async version(seq) {
      const { rows } = await pool.query<Row>('select * from profile_version where seq = $1', [seq])
      return rows[0] && ofRow(rows[0])
    },
    async versions(limit = 100) {
      const { rows } = await pool.query<Row>('select * from profile_version order by seq desc limit $1', [
        limit,
      ])
      return rows.map(ofRow)
    },
    set: ({ profile, who, note, expected }) =>
      transaction(async (client) => {
        await client.query('lock table profile_version in share row exclusive mode')
        const former = await latest(client)
        if (expected !== undefined && expected !== former.seq) throw changedMeanwhile(expected, former)
        const body = canonicalJson(profile)
        if (former.seq > 0 && canonicalJson(former.profile) === body) return former
        const [seq, at] = [former.seq + 1, now()]
        await client.query(
          'insert into profile_version (seq, at, who, note, body) values ($1, $2, $3, $4, $5)',
          [seq, at, who, note ?? null, body],
        )
        await appendAudit(client, {
          at,
          actor: who,
          action: 'profile.set',
          subject: `profile ${seq}`,
          detail: { ...profileChanges(former.profile, profile), ...(note && { note }) },
        })
        return { seq, at, who, ...(note && { note }), profile }
      }),
  }
}

function changedMeanwhile(expected: number, former: ProfileVersion): CordonError {
  return new CordonError({
    code: 'CORDON_PROFILE_CHANGED',
    expected: `version ${expected} of the profile, which was being edited`,
    found: `version ${former.seq} by ${former.who}`,
    where: 'profile',
    remedy: 'Load it again and make the change there.',
  })
}

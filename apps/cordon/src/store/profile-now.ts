import type { Profile } from '@cordon/model'
import type pg from 'pg'

/** The institution's profile as it stands; undefined where none was set. */
export async function profileNow(client: pg.ClientBase): Promise<Profile | undefined> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('profile_version') is not null as there`,
  )
  if (!rows[0]!.there) return undefined
  const { rows: versions } = await client.query<{ body: string }>(
    'select body from profile_version order by seq desc limit 1',
  )
  return versions[0] && (JSON.parse(versions[0].body) as Profile)
}

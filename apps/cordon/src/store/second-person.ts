import type pg from 'pg'

/**
 * Whether there is more than one person who could decide. While there are no accounts there is one: whoever sits at the
 * machine. Accounts come with a later migration, so the table may not be there.
 */
export async function hasSecondPerson(client: pg.ClientBase | pg.Pool): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('account') is not null as there`,
  )
  if (!rows[0]!.there) return false
  const { rows: accounts } = await client.query('select 1 from account limit 2')
  return accounts.length > 1
}

import type pg from 'pg'

/**
 * Whether there is a second person who could answer: two accounts that may work on cases, one of which may approve. While there are
 * no accounts there is one person: whoever sits at the machine.
 */
export async function hasSecondPerson(client: pg.ClientBase | pg.Pool): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('account') is not null as there`,
  )
  if (!rows[0]!.there) return false
  const { rows: accounts } = await client.query<{ role: string }>(
    `select role from account where not disabled and role in ('analyst', 'approver', 'administrator') limit 1000`,
  )
  return accounts.length > 1 && accounts.some(({ role }) => role !== 'analyst')
}

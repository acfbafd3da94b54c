import { type ScratchStore, scratchStore, startProgram } from '@cordon/testing'
import { afterAll, expect, it } from 'vitest'
import { streamOfFindings } from './testing-findings.ts'

const length = 900
const opened: ScratchStore[] = []
const fresh = async () => {
  const one = await scratchStore()
  opened.push(one)
  return one
}
afterAll(() => Promise.all(opened.map((one) => one.close())))

/** The cases as sets of findings, with what they come to. */
async function casesIn({ store }: ScratchStore): Promise<string[]> {
  const { rows } = await store.database.pool.query(
    `select c.severity, c.findings, c.undecided, c.subjects, array_agg(f.finding_id order by f.finding_id) as ids
     from casefile c join case_finding f on f.case_id = c.id group by c.id`,
  )
  return rows.map((row) => JSON.stringify(row)).sort()
}

it('a process that is killed again and again leaves every finding in its case, as a quiet one does', {
  timeout: 240_000,
}, async () => {
  const [killed, quiet] = [await fresh(), await fresh()]
  const child = new URL('./cases-kill.child.ts', import.meta.url)
  const args = [JSON.stringify(killed.config), killed.database, String(length)]
  for (let kills = 0; kills < 4; kills++) {
    const program = startProgram(child, args)
    const commits = 1 + Math.floor(Math.random() * 5)
    let seen = 0
    for await (const _line of program.lines) if (++seen >= commits) break
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 25))
    await program.kill()
    const { rows } = await killed.store.database.pool.query(
      'select count(*)::integer as alone from finding f where not exists (select 1 from case_finding c where c.finding_id = f.id)',
    )
    expect(rows[0].alone).toBe(0)
  }
  expect((await killed.store.findings.counts()).total).toBeLessThan(length)
  expect(await startProgram(child, args).ended).toBe(0)
  await quiet.store.findings.upsert(streamOfFindings(length))
  expect(await casesIn(killed)).toEqual(await casesIn(quiet))
  expect((await killed.store.audit.verify()).sound).toBe(true)
})

import type { StatementGroup } from '@cordon/model'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadFromStore } from '../known/from-store.ts'
import { metaOf, readingOf } from '../store/testing-reading.ts'
import { runMonitor, watchIncoming } from './monitor.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.close())

const group = (entityId: string, schema: string, properties: Record<string, string[]>): StatementGroup => ({
  entityId,
  schema,
  statements: Object.entries(properties).flatMap(([property, values]) =>
    values.map((value) => ({ entityId, schema, property, value, source: 'xx_test' })),
  ),
})
const person = (id: string, name: string, more: Record<string, string[]> = {}) =>
  group(id, 'Person', { name: [name], topics: ['sanction'], ...more })
const listing = (id: string, program: string) =>
  group(`${id}-s`, 'Sanction', { entity: [id], program: [program] })
const others = Array.from({ length: 40 }, (_, n) =>
  person(`o${n}`, `Zyx${'abcdefghij'[n % 10]}wv Qrst${n}on`),
)

const importVersion = async (version: string, groups: StatementGroup[]) => {
  await scratch.store.lists.import(readingOf(version, [...groups, ...others]), metaOf(version))
  return loadFromStore(scratch.store.lists)
}
const party = (id: string, name: string, more: Record<string, string[]> = {}) => ({
  id,
  query: { schema: 'Person', properties: { name: [name], ...more } },
})
const findings = async () => (await scratch.store.findings.query({})).findings
const findingOf = async (subject: string) =>
  (await findings()).find(({ finding }) => finding.subjects[0]!.id === subject)!

describe('parties that are watched', () => {
  it('are screened when they come, and kept', async () => {
    const known = await importVersion('2026-01-01', [
      person('p', 'Park Jin Hyok'),
      listing('p', 'DPRK3'),
      person('k', 'Han Jang Su'),
    ]) // prettier-ignore
    const counts = await watchIncoming(scratch.store, known, [
      party('c1', 'Pak Jin Hyok'),
      party('c2', 'Dimitri Herard'),
      party('c3', 'Han Jang Su'),
      party('c4', 'Margaret Hamilton'),
    ])
    expect(counts).toMatchObject({ screened: 4, findings: 2 })
    expect(await scratch.store.watched.count()).toBe(4)
    expect((await findingOf('c1')).finding.statement).toContain('Park Jin Hyok')
  })

  it('say nothing where nothing changed', async () => {
    const known = await loadFromStore(scratch.store.lists)
    expect(await runMonitor(scratch.store, known)).toMatchObject({ changed: 0, screened: 0, findings: 0 })
  })

  it('are screened again at a new version, only against what changed', async () => {
    const known = await importVersion('2026-02-01', [
      person('p', 'Park Jin Hyok'),
      listing('p', 'DPRK3'),
      person('h', 'Dimitri Herrard', { birthDate: ['1986'] }),
    ]) // prettier-ignore
    const summary = await runMonitor(scratch.store, known)
    expect(summary).toMatchObject({ parties: 4, changed: 2, screened: 2, findings: 1, closed: 1 })
    expect((await findingOf('c2')).finding).toMatchObject({ state: 'open', revision: 1 })
    expect((await findingOf('c3')).finding).toMatchObject({ state: 'closed' })
  })

  it('stay silent about a pair that was decided, whatever else the version brings', async () => {
    const { finding } = await findingOf('c1')
    await scratch.store.findings.decide({
      findingId: finding.id,
      verdict: 'false',
      reason: 'our client is a dentist in Busan',
      who: 'person:ana',
    })
    const known = await importVersion('2026-03-01', [
      person('p', 'Park Jin Hyok', { notes: ['a remark is not material'] }),
      listing('p', 'DPRK3'),
      person('h', 'Dimitri Herrard', { birthDate: ['1986'] }),
    ])
    expect(await runMonitor(scratch.store, known)).toMatchObject({
      changed: 1,
      findings: 0,
      silent: 1,
      reopened: 0,
    })
    expect(await findingOf('c1')).toMatchObject({ verdict: 'false', finding: { revision: 1 } })
    const again = await watchIncoming(scratch.store, known, [party('c1', 'Pak Jin Hyok')])
    expect(again).toMatchObject({ findings: 0, silent: 1 })
  })

  it('speak again of it when the entry changes materially, and say what and that it was decided', async () => {
    const known = await importVersion('2026-04-01', [
      person('p', 'Park Jin Hyok'),
      listing('p', 'DPRK4'),
      person('h', 'Dimitri Herrard', { birthDate: ['1986'] }),
    ])
    expect(await runMonitor(scratch.store, known)).toMatchObject({ changed: 1, findings: 1, reopened: 1 })
    const { finding, verdict } = await findingOf('c1')
    expect(verdict).toBeUndefined()
    expect(finding.statement).toMatch(
      /New since the last time, of the list entry: listing basis changed: DPRK3 -> DPRK4\. Decided before: not a match \(person:ana, .*our client is a dentist in Busan\)/,
    )
    const history = await scratch.store.findings.history(finding.id)
    expect(history.map(({ who, reason }) => `${who}: ${reason}`)).toEqual([
      'person:ana: our client is a dentist in Busan',
      'system:monitor: changed since it was decided: listing basis changed',
    ])
  })

  it('speak again when the party changes materially, not when only its address does', async () => {
    const known = await loadFromStore(scratch.store.lists)
    const { finding } = await findingOf('c1')
    await scratch.store.findings.decide({
      findingId: finding.id,
      verdict: 'false',
      reason: 'no',
      who: 'person:ana',
    })
    const moved = await watchIncoming(scratch.store, known, [party('c1', 'Pak Jin Hyok', { phone: ['1'] })])
    expect(moved).toMatchObject({ findings: 0, silent: 1 })
    const born = await watchIncoming(scratch.store, known, [
      party('c1', 'Pak Jin Hyok', { birthDate: ['1984'] }),
    ])
    expect(born).toMatchObject({ findings: 1, reopened: 1 })
    expect((await findingOf('c1')).finding.statement).toContain('of the party: date of birth added: 1984')
  })

  it('are screened in full where asked, to the same end', async () => {
    const known = await loadFromStore(scratch.store.lists)
    const before = (await findings()).map(({ finding }) => [finding.id, finding.revision])
    expect(await runMonitor(scratch.store, known, { full: true })).toMatchObject({ screened: 4, findings: 0 })
    expect((await findings()).map(({ finding }) => [finding.id, finding.revision])).toEqual(before)
  })

  it('whose blocks an earlier version wrote are read anew, and none is lost', async () => {
    await scratch.store.database.pool.query(`update watched_party set sieve = '\\x0102'`)
    await scratch.store.database.pool.query('delete from watched_word')
    const known = await importVersion('2026-05-01', [
      person('p', 'Park Jin Hyok'),
      listing('p', 'DPRK4'),
      person('h', 'Dimitri Herrard', { birthDate: ['1986'] }),
      person('m', 'Margret Hamilton'),
    ])
    expect(await runMonitor(scratch.store, known)).toMatchObject({ changed: 1, screened: 1, findings: 1 })
    const { rows } = await scratch.store.database.pool.query(
      'select count(*)::int as blocks from watched_party where length(sieve) > 10',
    )
    expect(rows[0].blocks).toBe(4)
  })
})

import type { Reject } from '@cordon/formats'
import type { Instant, Source, StatementGroup } from '@cordon/model'
import type { Reading } from '@cordon/sources'
import type { ImportMeta } from './list-import.ts'

/** The source of the tests' lists. */
export const testSource: Source = { name: 'xx_test', title: 'A test list', publisher: 'Nobody' }

/** A reading of given entities, in batches of a given size, as a reader of a real format yields them. */
export function readingOf(
  version: string,
  groups: Iterable<StatementGroup>,
  options: {
    readonly rejects?: readonly Reject[]
    readonly batchSize?: number
    readonly pause?: () => Promise<void>
  } = {},
): Reading {
  const { rejects = [], batchSize = 100 } = options
  let statements = 0
  return {
    async *[Symbol.asyncIterator]() {
      let records: StatementGroup[] = []
      for (const group of groups) {
        statements += group.statements.length
        records.push(group)
        if (records.length < batchSize) continue
        yield { records, rejects: [] }
        await options.pause?.()
        records = []
      }
      yield { records, rejects }
    },
    report: () => ({
      source: testSource.name,
      format: 'test',
      version,
      read: {},
      written: {},
      statements,
      rejected: rejects.length,
      rejectedBy: {},
      unknown: {},
    }),
  }
}

/** What goes with a reading of that version. */
export function metaOf(version: string, more: Partial<ImportMeta> = {}): ImportMeta {
  return {
    source: testSource,
    sha256: `sha of ${version}`,
    fetched: Date.parse('2026-01-01'),
    actor: 'ana',
    ...more,
  }
}

/** A person with the given names. */
export function person(id: string, ...names: string[]): StatementGroup {
  return {
    entityId: id,
    schema: 'Person',
    statements: names.map((value) => ({
      entityId: id,
      schema: 'Person',
      property: 'name',
      value,
      source: testSource.name,
    })),
  }
}

/** Many made-up persons; `salt` makes another content of the same ids. */
export function* manyPersons(
  count: number,
  salt: string,
  pick: (i: number) => boolean = () => true,
): Generator<StatementGroup> {
  for (let i = 0; i < count; i++)
    if (pick(i))
      yield person(`xx-${i}`, `Person number ${i}`, `Other name ${i} of ${salt}`, `Pers\\on "${i}"\t김`)
}

/** The day of a version as an instant. */
export function day(version: string): Instant {
  return Date.parse(version)
}

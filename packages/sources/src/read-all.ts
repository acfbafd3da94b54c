import type { Reject } from '@cordon/formats'
import type { Statement, StatementGroup } from '@cordon/model'
import type { InputFile, ListReader, ReadOptions, ReadReport } from './reader.ts'

/** A whole reading in memory. For tests, and for lists that are known to be small. */
export interface WholeReading {
  readonly groups: readonly StatementGroup[]
  readonly rejects: readonly Reject[]
  readonly report: ReadReport
}

/**
 * Reads files to their end and keeps everything.
 * @throws {InputError} as the reader does
 */
export async function readAll(
  reader: ListReader,
  files: readonly InputFile[],
  options: ReadOptions,
): Promise<WholeReading> {
  const groups: StatementGroup[] = []
  const rejects: Reject[] = []
  const reading = reader.read(files, options)
  for await (const batch of reading) {
    groups.push(...batch.records)
    rejects.push(...batch.rejects)
  }
  return { groups, rejects, report: reading.report() }
}

/** The values of one property, in the order in which they were stated. */
export function valuesOf(statements: readonly Statement[] | undefined, property: string): string[] {
  return (statements ?? [])
    .filter((statement) => statement.property === property)
    .map((statement) => statement.value)
}

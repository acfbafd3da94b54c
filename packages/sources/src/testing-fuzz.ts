import { InputError } from '@cordon/formats'
import { CordonError } from '@cordon/model'
import { headOf } from './head-of.ts'
import type { InputFile, ListReader } from './reader.ts'
import type { Mutation } from './testing-mutations.ts'

/** What came of reading a damaged file. */
export type FuzzOutcome = 'refused' | 'read' | 'cut at a line end'

/** Formats that are lines: one that is cut between two of them can't be told from a whole one. */
const lineFormats = /csv|dfat|mof|ftm|senzing|bods|mapped/

/**
 * Reads a damaged file and checks what holds of every reader: it refuses with an error that says where, or reads to the end with
 * an account that adds up; and it never takes a file that was cut off for a whole one, unless it is lines and was cut between two.
 * @throws {Error} where one of these does not hold
 */
export async function readDamaged(
  reader: ListReader,
  others: readonly InputFile[],
  name: string,
  { bytes, isCut }: Mutation,
): Promise<FuzzOutcome> {
  const file: InputFile = {
    name,
    async *open() {
      for (let at = 0; at < bytes.length; at += 4096) yield bytes.subarray(at, at + 4096)
    },
  }
  let rejects = 0
  const reading = reader.read([file, ...others], { fetched: 0 })
  try {
    await headOf(file)
    for await (const batch of reading) {
      rejects += batch.rejects.length
      for (const { reason, where } of batch.rejects)
        if (!reason || !where) throw new Error('a reject without a reason or a place')
      for (const { entityId, statements } of batch.records)
        if (!entityId || statements.length === 0) throw new Error('an entity without an id or a statement')
    }
  } catch (error) {
    if ((error instanceof InputError || error instanceof CordonError) && error.where && error.remedy)
      return 'refused'
    throw error
  }
  const report = reading.report()
  if (report.rejected !== rejects)
    throw new Error(`the report counts ${report.rejected} rejects of ${rejects}`)
  if (!isCut) return 'read'
  if (lineFormats.test(reader.format) && (bytes.length === 0 || endsLine(bytes))) return 'cut at a line end'
  throw new Error('a file that was cut off is taken for a whole one')
}

const endsLine = (bytes: Uint8Array) => [0x0a, 0x0d, 0x1a, 0x7d].includes(bytes[bytes.length - 1]!)

import { CordonError } from '@cordon/model'
import { headOf, type ListReader } from '@cordon/sources'
import type { DiskFile } from './input-files.ts'
import { namingFiles } from './name-errors.ts'

/** Files that make one reading, and the reader that understands them. */
export interface ReadingPlan {
  readonly reader: ListReader
  readonly files: readonly DiskFile[]
}

/**
 * Finds the reader of each file from its content, and puts the parts of one list together.
 * @throws CordonError for a file that no reader understands, naming those there are
 */
export async function planReadings(
  files: readonly DiskFile[],
  readers: readonly ListReader[],
): Promise<ReadingPlan[]> {
  const plans: { reader: ListReader; files: DiskFile[] }[] = []
  for (const file of files) {
    const head = await namingFiles([file.name], () => headOf(file))
    const reader = readers.find((one) => one.recognises(head, file.name))
    if (!reader) throw unknownFormat(file, head, readers)
    const together = reader.parts === 'together' && plans.find((plan) => plan.reader === reader)
    if (together) together.files.push(file)
    else plans.push({ reader, files: [file] })
  }
  return plans
}

function unknownFormat(file: DiskFile, head: string, readers: readonly ListReader[]): CordonError {
  const isPage = /^\s*(<!doctype html|<html[\s>])/i.test(head)
  const begins = JSON.stringify(head.replace(/\s+/g, ' ').trim().slice(0, 60))
  return new CordonError({
    code: 'CORDON_UNKNOWN_FORMAT',
    expected: `a list in one of the formats ${readers.map((reader) => reader.format).join(', ')}`,
    found: head === '' ? 'an empty file' : `${isPage ? 'a web page' : 'a file'} that begins with ${begins}`,
    where: file.name,
    remedy: '`cordon lists formats` tells what each one is and where it is published.',
  })
}

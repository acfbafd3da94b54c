import { isoSeconds } from '@cordon/model'
import { InvalidArgumentError, Option } from 'commander'
import type { CaseRecord } from '../store/index.ts'

/** The number of a case, for commander. */
export function caseNumber(text: string): number {
  const value = Number(text.replace(/^#/, ''))
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be the number of a case.')
  return value
}

/** `--format` of the commands on cases. */
export const formatOption = () =>
  new Option('--format <format>', 'how it is written').choices(['ndjson', 'table'])
/** `--data` of the commands on cases. */
export const dataOption = () => new Option('--data <folder>', 'the data folder')

/** A case as a line of NDJSON: times as ISO 8601. */
export function caseOutput({ worked: _, ...found }: CaseRecord) {
  return {
    ...found,
    opened: isoSeconds(found.opened),
    changed: isoSeconds(found.changed),
    due: isoSeconds(found.due),
    ...(found.first !== undefined && { first: isoSeconds(found.first) }),
    ...(found.last !== undefined && { last: isoSeconds(found.last) }),
  }
}

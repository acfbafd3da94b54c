import type { RecordMatcher } from '@cordon/cyber'
import { UsageError } from '../cli/failure.ts'

/** What `--indicators` names, ready to look at records. */
export async function loadMatchers(files: readonly string[] | undefined): Promise<RecordMatcher[]> {
  if (files === undefined || files.length === 0) return []
  throw new UsageError('--indicators')
}

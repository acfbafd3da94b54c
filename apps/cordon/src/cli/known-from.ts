import { readers } from '@cordon/sources'
import { loadListFiles } from '../known/from-files.ts'
import type { Known } from '../known/known.ts'
import { UsageError } from './failure.ts'
import type { Progress } from './progress.ts'

/** Options that say against what a command works. */
export interface KnownOptions {
  readonly list?: readonly string[]
  readonly asOf?: readonly string[]
  readonly data?: string
  readonly progress?: boolean
}

/** What is known, and what lets go of its store. */
export interface OpenKnown {
  readonly known: Known
  close(): Promise<void>
}

/**
 * Loads what a command works against: the named list files, or else the store's lists.
 * @throws UsageError where both are asked for
 */
export async function openKnown(options: KnownOptions, progress: Progress): Promise<OpenKnown> {
  if (options.list && options.asOf) throw new UsageError('--as-of asks the store; it cannot go with --list.')
  if (options.list) {
    const known = await loadListFiles(options.list, readers, (text) => progress.update(text))
    progress.clear()
    return { known, close: async () => {} }
  }
  throw new UsageError('give --list FILE: this build has no store yet.')
}

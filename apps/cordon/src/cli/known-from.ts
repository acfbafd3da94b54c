import { readers } from '@cordon/sources'
import { type JoinedEntries, joinedFromStore, noneJoined } from '../joining/joined-entries.ts'
import { loadListFiles } from '../known/from-files.ts'
import { loadFromStore } from '../known/from-store.ts'
import type { Known } from '../known/known.ts'
import { ensureStarter } from '../lists/starter.ts'
import { UsageError } from './failure.ts'
import { grouped } from './output.ts'
import type { Progress } from './progress.ts'
import { withStore } from './with-store.ts'

/** Options that say against what a command works. */
export interface KnownOptions {
  readonly list?: readonly string[]
  readonly asOf?: readonly string[]
  readonly data?: string
  readonly progress?: boolean
}

/**
 * Loads what a command works against: the named list files, or else the store's lists.
 * @throws UsageError where both are asked for
 */
export async function openKnown(options: KnownOptions, progress: Progress): Promise<Known> {
  return (await openJoined(options, progress)).known
}

/** The same with which of its entries are one; of files none are, since nobody said so. */
export async function openJoined(
  options: KnownOptions,
  progress: Progress,
): Promise<{ known: Known; joined: JoinedEntries }> {
  const asOf = versionChoice(options.asOf ?? [])
  if (options.list && options.asOf) throw new UsageError('--as-of asks the store; it cannot go with --list.')
  const { known, joined } = options.list
    ? {
        known: await loadListFiles(options.list, readers, (text) => progress.update(text)),
        joined: noneJoined,
      }
    : await withStore(options.data, async (store) => {
        await ensureStarter(store)
        const loaded = await loadFromStore(store.lists, { asOf }, ({ done, total }) =>
          progress.update(`loading ${grouped(done)} of ${grouped(total)} entities`),
        )
        return { known: loaded, joined: await joinedFromStore(store.identities) }
      })
  progress.clear()
  if (known.lists.every(({ starter }) => starter))
    process.stderr.write(
      'note: only the starter is loaded, which is no sanctions list; see `cordon lists import`\n',
    )
  return { known, joined }
}

/** Reads `--as-of` values: a source with the publisher's version, or `#` and the number of the import. */
function versionChoice(values: readonly string[]): Record<string, string | number> {
  return Object.fromEntries(
    values.map((value) => {
      const [, source, version] = /^([a-z0-9_]+)=(.+)$/.exec(value) ?? []
      if (!source || !version)
        throw new UsageError(
          `--as-of takes source=version, for example us_ofac_sdn=2025-09-03, not "${value}".`,
        )
      return [source, /^#\d+$/.test(version) ? Number(version.slice(1)) : version]
    }),
  )
}

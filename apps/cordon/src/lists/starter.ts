import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readers } from '@cordon/sources'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Store } from '../store/index.ts'
import { importList } from './import-list.ts'
import { inputFile } from './input-files.ts'
import { planReadings } from './recognise.ts'

const packs = new URL('../../../../packs/', import.meta.url)

const packSchema = z.object({
  starter: z.object({
    source: z.string().regex(/^[a-z0-9_]+$/),
    title: z.string(),
    publisher: z.string(),
    file: z.string(),
    version: z.iso.date(),
  }),
})

/**
 * Loads the pack's starter into a store that has no list at all, so that a first question has something to meet. It
 * stays stored when real lists come, and answers no more (see `loadFromStore`).
 * @param pack a folder of `packs/`
 */
export async function ensureStarter(store: Store, pack = 'dprk'): Promise<void> {
  const folder = new URL(`${pack}/`, packs)
  const description = new URL('pack.yaml', folder)
  if (!existsSync(description) || (await store.lists.status()).length > 0) return
  const { starter } = packSchema.parse(parse(readFileSync(description, 'utf8')))
  const file = await inputFile(fileURLToPath(new URL(starter.file, folder)))
  const [plan] = await planReadings([file], readers)
  const { source, title, publisher } = starter
  const fetched = Date.parse(starter.version)
  await importList(store, plan!, { source, title, publisher, fetched, actor: 'system', starter: true })
}

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readers } from '@cordon/sources'
import type { Store } from '../store/index.ts'
import { importList } from './import-list.ts'
import { inputFile } from './input-files.ts'
import { planReadings } from './recognise.ts'

const starterFile = fileURLToPath(
  new URL('../../../../packs/dprk/starter/entities.ftm.json', import.meta.url),
)

/**
 * Loads the starter into a store that has no list at all, so that a first question has something to meet. It stays
 * when real lists come, and is told apart from them.
 */
export async function ensureStarter(store: Store): Promise<void> {
  if ((await store.lists.status()).length > 0 || !existsSync(starterFile)) return
  const [plan] = await planReadings([await inputFile(starterFile)], readers)
  await importList(store, plan!, {
    source: 'dprk_starter',
    title: 'DPRK starter: about 60 entities from public record, written by hand',
    publisher: 'Cordon',
    actor: 'system',
    starter: true,
  })
}

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = resolve(fileURLToPath(import.meta.url), '../../..')
const folder = resolve(process.env.CORDON_REFERENCE_DATA ?? resolve(repository, '../shared/data'))
let told = false

/**
 * The path of a file in the reference data (`CORDON_REFERENCE_DATA`, by default `../shared/data` beside the
 * repository), or undefined where it is absent. Says so once, plainly; a test then skips itself:
 * `const file = referenceData('lists/un/...'); it.skipIf(!file)('...', ...)`.
 */
export function referenceData(path: string): string | undefined {
  const file = resolve(folder, path)
  if (existsSync(file)) return file
  if (!told) {
    told = true
    console.warn(
      `reference data: ${folder} has no ${path}; the tests on real data are skipped. Set CORDON_REFERENCE_DATA.`,
    )
  }
  return undefined
}

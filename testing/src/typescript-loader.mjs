/**
 * Lets a plain `node` run the sources, for tests that start (and kill) real processes:
 * `node --conditions cordon-source --import .../typescript-loader.mjs child.ts`. Types are only taken out.
 */
import { readFileSync } from 'node:fs'
import { register } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'rolldown/utils'

if (!import.meta.url.includes('?hooks')) register(`${import.meta.url}?hooks`)

/** Node's module hook: TypeScript files come back as JavaScript. */
export async function load(url, context, nextLoad) {
  if (!url.endsWith('.ts')) return nextLoad(url, context)
  const path = fileURLToPath(url)
  const { code, errors } = transformSync(path, readFileSync(path, 'utf8'), { sourceType: 'module' })
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0].message}`)
  return { format: 'module', source: code, shortCircuit: true }
}

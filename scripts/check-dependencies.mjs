/**
 * Fails when two workspaces ask for different versions of one dependency, when the lock holds two versions of a
 * dependency that we name, or when the lock names an address.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))
const workspaces = [
  '.',
  'testing',
  ...['packages', 'apps'].flatMap((p) => readdirSync(join(root, p)).map((n) => `${p}/${n}`)),
]
const faults = []
const asked = new Map()
for (const workspace of workspaces) {
  if (!existsSync(join(root, workspace, 'package.json'))) continue
  const manifest = read(`${workspace}/package.json`)
  for (const [name, range] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    const before = asked.get(name)
    if (before && before.range !== range)
      faults.push(`${name}: ${workspace} asks ${range}, ${before.workspace} asks ${before.range}`)
    asked.set(name, { range, workspace })
    if (range === '*' || range === 'latest') faults.push(`${name}: ${workspace} asks for any version`)
  }
}
const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8')
if (/"resolved": "https?:/.test(lockText))
  faults.push('package-lock.json names an address: keep omit-lockfile-registry-resolved in .npmrc')
/** Copies that a library needs of its own: it wants a major that is not ours. */
const ownCopies = new Set(['node_modules/pdfkit/node_modules/@noble/hashes'])
const held = new Map()
for (const [path, entry] of Object.entries(JSON.parse(lockText).packages)) {
  const name = path.split('node_modules/').at(-1)
  if (!entry.version || entry.link || !asked.has(name) || ownCopies.has(path)) continue
  held.set(name, (held.get(name) ?? new Set()).add(entry.version))
}
for (const [name, versions] of held)
  if (versions.size > 1) faults.push(`${name}: the lock holds ${[...versions].join(' and ')}`)
for (const fault of faults) console.error(fault)
console.log(`dependencies: ${asked.size} named, ${faults.length} at fault`)
process.exit(faults.length > 0 ? 1 : 0)

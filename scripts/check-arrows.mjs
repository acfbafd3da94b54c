/**
 * Fails when an import goes against the arrows of the map, or when a domain package reaches for I/O, the clock,
 * chance or the environment. Tests may use Node and the testing room; the arrows bind them too.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { arrows, pureRooms } from './rooms.mjs'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g
const impure = [
  [
    /\bDate\.now\s*\(|\bnew Date\s*\(\s*\)|\bperformance\.now\s*\(/,
    'reads the clock: take `now` as an argument',
  ],
  [/\bMath\.random\s*\(|\bcrypto\.random/, 'reads a random source: take a seed as an argument'],
  [/\bprocess\.(env|argv|cwd|hrtime|memoryUsage)\b/, 'reads its surroundings: take the value as an argument'],
]

/**
 * @param {string} directory
 * @returns {string[]} every TypeScript file below it
 */
function sourcesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !/node_modules|[\\/]dist[\\/]/.test(file))
}

/**
 * What is wrong with one file, in words.
 * @param {string} room its room's path, as in the arrows
 * @param {string} file its path, relative to the root
 * @param {string} text
 * @returns {string[]}
 */
export function faultsOf(room, file, text) {
  const faults = []
  const allowed = arrows[room] ?? []
  const isTest = /\.test\.tsx?$/.test(file)
  const isPure = pureRooms.includes(room)
  for (const match of text.matchAll(importPattern)) {
    const target = match[1] ?? match[2] ?? match[3]
    const line = text.slice(0, match.index).split('\n').length
    const known = /^@cordon\/([a-z]+)(\/.*)?$/.exec(target)
    if (known) {
      const [, name, inside] = known
      if (inside) faults.push(`${file}:${line} imports the inside of a room (${target}): use its index`)
      if (name === 'testing' && isTest) continue
      if (allowed !== 'all' && name !== room.split('/').at(-1) && !allowed.includes(name))
        faults.push(
          `${file}:${line} imports @cordon/${name}, but ${room} may know only: ${allowed.join(', ') || 'nobody'}`,
        )
    } else if (target.startsWith('.')) {
      const reached = relative(root, resolve(root, file, '..', target))
      if (!reached.startsWith(room + sep))
        faults.push(`${file}:${line} reaches out of its room by path (${target})`)
    } else if (isPure && !isTest && /^node:(?!zlib|stream|buffer|util)/.test(target)) {
      faults.push(
        `${file}:${line} imports ${target}: a package does no I/O, the bytes come in as an argument`,
      )
    }
  }
  if (isPure && !isTest)
    for (const [pattern, why] of impure) {
      const found = pattern.exec(text)
      if (found) faults.push(`${file}:${text.slice(0, found.index).split('\n').length} ${why}`)
    }
  return faults
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let checked = 0
  const faults = Object.keys(arrows).flatMap((room) =>
    sourcesBelow(join(root, room)).flatMap((file) => {
      checked++
      return faultsOf(room, relative(root, file), readFileSync(file, 'utf8'))
    }),
  )
  for (const fault of faults) console.error(fault)
  console.log(`arrows: ${checked} files, ${faults.length} against the map`)
  process.exit(faults.length > 0 ? 1 : 0)
}

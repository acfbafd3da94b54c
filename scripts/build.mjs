/**
 * Builds everything that `npm start` and `npx cordon` run: the packages and the program with `tsc -b`, the console
 * with Vite. With `--if-stale` it first compares the sources with the stamp of the last build and does nothing
 * when they have not changed, so that a second start costs milliseconds.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const stampFile = join(root, '.build-stamp')
const ignored = /(^|\/)(node_modules|dist|fixtures)(\/|$)|\.test\.tsx?$/

/** A hash over path, size and modification time of every file that the build reads. */
function sourceStamp() {
  const hash = createHash('sha256')
  const visit = (directory) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name)
      if (ignored.test(relative(root, path))) continue
      if (entry.isDirectory()) visit(path)
      else if (/\.(tsx?|css|html|json|svg|woff2?)$/.test(entry.name)) {
        const { size, mtimeMs } = statSync(path)
        hash.update(`${relative(root, path)} ${size} ${mtimeMs}\n`)
      }
    }
  }
  for (const room of ['packages', 'apps']) visit(join(root, room))
  hash.update(readFileSync(join(root, 'package-lock.json')))
  return hash.digest('hex')
}

/** Runs one tool of node_modules/.bin and ends this process with its exit code when it fails. */
function run(tool, args, cwd = root) {
  const bin = join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${tool}.cmd` : tool)
  const { status, error } = spawnSync(bin, args, {
    cwd,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (error || status !== 0) {
    console.error(`build: ${tool} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`)
    process.exit(status ?? 1)
  }
}

const built = ['apps/cordon/dist/main.js', 'apps/console/dist/index.html'].every((path) =>
  existsSync(join(root, path)),
)
const stale = !built || !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== sourceStamp()
if (process.argv.includes('--if-stale') && !stale) process.exit(0)
if (!existsSync(join(root, 'node_modules/.bin/tsc'))) {
  if (built) process.exit(0)
  console.error(
    'build: the TypeScript compiler is missing; run `npm ci` (with its development dependencies) once',
  )
  process.exit(1)
}
console.error('build: compiling the packages and the program ...')
run('tsc', ['-b'])
console.error('build: bundling the console ...')
run('vite', ['build', '--logLevel', 'warn'], join(root, 'apps/console'))
writeFileSync(stampFile, sourceStamp())

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const built = resolve(fileURLToPath(import.meta.url), '../../../dist')
const compressed = (path: string) => gzipSync(readFileSync(join(built, path))).length
const sum = (paths: Iterable<string>) => [...paths].reduce((bytes, path) => bytes + compressed(path), 0)

/** Scripts that the page loads before anything is shown: those that it names, and what those import at once. */
function firstScripts(): Set<string> {
  const page = readFileSync(join(built, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\/((?:assets\/)?[\w.-]+\.js)"/g)].map(([, path]) => path!)
  const found = new Set(named)
  for (const path of found) {
    const code = readFileSync(join(built, path), 'utf8')
    for (const [, next] of code.matchAll(
      /(?:^|[;}])import\s*(?:[\w$*{][^"'()]*?from\s*)?["']\.\/([\w.-]+\.js)["']/g,
    ))
      found.add(`assets/${next}`)
  }
  return found
}

/** Scripts of a page, at once or as it needs them, without those of the first load. */
function scriptsOf(page: string, first: ReadonlySet<string>): Set<string> {
  const entry = readdirSync(join(built, 'assets')).find(
    (name) => name.startsWith(`${page}-`) && name.endsWith('.js'),
  )
  const found = new Set([`assets/${entry}`])
  for (const path of found)
    for (const [, next] of readFileSync(join(built, path), 'utf8').matchAll(
      /["'`](?:\.\/|assets\/)([\w.-]+\.js)["'`]/g,
    ))
      if (!first.has(`assets/${next}`)) found.add(`assets/${next}`)
  return found
}

describe.skipIf(!existsSync(join(built, 'index.html')))('what a browser loads at first', () => {
  const scripts = firstScripts()

  it('is less than 300 kB of compressed script, and less than 30 kB of style', () => {
    expect(scripts.size).toBeGreaterThan(2)
    expect(sum(scripts)).toBeLessThan(300_000)
    const styles = readdirSync(join(built, 'assets')).filter((name) => /^(index|app)-.*\.css$/.test(name))
    expect(sum(styles.map((name) => `assets/${name}`))).toBeLessThan(30_000)
    console.info(`first load: ${sum(scripts)} bytes of script in ${scripts.size} files, compressed`)
  })

  it('is less than 450 kB for the sea, the map in it', () => {
    const sea = scriptsOf('sea-page', scripts)
    expect([...sea].join(' ')).toMatch(/use-scene/)
    expect(sum(scripts) + sum(sea)).toBeLessThan(450_000)
    console.info(`the sea: ${sum(scripts) + sum(sea)} bytes of script, compressed`)
  })

  it('holds neither the map nor another language than English', () => {
    const names = [...scripts].join(' ')
    expect(names).toMatch(/app-/)
    expect(names).not.toMatch(/sea-page|use-scene|webgl|webgpu|\bko-/)
  })
})

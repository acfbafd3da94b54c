import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

const run = promisify(execFile)
const room = resolve(fileURLToPath(import.meta.url), '../..')
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
/** WebGL 2 in software, glyphs at whole pixels for steady pictures, no sandbox because tests may run as root. */
const flags = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]
const packages = 'libnss3 libnspr4 libexpat1 fontconfig'

/**
 * Starts a real browser: the one named by `CORDON_BROWSER`, else the Chromium that comes inside a package, else an
 * installed Chromium, Chrome or Edge. Undefined where none starts; says so in one line with what to install, and a
 * test then skips itself: `const browser = await startBrowser(); describe.skipIf(!browser)(...)`. The caller closes it.
 */
export async function startBrowser(): Promise<Browser | undefined> {
  const faults: string[] = []
  for await (const candidate of candidates(faults)) {
    try {
      return await chromium.launch({ executablePath: candidate, args: flags, env: environment(candidate) })
    } catch (error) {
      faults.push(`${candidate}: ${reasonOf(error)}`)
    }
  }
  const why = faults.length > 0 ? faults.join('; ') : 'none was found'
  console.warn(
    `browser: no browser starts (${why}); the tests in a real browser are skipped. On Debian or Ubuntu: apt-get install -y ${packages}; or install Chromium, or set CORDON_BROWSER to its path.`,
  )
  return undefined
}

async function* candidates(faults: string[]): AsyncGenerator<string> {
  if (process.env.CORDON_BROWSER) yield process.env.CORDON_BROWSER
  if (process.platform === 'linux' && process.arch === 'x64') {
    const unpacked = await unpackedChromium().catch((error: unknown) => {
      faults.push(`unpacking Chromium: ${reasonOf(error)}`)
      return undefined
    })
    if (unpacked) yield unpacked
  }
  yield* installed.filter((path) => existsSync(path))
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium` once and returns its path. The package itself unpacks to a fixed
 * place and takes a half-written file for a whole one; here each process unpacks into a folder of its own, which then
 * takes its final name in one step, so that test runs in parallel never see half of it.
 */
async function unpackedChromium(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(await readFile(resolve(entry, '../../../package.json'), 'utf8')) as {
    version: string
  }
  const errors: unknown[] = []
  for (const parent of [resolve(room, '../node_modules/.cache'), join(tmpdir(), 'cordon')]) {
    const home = join(parent, `chromium-${version}`)
    const binary = join(home, 'chromium')
    if (existsSync(binary)) return binary
    try {
      await mkdir(parent, { recursive: true })
      const own = await mkdtemp(join(parent, 'unpacking-'))
      await unpackInto(own)
      await rename(own, home).catch(() => rm(own, { recursive: true, force: true }))
      return binary
    } catch (error) {
      errors.push(error)
    }
  }
  throw new Error(errors.map(reasonOf).join('; '))
}

/** In a process of its own, because the package unpacks to the temporary folder of its process. */
async function unpackInto(folder: string): Promise<void> {
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
  await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: room,
    env: { ...process.env, TMPDIR: folder, NODE_OPTIONS: '' },
    timeout: 120_000,
  })
}

/** A bare container has no font configuration: the package's own serves there. */
function environment(binary: string): Record<string, string> {
  const present = Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1])
  const fonts = join(dirname(binary), 'fonts')
  const needsFonts = !existsSync('/etc/fonts/fonts.conf') && existsSync(fonts)
  return { ...Object.fromEntries(present), ...(needsFonts ? { FONTCONFIG_PATH: fonts } : {}) }
}

/** The line of an error that tells why: a missing library, else its first line. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return /[^\n]*error while loading shared libraries[^\n]*/.exec(text)?.[0].trim() ?? text.split('\n')[0]!
}

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = resolve(fileURLToPath(import.meta.url), '../../../../..')
const program = join(root, 'apps/cordon/bin/cordon.js')
const fixtures = resolve(fileURLToPath(import.meta.url), '../fixtures')

/** A party whose matches are kept as findings. */
export interface WatchedParty {
  readonly storeAs: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/** The real program with a store of its own. */
export interface RunningCordon {
  readonly url: string
  /** Its data folder. */
  readonly data: string
  /** The one-time link for the first account, as the program printed it. */
  setUpLink(): Promise<string>
  /** Runs one command of the program on the same store. @returns what it wrote to standard output */
  run(...args: string[]): Promise<string>
  /** Screens a party and keeps what it meets. */
  watch(party: WatchedParty): Promise<void>
  /** Puts logs through the watch over networks, against the rules of the fixtures. */
  push(logs: string): Promise<void>
  /** Imports a list under a source's name, and waits until the server answers from it. */
  importList(file: string, source: string): Promise<void>
  /** Imports threat intelligence under a source's name. */
  importKnowledge(file: string, source: string): Promise<void>
  /** Fetches what a lists.yaml names, whatever comes of it. */
  updateLists(yaml: string): Promise<void>
  /** Kills the server without warning, and starts it anew under the same address on the same store. */
  killAndRestart(): Promise<void>
  stop(): Promise<void>
}

/** Starts `cordon serve` on a free port and an empty data folder: it holds the starter pack. */
export async function startCordon(): Promise<RunningCordon> {
  if (!existsSync(join(root, 'apps/console/dist/index.html')))
    throw new Error('The console is not built: run `npm run build` once (`npm test` does).')
  const data = await mkdtemp(join(tmpdir(), 'cordon-console-'))
  const rules = ['--rules', fixture('network-rules.yml')]
  const start = (port: string) =>
    spawn(process.execPath, [program, 'serve', '--port', port, '--data', data, ...rules], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  let server = start('0')
  let said = ''
  server.stderr?.on('data', (bytes: Buffer) => {
    said += bytes.toString()
  })
  const url = await addressOf(server)
  return {
    url,
    data,
    async setUpLink() {
      for (let tries = 0; tries < 300; tries++) {
        const found = /http:\S+\/set-up\/\S+/.exec(said)?.[0]
        if (found) return found
        await new Promise((resume) => setTimeout(resume, 100))
      }
      throw new Error(`No set-up link was printed: ${said}`)
    },
    async run(...args) {
      return (await promisify(execFile)(process.execPath, [program, ...args, '--data', data])).stdout
    },
    async watch(party) {
      const response = await fetch(`${url}/api/screen`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(party),
      })
      if (!response.ok) throw new Error(`POST /api/screen: ${response.status} ${await response.text()}`)
    },
    async push(logs) {
      const response = await fetch(`${url}/api/network/events`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: logs,
      })
      if (!response.ok)
        throw new Error(`POST /api/network/events: ${response.status} ${await response.text()}`)
    },
    async importList(file, source) {
      const args = [program, 'lists', 'import', file, '--source', source, '--data', data]
      // A list with rejects in it is imported all the same; the pages tell.
      await promisify(execFile)(process.execPath, args).catch(() => undefined)
      for (let tries = 0; (await fetch(`${url}/search/${source}?q=a`)).status !== 200; tries++) {
        if (tries > 200) throw new Error(`The server does not answer from ${source}.`)
        await new Promise((resume) => setTimeout(resume, 100))
      }
    },
    async importKnowledge(file, source) {
      const args = [program, 'knowledge', 'import', file, '--source', source, '--data', data]
      await promisify(execFile)(process.execPath, args)
    },
    async updateLists(yaml) {
      await writeFile(join(data, 'lists.yaml'), yaml)
      const names = [...yaml.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name!)
      // Failures and versions held back are what the pages are to show.
      await promisify(execFile)(process.execPath, [
        program,
        'lists',
        'update',
        ...names,
        '--data',
        data,
      ]).catch(() => undefined)
    },
    async killAndRestart() {
      const gone = once(server, 'exit')
      server.kill('SIGKILL')
      await gone
      server = start(new URL(url).port)
      await addressOf(server)
    },
    async stop() {
      const gone = once(server, 'exit')
      server.kill('SIGTERM')
      await gone
      await removed(data)
    },
  }
}

/** The starter's entities, to be imported as a list: once a real one is loaded, the starter itself has retired. */
export const publicRecord = join(root, 'packs/dprk/starter/entities.ftm.json')

/** The path of a fixture beside these tests. */
export const fixture = (name: string) => join(fixtures, name)

function addressOf(server: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    const hear = (bytes: Buffer) => {
      said += bytes.toString()
      const address = /http:\/\/[\w.[\]:]+/.exec(said)?.[0]
      if (address) found(address)
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.on('exit', (code) => failed(new Error(`cordon serve ended with ${code}: ${said}`)))
  })
}

/** The database server outlives the program by some seconds and holds its folder until then. */
async function removed(folder: string): Promise<void> {
  for (let tries = 0; tries < 30; tries++) {
    const isHeld =
      existsSync(join(folder, 'postgres', 'postmaster.pid')) || existsSync(join(folder, 'postmaster.pid'))
    if (!isHeld) break
    await new Promise((after) => setTimeout(after, 500))
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

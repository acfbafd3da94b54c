/**
 * How long the import of all lists together takes, into an empty store, and at most how much memory all its processes hold: the
 * program and PostgreSQL. Build first (`npm run build`), then:
 *
 *     node bench/lists/import-all.mjs [FOLDER WITH LISTS] [--latest]
 *
 * The folder is that of the reference data (default: `lists` in CORDON_REFERENCE_DATA or ../shared/data). With `--latest` one
 * version of each list, without it every file. Memory is the proportional share (PSS) of each process, so that what
 * PostgreSQL's processes share counts once. Baseline: the same bytes unpacked, and nothing done with them.
 */
import { spawn } from 'node:child_process'
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decompress } from '@cordon/formats'

const root = resolve(fileURLToPath(import.meta.url), '../../..')
const program = join(root, 'apps/cordon/bin/cordon.js')
const args = process.argv.slice(2)
const latestOnly = args.includes('--latest')
const given = args.find((arg) => !arg.startsWith('--'))
const folder = given ?? join(process.env.CORDON_REFERENCE_DATA ?? join(root, '../shared/data'), 'lists')
const data = mkdtempSync(join(tmpdir(), 'cordon-bench-'))

const files = readdirSync(folder, { recursive: true })
  .map((name) => join(folder, String(name)))
  .filter((path) => /\.(xml|csv|json)(\.gz)?$/.test(path) && !/manifest/.test(path))
  .sort()
const isMapped = (path) => /\.json(\.gz)?$/.test(path)
// Two days' SDN.CSV are two versions; its other parts are of a third day and go with neither.
const isPart = (path) => /us-ofac\/(add|alt|sdn_comments)_/.test(path)
const known = files.filter((path) => !isMapped(path) && !isPart(path))
const families = new Map()
for (const path of known) {
  const family = basename(path).replace(/[-_]?\d{4}-\d\d(-\d\d)?/g, '')
  families.set(family, [...(families.get(family) ?? []), path])
}
const chosen = latestOnly ? [...families.values()].map((all) => all.at(-1)) : known
const separate = chosen.filter((path) => /us-ofac\/sdn_\d/.test(path))
const together = chosen.filter((path) => !separate.includes(path))

/** How the files of no publisher's format are read: names alone. */
const mappings = {
  names: {
    of: (path) => /names-/.test(path),
    text: 'source: bench_names\nparts: together\nentities: {party: {schema: LegalEntity, keys: [source, id], properties: {name: full_name, alias: aliases}}}',
  },
  'EU, derived': {
    of: (path) => /eu-derived/.test(path),
    text: 'source: bench_eu\nmember: entities\nentities: {party: {schema: {column: type, values: {individual: Person, person: Person}, otherwise: LegalEntity}, keys: [source_id, name], properties: {name: name, alias: aliases, birthDate: birthdates, idNumber: identifiers}}}',
  },
  wallets: {
    of: (path) => /wallets/.test(path),
    text: 'source: bench_wallets\nmember: addresses\nentities: {wallet: {schema: CryptoWallet, keys: [chain, address], properties: {publicKey: address, currencySymbol: ofac_tickers, holder: {entity: holder}}}, holder: {schema: LegalEntity, keys: [entity_id], properties: {name: entity_name}}}',
  },
}
const mapped = Object.entries(mappings).map(([name, { of, text }]) => {
  const path = join(data, `${name}.yaml`)
  writeFileSync(path, text)
  return { name, path, files: files.filter((file) => isMapped(file) && of(file)) }
})

const cpu = new Map()
let peak = 0
let peakProgram = 0
const fields = (pid) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
function pss(pid) {
  return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
}
function processes(pid) {
  const found = [pid]
  try {
    const postmaster = Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
    found.push(postmaster)
    for (const name of readdirSync('/proc'))
      if (/^\d+$/.test(name) && Number(fields(name)[1]) === postmaster) found.push(Number(name))
  } catch {
    // Not started yet, or a process has just gone.
  }
  return found
}
function sample(pid) {
  let total = 0
  for (const one of processes(pid))
    try {
      const stat = fields(one)
      cpu.set(one, (Number(stat[11]) + Number(stat[12])) / 100)
      const share = pss(one)
      total += share
      if (one === pid) peakProgram = Math.max(peakProgram, share)
    } catch {
      // It has just gone.
    }
  peak = Math.max(peak, total)
}

const programs = []
async function run(label, ...words) {
  const started = performance.now()
  const child = spawn(
    process.execPath,
    [program, 'lists', 'import', ...words, '--data', data, '--progress'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  programs.push(child.pid)
  let steps = 0
  let message = ''
  child.stderr.on('data', (chunk) => {
    steps += String(chunk).split('\n').length - 1
    message = String(chunk)
  })
  const timer = setInterval(() => sample(child.pid), 100)
  const code = await new Promise((done) => child.once('close', done))
  clearInterval(timer)
  if (code !== 0) console.error(`${label}: exit ${code}: ${message}`)
  const seconds = (performance.now() - started) / 1000
  console.log(`${label}: ${seconds.toFixed(1)} s, progress told ${steps} times`)
}

const start = performance.now()
const [names, ...others] = mapped
await run(
  `${together.length} files of known formats, ${names.files.length} of names`,
  ...together,
  ...names.files,
  '--mapping',
  names.path,
)
for (const path of separate) await run(basename(path), path, '--source', 'us_ofac_sdn_csv')
for (const { name, path, files } of others) await run(name, ...files, '--mapping', path)
const seconds = (performance.now() - start) / 1000
const sumOf = (pids) => pids.reduce((sum, pid) => sum + (cpu.get(pid) ?? 0), 0)
const programCpu = sumOf(programs)
const databaseCpu = sumOf([...cpu.keys()].filter((pid) => !programs.includes(pid)))

const baseline = process.cpuUsage()
let bytes = 0
for (const path of [...chosen, ...files.filter(isMapped)])
  for await (const chunk of decompress(createReadStream(path))) bytes += chunk.length
const { user, system } = process.cpuUsage(baseline)

console.log(`all: ${seconds.toFixed(1)} s (load ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]})`)
console.log(
  `CPU: program ${programCpu.toFixed(1)} s, PostgreSQL ${databaseCpu.toFixed(1)} s; of two cores ${((programCpu + databaseCpu) / 2).toFixed(1)} s at least`,
)
console.log(`peak: ${peak.toFixed(0)} MB of all processes, ${peakProgram.toFixed(0)} MB of the program`)
console.log(
  `unpacking alone: ${((user + system) / 1e6).toFixed(1)} s of CPU for ${(bytes / 1e6).toFixed(0)} MB`,
)
rmSync(data, { recursive: true, force: true, maxRetries: 10 })

/**
 * Peers on the same events, where they are installed: Zircolite, pySigma's SQLite backend (Python), Hayabusa and rsigma (Rust). Each
 * is named by a variable or found on the PATH; the others are told with what to install. Nothing is downloaded.
 *
 *     ZIRCOLITE=/path/zircolite.py HAYABUSA=/path/hayabusa RSIGMA=rsigma PYTHON=python3 node ... bench/cyber/peers.ts EVENTS.json RULES
 */
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [events, rules] = process.argv.slice(2)
if (!events || !rules) {
  console.log('give a file of JSON events, one a line, and a folder of rules')
  process.exit(2)
}
const lines = Number(spawnSync('wc', ['-l', events]).stdout.toString().split(' ')[0])
console.log(`${lines.toLocaleString('en-US')} events, ${(statSync(events).size / 1e6).toFixed(0)} MB`)

const peers: readonly [name: string, command: readonly string[], install: string][] = [
  [
    'Cordon',
    [
      process.execPath,
      'apps/cordon/bin/cordon.js',
      'network',
      'scan',
      events,
      '--rules',
      rules,
      '--format',
      'ndjson',
    ],
    'npm run build',
  ],
  [
    'Zircolite',
    [
      'python3',
      process.env.ZIRCOLITE ?? 'zircolite.py',
      '--events',
      events,
      '--ruleset',
      rules,
      '--jsononly',
    ],
    'clone wagga40/Zircolite, install its requirements, set ZIRCOLITE',
  ],
  [
    'Hayabusa',
    [
      process.env.HAYABUSA ?? 'hayabusa',
      'json-timeline',
      '-J',
      '-f',
      events,
      '-r',
      rules,
      '-w',
      '-q',
      '-o',
      '/dev/null',
    ],
    'install Hayabusa, set HAYABUSA',
  ],
  [
    'rsigma',
    [process.env.RSIGMA ?? 'rsigma', 'eval', '--rules', rules, '-e', `@${events}`],
    'cargo install rsigma, set RSIGMA',
  ],
]
for (const [name, [program, ...args], install] of peers) {
  const start = performance.now()
  const { status, error } = spawnSync(program!, args, { stdio: 'ignore', timeout: 600_000 })
  if (error || status !== 0) {
    console.log(
      `${name.padEnd(10)} did not run (${error?.message.split('\n')[0] ?? `exit ${status}`}); to compare: ${install}`,
    )
    continue
  }
  const wall = (performance.now() - start) / 1000
  console.log(
    `${name.padEnd(10)} ${wall.toFixed(1)} s, ${Math.round(lines / wall).toLocaleString('en-US')} events/s of wall time, loading the rules included`,
  )
}
// pySigma converts rules and evaluates none; its SQLite backend over a table of the events is how Zircolite evaluates them.
const sqlite = spawnSync(
  process.env.PYTHON ?? 'python3',
  [fileURLToPath(new URL('peer_sqlite.py', import.meta.url)), events, rules],
  { encoding: 'utf8', timeout: 600_000 },
)
console.log(
  sqlite.status === 0
    ? `pySigma's SQLite backend (CPU): ${sqlite.stdout.trim()}`
    : 'pySigma    did not run; to compare: pip install pysigma "pysigma-backend-sqlite<2" pysigma-pipeline-sysmon pysigma-pipeline-windows, set PYTHON',
)

/**
 * Messages a second on one core, from the bytes of NMEA sentences: to columns of positions, to message objects, and to
 * NDJSON; beside gpsdecode, libais and pyais where they are installed (`--install` brings them). Each of ours reads the file `--times` times in one
 * process, the first pass to warm up; the pass of the middle is shown. Seconds of CPU count all threads, and stay
 * true on a busy machine. Build first (`npm run build`), then:
 *
 *     node bench/maritime/decode.mjs FILE.nmea[.gz] [--times 10] [--python python3] [--install]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { AisDecoder, NdjsonDecoder, PositionDecoder } from '@cordon/maritime'
import { peerPython } from './peers.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: 'string', default: '10' },
    python: { type: 'string', default: 'python3' },
    install: { type: 'boolean', default: false },
  },
})
const [path] = positionals
if (!path) {
  console.error('usage: node bench/maritime/decode.mjs FILE.nmea[.gz] [--times 10] [--python python3]')
  process.exit(2)
}
const times = Number(values.times)
const stored = readFileSync(path)
const bytes = path.endsWith('.gz') ? gunzipSync(stored) : stored
const chunk = 64 * 1024

function pass(decoder, use) {
  const before = process.cpuUsage()
  const start = performance.now()
  for (let at = 0; at < bytes.length; at += chunk) use(decoder.push(bytes.subarray(at, at + chunk)))
  use(decoder.end())
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  return { messages: decoder.counts.messages, seconds, cpu: (user + system) / 1e6 }
}

const best = { cpu: 0 }
function show(name, messages, seconds, cpu) {
  const isOurs = name.startsWith('cordon')
  if (isOurs) best.cpu = Math.max(best.cpu, messages / cpu)
  const ratio = isOurs ? '' : `; cordon's columns ${(best.cpu / (messages / cpu)).toFixed(0)} times that`
  const rate = (time) =>
    Math.round(messages / time)
      .toLocaleString('en')
      .padStart(10)
  console.log(
    `${name.padEnd(26)}${rate(seconds)} a second${rate(cpu)} a second of CPU  (${messages} messages${ratio})`,
  )
}

function report(name, make, use) {
  const passes = []
  let held = 0
  for (let i = 0; i <= times; i++) {
    const result = pass(make(), (out) => {
      held += use(out)
    })
    if (i > 0) passes.push(result)
  }
  passes.sort((a, b) => a.cpu - b.cpu)
  const { messages, seconds, cpu } = passes[passes.length >> 1]
  if (held === 0) throw new Error(`${name}: expected output, found none`)
  show(name, messages, seconds, cpu)
}

report(
  'cordon, position columns',
  () => new PositionDecoder(),
  (out) => out.positions.length,
)
report(
  'cordon, NDJSON',
  () => new NdjsonDecoder(),
  (out) => out.ndjson.length,
)
report(
  'cordon, message objects',
  () => new AisDecoder(),
  (out) => out.records.length,
)

const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-'))
const plain = join(folder, 'input.nmea')
writeFileSync(plain, bytes)

/** Runs a peer on the file under bash, whose `time` tells the CPU seconds. */
function peer(name, command, args, input, counted) {
  const run = spawnSync('bash', ['-c', 'TIMEFORMAT="%R %U %S"; time "$@"', 'bash', command, ...args], {
    input,
    maxBuffer: 1 << 30,
    encoding: 'latin1',
  })
  if (run.error || run.status !== 0) {
    const said = (run.error?.message ?? run.stderr).trim().split('\n')
    console.log(
      `${name.padEnd(26)}skipped: ${said.findLast((line) => /Error|not found/.test(line)) ?? said[0]}`,
    )
    return
  }
  const [real, user, system] = run.stderr.trim().split('\n').at(-1).split(' ').map(Number)
  show(name, counted(run.stdout), real, user + system)
}

const python = peerPython(values.python, values.install)
peer('gpsdecode -j', 'gpsdecode', ['-j'], bytes, (out) => out.split('\n').length - 1)
const script = `
import sys
from pyais.stream import FileReaderStream
n = 0
for message in FileReaderStream(sys.argv[1]):
    try:
        message.decode(); n += 1
    except Exception:
        pass
print(n)
`
peer('pyais', python, ['-c', script, plain], '', Number)
const libais = `
import sys, ais.stream
print(sum(1 for message in ais.stream.decode(open(sys.argv[1], errors='replace'))))
`
peer('libais', python, ['-W', 'ignore', '-c', libais, plain], '', Number)
rmSync(folder, { recursive: true })

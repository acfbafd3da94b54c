/**
 * `cordon knowledge import` of a STIX bundle of a million objects, a thousand of them faulty, into a store of its own: time, CPU, peak
 * memory of the program, and that every object is in a count. The baseline in the same run is JSON.parse of the same file's lines.
 *
 *   node --conditions=cordon-source --import tsx bench/sharing/million-bundle.ts [OBJECTS]
 */
import { spawn } from 'node:child_process'
import { chmodSync, createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { makeBundle } from './make-bundle.ts'

const count = Number(process.argv[2] ?? 1_000_000)
const folder = mkdtempSync(join(tmpdir(), 'cordon-million-'))
chmodSync(folder, 0o755)
const file = join(folder, 'million.json')
await makeBundle(file, count)
console.log(`${count.toLocaleString('en')} objects, ${Math.round(statSync(file).size / 1e6)} MB`)
const cpu = process.cpuUsage()
for await (const line of createInterface({ input: createReadStream(file) }))
  if (line.startsWith('{"type":"') && !line.startsWith('{"type":"bundle"')) JSON.parse(line.replace(/,$/, ''))
const { user } = process.cpuUsage(cpu)
console.log(`baseline, JSON.parse of its lines: ${(user / 1e6).toFixed(1)} s of CPU`)
const began = Date.now()
const child = spawn(
  process.execPath,
  [
    'apps/cordon/bin/cordon.js',
    'knowledge',
    'import',
    file,
    '--source',
    'bench',
    '--data',
    join(folder, 'data'),
    '--rejects',
    join(folder, 'rejects.ndjson'),
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
)
let out = ''
child.stdout.on('data', (text) => {
  out += text
})
let peak = 0
let seconds = 0
const timer = setInterval(() => {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    seconds = (Number(stat[11]) + Number(stat[12])) / 100
  } catch {
    // It has ended.
  }
}, 200)
const code = await new Promise((resolve) => child.once('exit', resolve))
clearInterval(timer)
console.log(
  `exit ${code}: ${((Date.now() - began) / 1000).toFixed(1)} s by the wall, ${seconds.toFixed(1)} s of the program's CPU, peak ${Math.round(peak / 1024)} MB`,
)
for (const line of out.split('\n').filter(Boolean)) {
  const { read, rejected, rejectedBy, unknown, changes } = JSON.parse(line)
  const total = Object.values(read as Record<string, number>).reduce((sum, n) => sum + n, 0)
  console.log(JSON.stringify({ read: total, rejected, rejectedBy, unknown, changes }))
}
rmSync(folder, { recursive: true, force: true })

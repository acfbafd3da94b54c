/**
 * Peers that other benchmarks run beside ours. `--install` brings those that registries have: pyais and libais into a virtual
 * environment in the system's temporary folder, gpsdecode (gpsd-clients) by apt-get where this is root. What is not there is
 * skipped, with a line that says so.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const environment = join(tmpdir(), 'cordon-bench-python')

/** The Python that has the peers: the one made by `--install`, else the one that is named. */
export function peerPython(named, install) {
  const python = join(environment, 'bin', 'python')
  if (install) {
    const has = (module) => spawnSync(python, ['-c', `import ${module}`]).status === 0
    if (!existsSync(python)) quietly(named, ['-m', 'venv', environment])
    if (!has('pyais') || !has('ais')) quietly(python, ['-m', 'pip', 'install', '-q', 'pyais', 'libais'])
    if (spawnSync('gpsdecode', ['-V']).error && process.getuid?.() === 0) {
      quietly('apt-get', ['update'])
      quietly('apt-get', ['install', '-y', 'gpsd-clients'])
    }
  }
  return existsSync(python) ? python : named
}

function quietly(command, args) {
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (error || status !== 0)
    console.log(`${command} ${args.join(' ')}: ${error?.message ?? stderr.trim().split('\n').at(-1)}`)
}

/** What there is to say of Global Fishing Watch's pipe-encounters: it is in no package registry. */
export const pipeEncountersNote =
  'GFW pipe-encounters: skipped: no package registry has it, and it needs apache-beam and its own sources'

/** The reference data of the benches here: rules, events, regression cases, unpacked in memory. Nothing is written. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { parseSigma, type SigmaDocument, type SigmaRule } from '@cordon/cyber'
import { bytesOf, collect } from '@cordon/formats'
import { readTar } from '@cordon/testing'

const repository = resolve(fileURLToPath(import.meta.url), '../../..')

/** The folder of the reference data (`CORDON_REFERENCE_DATA`, by default `../shared/data`), and below it. */
export function reference(path: string): string {
  return join(resolve(process.env.CORDON_REFERENCE_DATA ?? resolve(repository, '../shared/data')), path)
}

/** Files of a .tar.gz of the reference data. */
export function archive(path: string): { name: string; bytes: Buffer }[] {
  return readTar(gunzipSync(readFileSync(reference(path))))
}

/** SigmaHQ's documents, as they are kept in the reference data. */
export function sigmaDocuments(): SigmaDocument[] {
  return archive('cyber/sigma/sigma-rules-8eaafff1f.tar.gz')
    .filter(({ name }) => name.endsWith('.yml'))
    .flatMap(({ name, bytes }) => parseSigma(bytes.toString(), name).documents)
}

/** SigmaHQ's rules for Windows. */
export function windowsRules(): SigmaRule[] {
  return sigmaDocuments().filter(
    (one): one is SigmaRule => one.kind === 'rule' && one.logSource.product === 'windows',
  )
}

/** The Security-Datasets: name of each set, and its events as NDJSON. */
export function securityDatasets(): { name: string; text: Buffer }[] {
  const root = reference('cyber/security-datasets/datasets/atomic/windows')
  return readdirSync(root).flatMap((tactic) =>
    readdirSync(join(root, tactic, 'host')).map((file) => ({
      name: basename(file, '.zip'),
      text: unzip(join(root, tactic, 'host', file)),
    })),
  )
}

function unzip(path: string): Buffer {
  const { stdout, status, error } = spawnSync('unzip', ['-p', path, '-x', '__MACOSX/*'], {
    maxBuffer: 1 << 30,
  })
  if (error || (status !== 0 && status !== 11)) throw error ?? new Error(`unzip ${path}: ${status}`)
  return stdout
}

/** CPU time of this process in seconds: what a shared machine can't distort as much as the clock. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

export { bytesOf, collect }

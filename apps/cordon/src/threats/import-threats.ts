import { createHash } from 'node:crypto'
import type { Reject } from '@cordon/formats'
import { CordonError, type Instant } from '@cordon/model'
import type { ThreatReading } from '@cordon/sources'
import type { Store, ThreatImportResult } from '../store/index.ts'
import type { ThreatPlan } from './plan-threats.ts'

/** What an import is told besides the file. */
export interface ThreatRequest {
  readonly source?: string
  readonly actor: string
  /** The time of reading; see `ReadOptions`. */
  readonly now?: Instant
  readonly onProgress?: (storedBytes: number) => void
  readonly onRejects?: (rejects: readonly Reject[]) => Promise<void>
}

/**
 * The reading of a planned file.
 * @param source the one that is given, or that of the folder for formats that don't say whose they are
 */
export function readPlan(
  { reader, file, folder }: ThreatPlan,
  { source, now, onProgress, onRejects }: ThreatRequest,
): ThreatReading {
  // STIX and MISP name their makers themselves.
  const saysItself = ['stix-bundle', 'misp-event', 'misp-galaxy', 'misp-warninglist'].includes(reader.format)
  const from = source ?? (saysItself ? undefined : folder)
  if (from === undefined && !saysItself) throw noSource(file.name)
  const reading = reader.read(file, {
    fetched: file.written,
    ...(from && { source: from }),
    ...(now !== undefined && { now }),
    ...(onProgress && { onProgress }),
  })
  return onRejects ? watched(reading, onRejects) : reading
}

/** Imports one file as a new version of its collection, whole or not at all. */
export async function importThreatFile(
  store: Store,
  plan: ThreatPlan,
  request: ThreatRequest,
): Promise<ThreatImportResult> {
  const reading = readPlan(plan, { now: store.now(), ...request })
  return store.threats.import(reading, {
    ...(request.source && { source: request.source }),
    collection: plan.collection,
    sha256: await hashOf(plan),
    fetched: plan.file.written,
    actor: request.actor,
  })
}

async function hashOf({ file }: ThreatPlan): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of file.open()) hash.update(chunk)
  return hash.digest('hex')
}

function watched(
  reading: ThreatReading,
  onRejects: (rejects: readonly Reject[]) => Promise<void>,
): ThreatReading {
  return {
    async *[Symbol.asyncIterator]() {
      for await (const batch of reading) {
        if (batch.rejects.length > 0) await onRejects(batch.rejects)
        yield batch
      }
    },
    report: () => reading.report(),
  }
}

function noSource(name: string): CordonError {
  return new CordonError({
    code: 'CORDON_NO_SOURCE',
    expected: 'to know who publishes it: every claim is kept with who makes it',
    found: 'a format that does not say',
    where: name,
    remedy: 'Name the source: --source maltrail; or give the folder it is in, whose name is taken.',
  })
}

import type { Reject } from '@cordon/formats'
import { type KnownThreats, ThreatCollector } from './known-threats.ts'
import { planThreats } from './plan-threats.ts'

/** What was read of files, and what of it could not be. */
export interface ThreatsFromFiles {
  readonly known: KnownThreats
  readonly rejects: readonly Reject[]
  /** Files in folders that no reader knows. */
  readonly passedOver: readonly string[]
}

/**
 * Threat intelligence straight from files and folders, without a store: for one run over logs. A source that gives no date
 * counts as standing by what it says when its file was written.
 * @throws CordonError for a file named by itself that no reader understands; InputError for one that breaks off
 */
export async function threatsFromFiles(paths: readonly string[]): Promise<ThreatsFromFiles> {
  const { plans, passedOver } = await planThreats(paths)
  const collector = new ThreatCollector()
  const rejects: Reject[] = []
  for (const { reader, file, folder, collection } of plans) {
    const saysItself = ['stix-bundle', 'misp-event', 'misp-galaxy', 'misp-warninglist'].includes(
      reader.format,
    )
    const source = saysItself ? {} : { source: folder ?? file.name }
    for await (const batch of reader.read(file, { fetched: file.written, ...source })) {
      for (const item of batch.records) collector.add(dated(item, file.written))
      for (const reject of batch.rejects) rejects.push({ ...reject, where: `${collection} ${reject.where}` })
    }
  }
  return { known: collector.build(), rejects, passedOver }
}

type Item = Parameters<ThreatCollector['add']>[0]

function dated(item: Item, written: number): Item {
  if (item.is !== 'indicator') return item
  const { validFrom, lastSeen } = item.indicator
  if (validFrom !== undefined || lastSeen !== undefined) return item
  return { is: 'indicator', indicator: { ...item.indicator, lastSeen: written } }
}

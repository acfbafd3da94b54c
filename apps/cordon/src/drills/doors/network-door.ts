import {
  type CyberKnowledge,
  CyberWatch,
  type LogRecord,
  type PlantedRecord,
  readLogs,
  type SimulatedLog,
  simulateLogs,
} from '@cordon/cyber'
import { CordonError, type Finding, type Instant } from '@cordon/model'
import { eventClock } from '../../runner/index.ts'
import type { Drill } from '../drill-form.ts'
import { drillHosts, drillPeople } from '../institution.ts'
import { type DoorFeed, quietDoor } from './door.ts'

/** How far behind the latest record another may come, and how often the watch is told the time: as live logs are watched. */
const [lateness, tick] = [600_000, 60_000]

/** The logs of the institution, through the readers of real logs and the watch over networks. */
export async function networkDoor(
  drill: Drill,
  knowledge: CyberKnowledge,
  options: { readonly withOperation: boolean; readonly share: number },
): Promise<DoorFeed> {
  if (!drill.ordinary.network) return quietDoor('network')
  const records: LogRecord[] = []
  for (const log of logsOf(drill, options)) records.push(...(await recordsOf(log)))
  records.sort((a, b) => a.time! - b.time!)
  const watch = new CyberWatch()
  watch.start(knowledge)
  const clock = eventClock(lateness, tick)
  return {
    door: 'network',
    times: Float64Array.from(records, ({ time }) => time!),
    *observe(index: number): Iterable<Finding> {
      const record = records[index]!
      clock.see(record.time!)
      const watermark = clock.due()
      if (watermark !== undefined) yield* watch.advance(watermark)
      yield* watch.observe([record])
    },
    end: (until: Instant) => watch.advance(until + 86_400_000),
  }
}

/** A drill's logs as files. */
export function logsOf(
  { ordinary, operation, institution }: Drill,
  { withOperation, share }: { readonly withOperation: boolean; readonly share: number },
): SimulatedLog[] {
  const { network, seed } = ordinary
  if (!network) return []
  const { utcOffsetHours, daysOff } = institution
  return simulateLogs({
    ordinary: {
      seed,
      from: network.from,
      until: network.until,
      perHour: network.perHour * share,
      mix: present(network.mix),
      hosts: drillHosts(institution),
      accounts: drillPeople(institution),
      utcOffsetHours,
      daysOff,
    },
    planted: withOperation ? (operation.network.map(present) as PlantedRecord[]) : [],
  })
}

async function recordsOf({ name, text }: SimulatedLog): Promise<LogRecord[]> {
  const records: LogRecord[] = []
  async function* bytes() {
    yield new TextEncoder().encode(text)
  }
  for await (const batch of readLogs(bytes(), { name: `drill:${name}` })) {
    const [lost] = batch.rejects
    if (lost)
      throw new CordonError({
        code: 'CORDON_DRILL_RECORD',
        expected: 'records that the readers of logs can read',
        found: `${lost.reason}: ${lost.excerpt.slice(0, 200)}`,
        where: lost.where,
        remedy: "Mend the record under operation.network of the drill's file.",
      })
    for (const record of batch.records) if (record.time !== undefined) records.push(record)
  }
  return records
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }

function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>
}

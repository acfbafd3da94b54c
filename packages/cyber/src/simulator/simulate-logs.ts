import { type OrdinaryLogsOptions, ordinaryLines } from './ordinary.ts'
import { type PlantedRecord, plantedLines } from './planted.ts'
import { type SimulatedLine, type SimulatedLogName, simulatedLogs } from './simulated-log.ts'

/** A log file of a made-up site. */
export interface SimulatedLog {
  readonly name: SimulatedLogName
  readonly text: string
}

/** What is simulated: a site's ordinary logs, and an operation's records among them. */
export interface SimulateLogsOptions {
  readonly ordinary?: OrdinaryLogsOptions
  readonly planted?: readonly PlantedRecord[]
}

/**
 * The logs of a made-up institution, each in the form that its program writes and in order of time. The same options give the
 * same bytes; the ordinary lines are the same whatever is planted among them.
 */
export function simulateLogs({ ordinary, planted = [] }: SimulateLogsOptions): SimulatedLog[] {
  const lines = [...(ordinary ? ordinaryLines(ordinary) : []), ...plantedLines(planted)]
  const byLog = new Map<SimulatedLogName, SimulatedLine[]>()
  for (const line of lines) {
    const there = byLog.get(line.log)
    if (there) there.push(line)
    else byLog.set(line.log, [line])
  }
  return (Object.keys(simulatedLogs) as SimulatedLogName[]).flatMap((name) => {
    const of = byLog.get(name)
    if (!of) return []
    const text = of
      .sort((a, b) => a.time - b.time)
      .map((line) => line.text)
      .join('')
    return [{ name, text }]
  })
}

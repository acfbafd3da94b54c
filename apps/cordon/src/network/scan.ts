import { type CyberKnowledge, type CyberOptions, CyberWatch, type LogRecord } from '@cordon/cyber'
import type { Finding, Instant } from '@cordon/model'
import { type RunSummary, runWatch, type StreamItem } from '../runner/index.ts'
import type { Store } from '../store/index.ts'
import type { LogInput } from './inputs.ts'
import { LogReading, type ScanOptions, type ScanSummary } from './log-reading.ts'
import type { SightingLog } from './sightings.ts'

/**
 * Scans logs and gives what is found, each finding once, in its last form. A file that can't be read on is a reject; what
 * was read of it stands.
 */
export async function scanLogs(
  inputs: AsyncIterable<LogInput>,
  options: ScanOptions,
): Promise<{ findings: Finding[]; summary: ScanSummary; rejects: CyberWatch['rejects'] }> {
  const watch = new CyberWatch({ isBatch: true })
  watch.start(options.knowledge)
  const findings = new Map<string, Finding>()
  const keep = (found: Iterable<Finding>) => {
    for (const one of found)
      if ((findings.get(one.id)?.revision ?? -1) < one.revision) findings.set(one.id, one)
  }
  const reading = new LogReading(options)
  for await (const { records } of reading.all(await listed(inputs))) keep(watch.observe(records))
  keep(watch.advance(Number.MAX_SAFE_INTEGER))
  return {
    findings: [...findings.values()],
    summary: { ...reading.summary(), setAside: watch.setAside },
    rejects: watch.rejects,
  }
}

/** How a scan is kept. */
export interface KeptScanOptions extends ScanOptions {
  readonly signal?: AbortSignal
  /** Where indicators were met: kept with each commit. */
  readonly sightings?: SightingLog
  /** Told of findings as they are found, revisions too. */
  readonly onFindings?: (findings: readonly Finding[]) => void
}

/** Records taken of each file; see `inTimeOrder`. */
interface ScanPosition {
  readonly taken: readonly number[]
}

/** Records between commits of a scan that is kept. */
const commitEvery = 500_000

/**
 * The same, findings and state kept in the store: a scan that was killed goes on where its last commit stood, one that has
 * ended says nothing twice. Files must be the same and in the same order.
 */
export async function scanIntoStore(
  store: Store,
  run: string,
  inputs: () => AsyncIterable<LogInput>,
  options: KeptScanOptions,
): Promise<{ run: RunSummary; summary: ScanSummary; rejects: CyberWatch['rejects'] }> {
  const watch = new ToldWatch(options.onFindings ?? (() => {}), { isBatch: true })
  const reading = new LogReading(options)
  async function* items(after: ScanPosition | undefined): AsyncGenerator<readonly Item[]> {
    // Without a time of their own for the run: nothing is closed before the end.
    for await (const { records, taken } of reading.all(await listed(inputs()), after?.taken)) {
      const position = { taken }
      yield records.map((observation) => ({ observation, position }))
      if (options.signal?.aborted) return
    }
  }
  const done = await runWatch<LogRecord, CyberKnowledge, ReturnType<CyberWatch['snapshot']>, ScanPosition>({
    run,
    watch,
    known: options.knowledge,
    open: items,
    store,
    commitEvery,
    commitInterval: 60_000,
    beforeCommit: async () => store.threats.sight(options.sightings?.take() ?? []),
    ...(options.signal && { signal: options.signal }),
  })
  // A run that has ended before was not begun again.
  const hasStarted = reading.summary().files > 0
  return {
    run: done,
    summary: { ...reading.summary(), setAside: hasStarted ? watch.setAside : new Map() },
    rejects: hasStarted ? watch.rejects : [],
  }
}

/** A watch that also tells what it found to whoever shows it. */
class ToldWatch extends CyberWatch {
  private readonly tellAll: (findings: readonly Finding[]) => void

  constructor(tellAll: (findings: readonly Finding[]) => void, options: CyberOptions) {
    super(options)
    this.tellAll = tellAll
  }

  override observe(batch: readonly LogRecord[]): Iterable<Finding> {
    return this.told(super.observe(batch))
  }

  override advance(watermark: Instant): Iterable<Finding> {
    return this.told(super.advance(watermark))
  }

  private told(found: Iterable<Finding>): Finding[] {
    const findings = [...found]
    this.tellAll(findings)
    return findings
  }
}

async function listed(inputs: AsyncIterable<LogInput>): Promise<LogInput[]> {
  const all: LogInput[] = []
  for await (const one of inputs) all.push(one)
  return all
}

type Item = StreamItem<LogRecord, CyberKnowledge, ScanPosition>

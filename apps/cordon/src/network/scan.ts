import {
  type CyberKnowledge,
  type CyberOptions,
  CyberWatch,
  type LogFormat,
  type LogRecord,
  readLogs,
  type StatedSource,
} from '@cordon/cyber'
import { InputError, type Reject } from '@cordon/formats'
import type { Finding, Instant } from '@cordon/model'
import { type RunSummary, runWatch, type StreamItem } from '../runner/index.ts'
import type { Store } from '../store/index.ts'
import type { LogInput } from './inputs.ts'
import type { SightingLog } from './sightings.ts'

/** How logs are scanned. */
export interface ScanOptions {
  readonly knowledge: CyberKnowledge
  /** What the records are, where they don't say it. */
  readonly source?: StatedSource
  readonly onRejects: (rejects: readonly Reject[]) => Promise<void>
  readonly onProgress: (progress: ScanProgress) => void
}

/** How far a scan is. */
export interface ScanProgress {
  readonly files: number
  readonly records: number
  readonly bytes: number
}

/** What a scan came to. */
export interface ScanSummary extends ScanProgress {
  /** Files that could not be read to their end. */
  readonly broken: number
  readonly formats: Readonly<Partial<Record<LogFormat, number>>>
  /** Matches that the site's tuning set aside, by rule. */
  readonly setAside: ReadonlyMap<string, number>
}

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
  for await (const input of inputs)
    for await (const records of reading.records(input)) keep(watch.observe(records))
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

interface ScanPosition {
  readonly file: number
  readonly taken: number
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
    let file = -1
    for await (const input of inputs()) {
      file++
      if (file < (after?.file ?? 0)) continue
      let skip = file === after?.file ? after.taken : 0
      let taken = 0
      for await (const records of reading.records(input)) {
        const fresh = records.slice(Math.min(skip, records.length))
        taken += records.length
        skip -= records.length - fresh.length
        // Without a time of their own for the run: files stand in no order of time, and nothing is closed before the end.
        const base = taken - fresh.length
        yield fresh.map((observation, i) => ({ observation, position: { file, taken: base + i + 1 } }))
        if (options.signal?.aborted) return
      }
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

type Item = StreamItem<LogRecord, CyberKnowledge, ScanPosition>

/** Reads one input after the other and counts. */
class LogReading {
  private files = 0
  private count = 0
  private bytes = 0
  private broken = 0
  private readonly formats: Partial<Record<LogFormat, number>> = {}
  private readonly options: ScanOptions

  constructor(options: ScanOptions) {
    this.options = options
  }

  async *records(input: LogInput): AsyncGenerator<readonly LogRecord[], void, undefined> {
    const { onRejects, onProgress, source } = this.options
    this.files++
    const bytes = input.open((count) => {
      this.bytes += count
    })
    try {
      for await (const batch of readLogs(bytes, {
        name: input.name,
        ...(input.written !== undefined && { now: input.written }),
        ...(source && { source }),
        onFormat: (format) => {
          this.formats[format] = (this.formats[format] ?? 0) + 1
        },
      })) {
        if (batch.rejects.length > 0) await onRejects(batch.rejects)
        this.count += batch.records.length
        if (batch.records.length > 0) yield batch.records
        onProgress(this.progress())
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      this.broken++
      await onRejects([{ where: input.name, reason: `could not be read on: ${error.message}`, excerpt: '' }])
    }
  }

  summary(): Omit<ScanSummary, 'setAside'> {
    return { ...this.progress(), broken: this.broken, formats: this.formats }
  }

  private progress(): ScanProgress {
    return { files: this.files, records: this.count, bytes: this.bytes }
  }
}

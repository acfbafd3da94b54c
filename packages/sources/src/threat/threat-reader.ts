import type { Batch, Reject } from '@cordon/formats'
import { isoSeconds, type Source, type ThreatItem } from '@cordon/model'
import type { InputFile, ReadOptions, ReadReport } from '../reader.ts'
import type { ReportBuilder } from '../report.ts'

/** A reading of threat intelligence in progress: batches of items, then the report. */
export interface ThreatReading extends AsyncIterable<Batch<ThreatItem>> {
  /** Complete once the iteration has ended without an error; throws before. */
  report(): ReadReport
}

/** A reader of one format of threat intelligence. */
export interface ThreatReader {
  /** `stix-bundle`, `misp-event`, `misp-galaxy`, `indicator-csv` ... */
  readonly format: string
  /** The source it is where neither the caller nor the file says another. */
  readonly source: Source
  /** Whether the decompressed beginning of a file (up to 64 KiB) is of this format. */
  recognises(head: string, fileName: string): boolean
  read(file: InputFile, options: ReadOptions): ThreatReading
}

/** What came of one or more records of the input. */
export type ThreatStep = Batch<ThreatItem>

/** A step of items alone. */
export const found = (...records: ThreatItem[]): ThreatStep => ({ records, rejects: [] })

/** A step of one reject; the reason begins with its name. */
export const rejected = (where: string, reason: string, excerpt: string): ThreatStep => ({
  records: [],
  rejects: [{ where, reason, excerpt: excerpt.slice(0, 200) }],
})

/** A `ThreatReading` over a reader's steps; see `readingOf`. */
export function threatReadingOf(
  report: ReportBuilder,
  options: ReadOptions,
  steps: () => AsyncIterable<ThreatStep>,
): ThreatReading {
  report.setVersion(isoSeconds(options.fetched))
  return {
    async *[Symbol.asyncIterator]() {
      let records: ThreatItem[] = []
      let rejects: Reject[] = []
      for await (const step of steps()) {
        for (const item of step.records) {
          report.countWritten(kindOf(item), 1)
          records.push(item)
        }
        for (const reject of step.rejects) {
          report.countRejected(reject.reason)
          rejects.push(reject)
        }
        if (records.length + rejects.length < 1000) continue
        yield { records, rejects }
        records = []
        rejects = []
      }
      if (records.length + rejects.length > 0) yield { records, rejects }
      report.complete()
    },
    report: () => report.report(),
  }
}

/** What an item is called in a report. */
export function kindOf(item: ThreatItem): string {
  switch (item.is) {
    case 'object':
      return item.object.type
    case 'relation':
      return `relation ${item.relation.relation}`
    case 'claim':
      return `claim ${item.claim.relation}`
    case 'indicator':
      return `indicator ${item.indicator.kind}`
  }
}

/** A source's machine name from what people call it. */
export function sourceName(title: string): string {
  return (
    title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 60) || 'unnamed'
  )
}

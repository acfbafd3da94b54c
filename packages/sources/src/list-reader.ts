import type { InputFile, ListReader, Reading, ReadOptions } from './reader.ts'
import { Opener, readingOf, type Step } from './reading.ts'
import { ReportBuilder } from './report.ts'

/** What the steps of one reading work with. */
export interface ReadContext {
  readonly files: readonly InputFile[]
  readonly options: ReadOptions
  /** Who is credited with the statements. */
  readonly source: string
  readonly report: ReportBuilder
  readonly opener: Opener
}

/** A reader without its `read`, and its steps. */
export interface ListReaderParts extends Omit<ListReader, 'read'> {
  /** The source, where the files tell which of two it is. */
  readonly sourceOf?: (files: readonly InputFile[]) => string
  /** Everything of all files, in order; whatever happens between it and a `Reading` is the same for all readers. */
  readonly steps: (context: ReadContext) => AsyncIterable<Step>
}

/** Makes a reader of its steps. */
export function listReader({ steps, sourceOf, ...about }: ListReaderParts): ListReader {
  return {
    ...about,
    read(files: readonly InputFile[], options: ReadOptions): Reading {
      const source = options.source ?? sourceOf?.(files) ?? about.source.name
      const report = new ReportBuilder(source, about.format)
      const opener = new Opener(options)
      return readingOf(report, options, () => steps({ files, options, source, report, opener }))
    },
  }
}

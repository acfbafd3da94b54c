import { excerptOf, type Line, readLines } from '@cordon/formats'
import { guessIndicator, type IndicatorClaim, type Ref, type ThreatItem } from '@cordon/model'
import type { InputFile, ReadOptions } from '../reader.ts'
import { Opener } from '../reading.ts'
import { ReportBuilder } from '../report.ts'
import { aliasClaim } from './aliases.ts'
import { deterministicUuid } from './stable-id.ts'
import { rejected, type ThreatReader, type ThreatStep, threatReadingOf } from './threat-reader.ts'

/**
 * Indicators one a line, with comments: the trails of maltrail (`# Reference:` lines that hold for the values below them,
 * `# Aliases:`), lists of hashes, `value;note` as LOKI's lists have it. What a file is about is named by the file, and
 * becomes a grouping, whose aliases are claims.
 * @see https://github.com/stamparm/maltrail
 */
export const indicatorText: ThreatReader = {
  format: 'indicator-text',
  source: { name: 'default', title: 'Indicators as text', publisher: 'various' },
  recognises: (head) => {
    const lines = head.split(/\r?\n/).map((line) => line.trim())
    const values = lines
      .slice(0, head.length > 60_000 ? -1 : undefined)
      .filter((line) => line !== '' && !isComment(line))
    const known = values
      .slice(0, 200)
      .filter((line) => guessIndicator(readValue(line).value) !== undefined).length
    return known > 0 && known >= Math.min(200, values.length) * 0.5
  },
  read(file, options) {
    const report = new ReportBuilder(options.source ?? this.source.name, this.format)
    return threatReadingOf(report, options, () => readText(file, options, report))
  },
}

const isComment = (line: string) => /^(?:#|\/\/|;|=)/.test(line)

async function* readText(
  file: InputFile,
  options: ReadOptions,
  report: ReportBuilder,
): AsyncGenerator<ThreatStep, void, undefined> {
  const reader = new TextReader(file, options)
  yield { records: [reader.grouping()], rejects: [] }
  for await (const { records, rejects } of readLines(
    new Opener(options).open(file),
    options.limits ? { limits: options.limits } : {},
  )) {
    report.countRead('line', rejects.length)
    yield { records: [], rejects }
    for (const line of records) {
      const text = line.text.trim()
      if (text === '') continue
      report.countRead(isComment(text) ? 'comment' : 'value')
      const step = isComment(text) ? reader.comment(text) : reader.value(line)
      if (step) yield step
    }
  }
}

/** A value, and what is said of it on its line. */
function readValue(line: string): { value: string; note?: string } {
  const cut = /^(\S[^;#\t]*?)\s*(?:;|\t|\s#)\s*(.*)$/.exec(line)
  const note = cut?.[2]?.trim()
  return { value: cut?.[1] ?? line, ...(note && { note }) }
}

class TextReader {
  private readonly source: string
  private readonly about: Ref
  private references: string[] = []
  private heading: string | undefined
  private isOpen = false

  constructor(file: InputFile, options: ReadOptions) {
    this.source = options.source ?? 'default'
    const name = file.name.replace(/\.gz$/, '').replace(/\.[a-z0-9]{1,8}$/i, '')
    this.about = { kind: 'stix', id: `grouping--${deterministicUuid(this.source, name)}`, label: name }
  }

  grouping(): ThreatItem {
    const { id, label } = this.about
    return {
      is: 'object',
      object: {
        id,
        type: 'grouping',
        name: label,
        source: this.source,
        body: { type: 'grouping', id, name: label, context: 'suspicious-activity' },
      },
    }
  }

  /** References in a row hold for all values up to the next ones. */
  comment(line: string): ThreatStep | undefined {
    const text = line.replace(/^(?:#|\/\/|;|=)+\s*/, '').trim()
    const reference = /^(?:references?|ref|source|url)\s*:\s*(\S+)/i.exec(text)
    const aliases = /^alias(?:es)?\s*:\s*(.+)/i.exec(text)
    if (reference) {
      if (!this.isOpen) this.references = []
      this.isOpen = true
      this.heading = undefined
      this.references.push(reference[1]!)
    } else if (aliases) {
      const of = { id: this.about.id, name: this.about.label }
      const names = aliases[1]!.split(',').map((one) => one.trim())
      const claims = names
        .filter((one) => one !== '')
        .map((one) => ({ is: 'claim' as const, claim: aliasClaim(one, of, this.source) }))
      return { records: claims, rejects: [] }
    } else if (text !== '' && text.length < 200 && !/^copyright|^see the file/i.test(text))
      this.heading = text
    return undefined
  }

  value({ line, text }: Line): ThreatStep {
    this.isOpen = false
    const { value, note } = readValue(text.trim())
    const guess = guessIndicator(value)
    if (!guess)
      return rejected(
        `line ${line}`,
        'TEXT_BAD_VALUE: a line whose form is that of no indicator',
        excerptOf(text),
      )
    const words = note ?? this.heading
    const indicator: IndicatorClaim = {
      ...guess,
      source: this.source,
      about: [this.about],
      ...(words && { note: words.slice(0, 300) }),
      ...(this.references.length > 0 && { references: this.references }),
    }
    return { records: [{ is: 'indicator', indicator }], rejects: [] }
  }
}

import { InputError, readNdjson } from '@cordon/formats'
import { FtmLine } from './ftm-line.ts'
import type { InputFile, ListReader, ReadOptions } from './reader.ts'
import { Opener, readingOf, type Step, watchEnd } from './reading.ts'
import { ReportBuilder } from './report.ts'

/**
 * FollowTheMoney entities, one a line (`entities.ftm.json` of OpenSanctions and others).
 *
 * The form says which datasets know an entity, not which of them says which value: every value is credited to each
 * of them, unless `options.source` names one source for all. `caption`, `target`, `first_seen` and `last_seen` are
 * projected anew from statements and versions; the latest `last_seen` is the version. Values of schemata and
 * properties that FollowTheMoney's model lacks are rejects.
 * @see https://followthemoney.tech/docs/
 */
export const ftmJson: ListReader = {
  format: 'ftm-json',
  source: { name: 'default', title: 'FollowTheMoney entities', publisher: 'various' },
  recognises: (head) =>
    /^\s*\{/.test(head) && /"schema"\s*:\s*"[A-Z]/.test(head) && /"properties"\s*:\s*\{/.test(head),
  read(files, options) {
    const report = new ReportBuilder(options.source ?? this.source.name, this.format)
    return readingOf(report, options, () => readFiles(files, options, report))
  },
}

async function* readFiles(
  files: readonly InputFile[],
  options: ReadOptions,
  report: ReportBuilder,
): AsyncGenerator<Step, void, undefined> {
  const opener = new Opener(options)
  const datasets = new Set<string>()
  let version = ''
  for (const file of files) {
    const end = { byte: 0x0a }
    let isFtm = false
    let lastLine = 0
    let brokenLine = 0
    const lines = readNdjson(
      watchEnd(opener.open(file), end),
      options.limits ? { limits: options.limits } : {},
    )
    for await (const batch of lines) {
      report.countRead('line', batch.records.length + batch.rejects.length)
      yield { records: [], rejects: batch.rejects }
      brokenLine = Number(batch.rejects.at(-1)?.where.match(/\d+/)?.[0] ?? brokenLine)
      for (const { line, value } of batch.records) {
        lastLine = line
        const entity = new FtmLine(value, line, options.source, report)
        isFtm ||= entity.looksLikeFtm
        for (const dataset of entity.datasets) datasets.add(dataset)
        if (entity.lastSeen > version) version = entity.lastSeen
        yield entity.step()
      }
    }
    if (!isFtm) throw notFtm(file.name)
    if (end.byte !== 0x0a && brokenLine > lastLine) throw truncated(file.name, brokenLine)
  }
  if (version) report.setVersion(version)
  const [only] = datasets
  if (!options.source && only && datasets.size === 1) report.setSource(only)
}

function notFtm(name: string): InputError {
  return new InputError('FORMATS_UNKNOWN', {
    expected: 'FollowTheMoney entities, one JSON object a line with id, schema and properties',
    found: 'no such line',
    where: name,
    remedy: 'Check that this is the right file; a web page in its place means that the download failed.',
  })
}

function truncated(name: string, line: number): InputError {
  return new InputError('FORMATS_TRUNCATED', {
    expected: 'a whole JSON object',
    found: 'the end of the file in mid-line',
    where: `${name} line ${line}`,
    remedy: 'The download broke off; fetch the file again.',
  })
}

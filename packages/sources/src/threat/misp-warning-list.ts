import type { InputFile, ReadOptions } from '../reader.ts'
import { ReportBuilder } from '../report.ts'
import { parsed } from './misp-event.ts'
import { deterministicUuid } from './stable-id.ts'
import { text, texts } from './stix-terms.ts'
import { found, rejected, type ThreatReader, type ThreatStep, threatReadingOf } from './threat-reader.ts'

/**
 * MISP's warning lists (`lists/<name>/list.json`): values that are harmless by themselves. Kept as one object of the type
 * `x-misp-warninglist`, whose body has the list as it is.
 * @see https://github.com/MISP/misp-warninglists
 */
export const mispWarningList: ThreatReader = {
  format: 'misp-warninglist',
  source: {
    name: 'misp_warninglists',
    title: 'MISP warning lists',
    publisher: 'MISP project',
    url: 'https://github.com/MISP/misp-warninglists',
  },
  recognises: (head) =>
    /^\s*\{/.test(head) && /"list"\s*:\s*\[/.test(head) && /"(?:matching_attributes|type)"\s*:/.test(head),
  read(file, options) {
    const report = new ReportBuilder(options.source ?? this.source.name, this.format)
    return threatReadingOf(report, options, () => readList(file, options, report))
  },
}

async function* readList(
  file: InputFile,
  options: ReadOptions,
  report: ReportBuilder,
): AsyncGenerator<ThreatStep, void, undefined> {
  const value = (await parsed(file, options)) as Record<string, unknown>
  report.countRead('warning list')
  const name = text(value, 'name')
  const list = texts(value, 'list')
  if (!name || list.length === 0) {
    yield rejected(
      file.name,
      'MISP_BAD_WARNING_LIST: a warning list without a name or entries',
      JSON.stringify(value).slice(0, 200),
    )
    return
  }
  const type = 'x-misp-warninglist'
  const id = `${type}--${deterministicUuid(name)}`
  const version = String(value.version ?? '')
  if (version) report.setVersion(version)
  const source = options.source ?? 'misp_warninglists'
  yield found({
    is: 'object',
    object: {
      id,
      type,
      name,
      source,
      body: { ...value, type, id, x_misp_list_type: text(value, 'type') ?? 'string' },
    },
  })
}

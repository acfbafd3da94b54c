import { readXml, type XmlElement } from '@cordon/formats'
import { canonicalIndicator, type IndicatorKind, type Ref, refang, type ThreatItem } from '@cordon/model'
import type { InputFile, ReadOptions } from '../reader.ts'
import { Opener } from '../reading.ts'
import { ReportBuilder } from '../report.ts'
import { deterministicUuid } from './stable-id.ts'
import { rejected, sourceName, type ThreatReader, type ThreatStep, threatReadingOf } from './threat-reader.ts'

/** Terms of OpenIOC's vocabulary that can be looked up. */
const terms: Readonly<Record<string, IndicatorKind>> = {
  'FileItem/Md5sum': 'md5',
  'FileItem/Sha1sum': 'sha1',
  'FileItem/Sha256sum': 'sha256',
  'FileItem/FileName': 'file-name',
  'FileItem/FullPath': 'file-path',
  'FileItem/FilePath': 'file-path',
  'PortItem/remoteIP': 'ipv4',
  'Network/DNS': 'domain',
  'DnsEntryItem/Host': 'domain',
  'DnsEntryItem/RecordName': 'domain',
  'Network/URI': 'url',
  'UrlHistoryItem/URL': 'url',
  'Network/UserAgent': 'user-agent',
  'UrlHistoryItem/UserAgent': 'user-agent',
  'Email/From': 'email',
  'ProcessItem/HandleList/Handle/Name': 'mutex',
  'RegistryItem/Path': 'registry-key',
  'RegistryItem/KeyPath': 'registry-key',
}

/**
 * OpenIOC 1.0 and 1.1. Items that stand alone or under OR become indicators; items under AND mean nothing by themselves and
 * are kept out, as are those that ask for a part of a value, and counted.
 */
export const openIoc: ThreatReader = {
  format: 'openioc',
  source: { name: 'default', title: 'OpenIOC', publisher: 'various' },
  recognises: (head) =>
    /<(?:ioc|OpenIOC)\b[^>]*>/i.test(head) &&
    /openioc|schemas\.mandiant\.com|<Indicator\b|short_description/i.test(head),
  read(file, options) {
    const report = new ReportBuilder(options.source ?? this.source.name, this.format)
    return threatReadingOf(report, options, () => readIocs(file, options, report))
  },
}

async function* readIocs(
  file: InputFile,
  options: ReadOptions,
  report: ReportBuilder,
): AsyncGenerator<ThreatStep, void, undefined> {
  const xml = {
    isRecord: (name: string) => name === 'ioc' || name === 'OpenIOC',
    limits: { maxRecordBytes: 64 * 1024 ** 2, ...options.limits },
  }
  for await (const { records } of readXml(new Opener(options).open(file), xml))
    for (const { element, line } of records) {
      report.countRead('ioc')
      yield* readIoc(element, `${file.name} line ${line}`, options, report)
    }
}

function* readIoc(
  ioc: XmlElement,
  where: string,
  options: ReadOptions,
  report: ReportBuilder,
): Generator<ThreatStep, void, undefined> {
  const metadata = ioc.child('metadata') ?? ioc
  const name = metadata.textOf('short_description') ?? ioc.attribute('id') ?? where
  const author = metadata.textOf('authored_by')
  const source = options.source ?? (author ? sourceName(author) : 'default')
  report.setSource(source)
  const modified = Date.parse(ioc.attribute('last-modified') ?? '')
  if (!Number.isNaN(modified)) report.setVersion(new Date(modified).toISOString().slice(0, 19))
  const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(ioc.attribute('id') ?? '')
    ? ioc.attribute('id')!
    : deterministicUuid(source, name)
  const id = `report--${uuid.toLowerCase()}`
  const body = { type: 'report', id, name, description: metadata.textOf('description') }
  yield {
    records: [
      {
        is: 'object',
        object: { id, type: 'report', name, source, ...(!Number.isNaN(modified) && { modified }), body },
      },
    ],
    rejects: [],
  }
  const about: Ref[] = [{ kind: 'stix', id, label: name }]
  const definition = ioc.child('definition') ?? ioc.child('criteria') ?? ioc
  for (const { item, alone } of itemsOf(definition, true)) {
    report.countRead('IndicatorItem')
    const term = item.child('Context')?.attribute('search') ?? ''
    const content = item.textOf('Content') ?? ''
    const condition = item.attribute('condition') ?? 'is'
    const kind = terms[term]
    if (!kind) report.countUnknown(`term ${term}: kept out`, where)
    else if (!alone)
      report.countUnknown('item that means something only together with others (AND): kept out', where)
    else if (condition !== 'is' && !(condition === 'contains' && kind === 'user-agent'))
      report.countUnknown(`condition ${condition}: kept out`, where)
    else yield readItem(kind, content, source, about, where, modified)
  }
}

function* itemsOf(
  element: XmlElement,
  alone: boolean,
): Generator<{ item: XmlElement; alone: boolean }, void, undefined> {
  for (const child of element.children)
    if (child.name === 'IndicatorItem') yield { item: child, alone }
    else if (child.name === 'Indicator') {
      const isAnd = child.attribute('operator')?.toUpperCase() === 'AND' && child.children.length > 1
      yield* itemsOf(child, alone && !isAnd)
    }
}

function readItem(
  kind: IndicatorKind,
  content: string,
  source: string,
  about: readonly Ref[],
  where: string,
  modified: number,
): ThreatStep {
  const value =
    canonicalIndicator(kind, refang(content)) ??
    (kind === 'ipv4' ? canonicalIndicator('ipv6', content) : undefined)
  if (value === undefined)
    return rejected(where, `OPENIOC_BAD_VALUE: a value that is not of its term (${kind})`, content)
  const isV6 = kind === 'ipv4' && value.includes(':')
  const record: ThreatItem = {
    is: 'indicator',
    indicator: {
      kind: isV6 ? 'ipv6' : kind,
      value,
      source,
      about,
      ...(!Number.isNaN(modified) && { validFrom: modified }),
    },
  }
  return { records: [record], rejects: [] }
}

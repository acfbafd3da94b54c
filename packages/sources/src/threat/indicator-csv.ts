import { type CsvRow, excerptOf, readCsv } from '@cordon/formats'
import {
  canonicalIndicator,
  guessIndicator,
  type IndicatorClaim,
  type IndicatorKind,
  type Instant,
  refang,
} from '@cordon/model'
import type { InputFile, ReadOptions } from '../reader.ts'
import { Opener } from '../reading.ts'
import { ReportBuilder } from '../report.ts'
import { markingOf } from './stix-terms.ts'
import { found, rejected, type ThreatReader, type ThreatStep, threatReadingOf } from './threat-reader.ts'

/** Headings by what stands under them, as publishers write them. */
const columns = {
  value: ['value', 'indicator', 'ioc', 'ioc_value', 'observable', 'indicator_value', 'data'],
  type: ['type', 'entity_type', 'indicator_type', 'ioc_type', 'kind', 'observable_type'],
  note: [
    'notes',
    'note',
    'description',
    'comment',
    'comments',
    'context',
    'malware_printable',
    'threat_type',
  ],
  confidence: ['confidence', 'confidence_level', 'score'],
  first: ['first_seen', 'valid_from', 'date', 'first_seen_utc', 'created', 'firstseen'],
  last: ['last_seen', 'last_seen_utc', 'lastseen', 'modified'],
  until: ['valid_until', 'expires', 'expiration'],
  tlp: ['tlp', 'marking'],
  pap: ['pap'],
  reference: ['reference', 'references', 'url_reference', 'source_url', 'link'],
} as const

type Column = keyof typeof columns

/** Types as publishers write them, where they are not Cordon's own names. */
const typeNames: Readonly<Record<string, IndicatorKind>> = {
  ip: 'ipv4',
  ipaddress: 'ipv4',
  'ip-dst': 'ipv4',
  'ip-src': 'ipv4',
  'ipv4-addr': 'ipv4',
  'ipv6-addr': 'ipv6',
  hostname: 'domain',
  host: 'domain',
  fqdn: 'domain',
  'domain-name': 'domain',
  uri: 'url',
  'ip:port': 'socket',
  'sha-1': 'sha1',
  'sha-256': 'sha256',
  emailwhois: 'email',
  'email-addr': 'email',
  'email-src': 'email',
  filename: 'file-name',
  filepath: 'file-path',
  path: 'file-path',
  regkey: 'registry-key',
  registry: 'registry-key',
  'windows-registry-key': 'registry-key',
  useragent: 'user-agent',
  ja3_hash: 'ja3',
  btc: 'wallet',
  eth: 'wallet',
  xmr: 'wallet',
  iban: 'account',
}

/**
 * Indicators as CSV with a header: a column of values, and any of type, notes, confidence (0 to 1 or to 100), first and last
 * seen, valid until, TLP, PAP, reference. Types are optional: without one the form decides. A value may hold several
 * of them, with commas between (the hashes of one file).
 */
export const indicatorCsv: ThreatReader = {
  format: 'indicator-csv',
  source: { name: 'default', title: 'Indicators as CSV', publisher: 'various' },
  recognises: (head) => {
    const header = head.split(/\r?\n/).find((line) => line.trim() !== '' && !line.startsWith('#'))
    return header !== undefined && /[,;\t|]/.test(header) && placesOf(header.split(/[,;\t|]/)).has('value')
  },
  read(file, options) {
    const report = new ReportBuilder(options.source ?? this.source.name, this.format)
    return threatReadingOf(report, options, () => readRows(file, options, report))
  },
}

function placesOf(header: readonly string[]): Map<Column, string> {
  const places = new Map<Column, string>()
  for (const name of header) {
    const plain = name
      .replace(/^\uFEFF|["']/g, '')
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_')
    for (const column of Object.keys(columns) as Column[])
      if (!places.has(column) && (columns[column] as readonly string[]).includes(plain))
        places.set(column, name)
  }
  return places
}

async function* readRows(
  file: InputFile,
  options: ReadOptions,
  report: ReportBuilder,
): AsyncGenerator<ThreatStep, void, undefined> {
  const source = options.source ?? 'default'
  let places = new Map<Column, string>()
  const onHeader = (header: readonly string[]) => {
    places = placesOf(header)
    for (const name of header)
      if (![...places.values()].includes(name)) report.countUnknown(`column ${name}`, file.name)
  }
  const csv = { onHeader, ragged: 'keep' as const, ...(options.limits && { limits: options.limits }) }
  for await (const { records, rejects } of readCsv(new Opener(options).open(file), csv)) {
    report.countRead('row', records.length + rejects.length)
    yield { records: [], rejects }
    for (const row of records) yield readRow(row, places, source)
  }
}

function readRow(row: CsvRow, places: ReadonlyMap<Column, string>, source: string): ThreatStep {
  const field = (column: Column) => {
    const name = places.get(column)
    return (name === undefined ? undefined : row.value(name))?.trim() || undefined
  }
  const written = field('value')
  const where = `line ${row.line}`
  if (!written) return rejected(where, 'CSV_NO_VALUE: a row without a value', excerptOf(row.fields.join(',')))
  const type = field('type')?.toLowerCase()
  const values = known(written, type) ?? several(written, type)
  if (!values)
    return rejected(
      where,
      'CSV_BAD_VALUE: a value that is not of its type, or of none that is known',
      excerptOf(row.fields.join(',')),
    )
  const shared = sharedOf(field)
  return found(
    ...values.map((one) => ({
      is: 'indicator' as const,
      indicator: { ...one, ...shared, source, about: [] } satisfies IndicatorClaim,
    })),
  )
}

type Value = Pick<IndicatorClaim, 'kind' | 'value' | 'subdomains'>

function known(written: string, type: string | undefined): Value[] | undefined {
  const kind = type === undefined ? undefined : (typeNames[type] ?? (type as IndicatorKind))
  const plain = refang(written)
  const exact = kind === undefined ? undefined : typed(kind, plain)
  if (exact !== undefined && kind !== undefined)
    return [{ kind, value: exact, ...(/^\*\./.test(plain) && { subdomains: true }) }]
  const guess = guessIndicator(written)
  return guess && [guess]
}

function typed(kind: IndicatorKind, plain: string): string | undefined {
  try {
    return canonicalIndicator(kind, plain)
  } catch {
    return undefined
  }
}

/** `md5,sha1,sha256` of one file in one field. */
function several(written: string, type: string | undefined): Value[] | undefined {
  const parts = written.split(/[,;\s]+/).filter((part) => part !== '')
  if (parts.length < 2) return undefined
  const values = parts.map((part) => known(part, type)?.[0])
  return values.every((one) => one !== undefined) ? (values as Value[]) : undefined
}

function sharedOf(field: (column: Column) => string | undefined): Partial<IndicatorClaim> {
  const confidence = Number(field('confidence') ?? Number.NaN)
  const scaled = confidence > 1 ? confidence / 100 : confidence
  const note = field('note')
  const reference = field('reference')
  const [validFrom, lastSeen, validUntil] = [
    instantOf(field('first')),
    instantOf(field('last')),
    instantOf(field('until')),
  ]
  return {
    ...(note && { note: note.slice(0, 500) }),
    ...(reference && { references: [reference] }),
    ...(scaled >= 0 && scaled <= 1 && { confidence: scaled }),
    ...(validFrom !== undefined && { validFrom }),
    ...(lastSeen !== undefined && { lastSeen }),
    ...(validUntil !== undefined && { validUntil }),
    ...markingOf(prefixed('TLP', field('tlp'))),
    ...markingOf(prefixed('PAP', field('pap'))),
  }
}

function prefixed(prefix: string, words: string | undefined): string {
  return words === undefined ? '' : words.toUpperCase().startsWith(prefix) ? words : `${prefix}:${words}`
}

/** ISO 8601, `2023-03-30 10:00:00` (UTC), or seconds since 1970. */
function instantOf(written: string | undefined): Instant | undefined {
  if (written === undefined) return undefined
  if (/^\d{9,10}$/.test(written)) return Number(written) * 1000
  const iso = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}/.test(written) && !/[zZ]|[+-]\d{2}:?\d{2}$/.test(written)
  const at = Date.parse(iso ? `${written.replace(' ', 'T')}Z` : written)
  return Number.isNaN(at) ? undefined : at
}

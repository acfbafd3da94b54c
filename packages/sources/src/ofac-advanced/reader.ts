import {
  type Batch,
  decompress,
  excerptOf,
  InputError,
  type Reject,
  readXml,
  withProgress,
  type XmlElement,
  type XmlRecord,
} from '@cordon/formats'
import { isoSeconds, type Source, type StatementGroup } from '@cordon/model'
import type { InputFile, ListReader, Reading, ReadOptions, ReadReport } from '../reader.ts'
import { ReportBuilder } from '../report.ts'
import type { StatementWriter } from '../statements.ts'
import { Countries } from './countries.ts'
import { readPoint } from './dates.ts'
import { readDocument } from './documents.ts'
import { readEntry } from './entries.ts'
import { RecordFault } from './fault.ts'
import { readLocation } from './locations.ts'
import { countNames } from './names.ts'
import { type Known, readParty } from './party.ts'
import { ReferenceValues } from './reference-values.ts'
import { readRelationship } from './relationships.ts'
import { checkVocabulary } from './vocabulary.ts'

const format = 'ofac-sdn-advanced-xml'
const source: Source = {
  name: 'us_ofac_sdn',
  title: 'US OFAC Specially Designated Nationals and Blocked Persons List',
  publisher: 'Office of Foreign Assets Control, US Department of the Treasury',
  url: 'https://sanctionslist.ofac.treas.gov/Home/SdnList',
}

/**
 * Reads OFAC's "advanced" XML (SDN_ADVANCED.XML, and CONS_ADVANCED.XML, which has the same form). Locations, documents
 * and code tables are kept in small form until the parties that refer to them have come; parties, sanctions and
 * links are written as they come. README.md beside this file says what becomes of each part of the list.
 */
export const ofacAdvancedReader: ListReader = {
  format,
  source,
  recognises: (head) =>
    /<Sanctions[\s>]/.test(head) && /ADVANCED_XML|<ReferenceValueSets|<DateOfIssue/.test(head),
  read: (files, options) => new OfacReading(files, options),
}

class OfacReading implements Reading {
  private readonly files: readonly InputFile[]
  private readonly options: ReadOptions
  private readonly account: ReportBuilder
  private readonly known: Known
  private where = 'the beginning'
  private isRead = false
  private groups: StatementGroup[] = []
  private rejects: Reject[] = []

  constructor(files: readonly InputFile[], options: ReadOptions) {
    this.files = files
    this.options = options
    const name = options.source ?? source.name
    this.account = new ReportBuilder(name, format)
    const onUnknown = (what: string) => this.account.countUnknown(what, this.where)
    const reference = new ReferenceValues(onUnknown)
    this.known = {
      source: name,
      reference,
      countries: new Countries(reference),
      locations: new Map(),
      documents: new Map(),
      writtenAddresses: new Set(),
      parties: new Map(),
      onUnknown,
    }
  }

  report(): ReadReport {
    return this.account.report()
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Batch<StatementGroup>> {
    if (this.isRead) throw new Error('a reading is iterated once: call read() again')
    this.isRead = true
    const file = onlyFile(this.files)
    const { onProgress, limits } = this.options
    this.account.setVersion(isoSeconds(this.options.fetched))
    const stored = onProgress ? withProgress(file.open(), onProgress) : file.open()
    const records = readXml(decompress(stored, limits), {
      root: ['Sanctions'],
      isRecord: (name, path) => path.length === 2 || (path.length === 1 && name === 'DateOfIssue'),
      onContainer: (name, attributes, path) => this.enter(name, attributes, path),
      onText: (text, path) =>
        this.account.countUnknown(`text in ${path.join('/')}`, text.trim().slice(0, 60)),
      ...(limits && { limits }),
    })
    for await (const batch of records) {
      for (const record of batch.records) this.take(record)
      if (this.groups.length > 0 || this.rejects.length > 0) yield this.flush()
    }
    this.leave()
    if (this.rejects.length > 0) yield this.flush()
    this.account.complete()
  }

  private flush(): Batch<StatementGroup> {
    const batch = { records: this.groups, rejects: this.rejects }
    this.groups = []
    this.rejects = []
    return batch
  }

  private enter(name: string, attributes: readonly string[], path: readonly string[]): void {
    const isKnown =
      path.length === 0
        ? attributes.every((word, i) => i % 2 === 1 || word === 'Version' || word === 'schemaLocation')
        : sections.has(name) && attributes.length === 0
    if (!isKnown) this.account.countUnknown(`element ${[...path, name].join('/')}`, attributes.join(' '))
  }

  private take({ element, path, line }: XmlRecord): void {
    const { known } = this
    const section = path[1] ?? element.name
    this.where = `line ${line}`
    if (section === 'ReferenceValueSets') {
      known.reference.add(element)
      return
    }
    this.account.countRead(element.name)
    if (element.name === 'DistinctParty') countNames(element, (kind) => this.account.countRead(kind))
    checkVocabulary(element, known.onUnknown)
    try {
      this.read(element, section)
    } catch (error) {
      if (!(error instanceof RecordFault)) throw error
      this.reject(error, element)
    }
  }

  private read(element: XmlElement, section: string): void {
    const { known } = this
    if (section === 'DateOfIssue')
      this.account.setVersion(readPoint(element) ?? isoSeconds(this.options.fetched))
    else if (section === 'Locations') {
      const location = readLocation(element, known.reference, known.countries)
      known.locations.set(location.id, location)
    } else if (section === 'IDRegDocuments') {
      const document = readDocument(element, known.reference, known.countries, known.locations)
      const others = known.documents.get(document.identityId)
      if (others) others.push(document)
      else known.documents.set(document.identityId, [document])
    } else if (section === 'DistinctParties') this.write(readParty(element, known))
    else if (section === 'ProfileRelationships') this.write([readRelationship(element, known)])
    else if (section === 'SanctionsEntries') this.write([readEntry(element, known)])
  }

  private write(writers: readonly StatementWriter[]): void {
    for (const writer of writers) {
      const group = writer.group()
      this.groups.push(group)
      this.account.countWritten(group.schema, group.statements.length)
    }
  }

  private reject(fault: RecordFault, element: XmlElement): void {
    const id = element.attribute('FixedRef') ?? element.attribute('ID') ?? '?'
    this.account.countRejected(`${element.name}: ${fault.message}`)
    this.rejects.push({
      where: `${this.where}, ${element.name} ${id}`,
      reason: `${fault.message} (${fault.detail})`,
      excerpt: excerptOf(outline(element)),
    })
  }

  /** Documents whose party never came are rejects too; places that nothing refers to are told. */
  private leave(): void {
    for (const location of this.known.locations.values())
      if (!location.isUsed)
        this.account.countUnknown('Location that nothing refers to', `Location ${location.id}`)
    for (const [identity, documents] of this.known.documents)
      for (const document of documents) {
        this.account.countRejected('IDRegDocument: party not in the file or rejected')
        this.rejects.push({
          where: `IDRegDocument ${document.id}`,
          reason: `party not in the file or rejected (IdentityID ${identity})`,
          excerpt: excerptOf(`${document.type} ${document.number}`),
        })
      }
  }
}

const sections = new Set([
  'ReferenceValueSets',
  'Locations',
  'IDRegDocuments',
  'DistinctParties',
  'ProfileRelationships',
  'SanctionsEntries',
  'SanctionsEntryLinks',
])

function onlyFile(files: readonly InputFile[]): InputFile {
  const [file] = files
  if (file && files.length === 1) return file
  throw new InputError('FORMATS_UNKNOWN', {
    expected: 'one SDN_ADVANCED.XML',
    found: `${files.length} files`,
    where: files.map(({ name }) => name).join(', ') || 'the arguments',
    remedy: 'Import the files one by one.',
  })
}

/** The texts of a record, for a reject. */
function outline(element: XmlElement): string {
  const own = element.text.trim()
  return [own, ...element.children.map(outline)].filter(Boolean).join(' ').slice(0, 400)
}

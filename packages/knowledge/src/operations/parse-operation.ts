import { type FieldFault, FieldReader, isIsoPrefix, joinField } from '@cordon/model'
import {
  type AttributionClaim,
  attributionBases,
  doors,
  type Operation,
  type OperationIndicator,
  type OperationSource,
  type UsedSoftware,
} from './operation.ts'

/** An operation, or everything that is wrong with it, each fault at its field. */
export type ParsedOperation =
  | { readonly operation: Operation; readonly faults: readonly [] }
  | { readonly operation?: undefined; readonly faults: readonly FieldFault[] }

const fields = [
  'id',
  'title',
  'aka',
  'period',
  'doors',
  'summary',
  'created',
  'modified',
  'campaign',
  'amounts',
  'victims',
  'rules',
  'timeline',
  'techniques',
  'software',
  'infrastructure',
  'indicators',
  'sources',
  'claims',
  'contested',
] as const

/**
 * Reads an operation from a value of unknown shape (parsed YAML or JSON). All faults are told, each at its place; what cites
 * a source that is not listed is one of them.
 * @param folder name of the folder that it lies in, which its id must equal; left out, the id is not compared
 */
export function parseOperation(value: unknown, folder?: string): ParsedOperation {
  const reader = new OperationReader()
  const operation = reader.read(value, folder)
  return reader.faults.length === 0 ? { operation, faults: [] } : { faults: reader.faults }
}

const day = /^\d{4}-\d{2}-\d{2}$/
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/
const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

class OperationReader extends FieldReader {
  private sources = new Set<string>()

  read(value: unknown, folder: string | undefined): Operation {
    const given = this.object(value, '', fields)
    const sources = this.list(given.sources, 'sources').map((one, at) => this.source(one, `sources[${at}]`))
    this.unique(
      sources.map(({ id }) => id),
      (at) => `sources[${at}].id`,
      'an id',
    )
    this.sources = new Set(sources.map(({ id }) => id))
    const id = this.matching(given.id, 'id', slug, 'lower-case words joined by hyphens')
    if (folder !== undefined && id !== '' && id !== folder)
      this.fault('id', `${folder}, as the folder is called`, id)
    const campaign = this.optional(given.campaign, 'campaign', 'a code of ATT&CK such as C0057')
    if (campaign !== undefined && !/^C\d{4}$/.test(campaign))
      this.fault('campaign', 'a code of ATT&CK such as C0057', campaign)
    const operation: Operation = {
      id,
      title: this.text(given.title, 'title', 'a title') ?? '',
      aka: this.texts(given.aka, 'aka', 'a name'),
      period: this.period(given.period),
      doors: this.texts(given.doors, 'doors', 'a door', doors) as Operation['doors'],
      summary: this.text(given.summary, 'summary', 'one or two sentences') ?? '',
      created: this.matching(given.created, 'created', day, 'a day such as 2026-11-25'),
      modified: this.matching(given.modified, 'modified', day, 'a day such as 2026-11-25'),
      ...(campaign && { campaign }),
      amounts: this.list(given.amounts, 'amounts').map((one, at) => this.amount(one, `amounts[${at}]`)),
      victims: this.list(given.victims, 'victims').map((one, at) => this.victim(one, `victims[${at}]`)),
      rules: this.texts(given.rules, 'rules', 'the id of a rule'),
      timeline: this.list(given.timeline, 'timeline').map((one, at) => this.moment(one, `timeline[${at}]`)),
      techniques: this.list(given.techniques, 'techniques').map((one, at) =>
        this.technique(one, `techniques[${at}]`),
      ),
      software: this.list(given.software, 'software').map((one, at) => this.software(one, `software[${at}]`)),
      infrastructure: this.list(given.infrastructure, 'infrastructure').map((one, at) =>
        this.infrastructure(one, `infrastructure[${at}]`),
      ),
      indicators: this.list(given.indicators, 'indicators').map((one, at) =>
        this.indicator(one, `indicators[${at}]`),
      ),
      sources,
      claims: this.list(given.claims, 'claims').map((one, at) => this.claim(one, `claims[${at}]`)),
      contested: this.list(given.contested, 'contested').map((one, at) => {
        const at_ = `contested[${at}]`
        const given_ = this.object(one, at_, ['by', 'says'])
        return { by: this.cited(given_.by, `${at_}.by`), says: this.words(given_.says, `${at_}.says`) }
      }),
    }
    this.wholeOperation(operation)
    return operation
  }

  private wholeOperation({
    doors: through,
    sources,
    techniques,
    rules,
    period,
    created,
    modified,
  }: Operation) {
    if (through.length === 0) this.fault('doors', `at least one of ${doors.join(', ')}`, undefined)
    if (sources.length === 0) this.fault('sources', 'at least one source', undefined)
    if (period.end !== undefined && period.end < period.start.slice(0, period.end.length))
      this.fault('period.end', `an end no earlier than ${period.start}`, period.end)
    if (modified < created) this.fault('modified', `a day no earlier than ${created}`, modified)
    this.unique(
      techniques.map(({ id }) => id),
      (at) => `techniques[${at}].id`,
      'a technique',
    )
    this.unique(rules, (at) => `rules[${at}]`, 'a rule')
  }

  private period(value: unknown): Operation['period'] {
    const given = this.object(value, 'period', ['start', 'end'])
    const start = this.date(given.start, 'period.start')
    const end = given.end === undefined || given.end === null ? undefined : this.date(given.end, 'period.end')
    return { start, ...(end !== undefined && { end }) }
  }

  private source(value: unknown, field: string): OperationSource {
    const given = this.object(value, field, [
      'id',
      'title',
      'publisher',
      'date',
      'url',
      'says',
      'verified',
      'by',
    ])
    const url = this.optional(given.url, joinField(field, 'url'), 'an address')
    if (url !== undefined && !/^https?:\/\/\S+$/.test(url))
      this.fault(joinField(field, 'url'), 'an address that begins with https://', url)
    const says = this.optional(given.says, joinField(field, 'says'), 'what it says')
    const by = this.optional(given.by, joinField(field, 'by'), 'what it was compared with')
    if (given.verified !== undefined && typeof given.verified !== 'boolean')
      this.fault(joinField(field, 'verified'), 'true or false', given.verified)
    if (given.verified === true && by === undefined)
      this.fault(joinField(field, 'by'), 'what title, date and address were compared with', undefined)
    return {
      id: this.matching(given.id, joinField(field, 'id'), slug, 'lower-case words joined by hyphens'),
      title: this.words(given.title, joinField(field, 'title')),
      publisher: this.words(given.publisher, joinField(field, 'publisher')),
      date: this.date(given.date, joinField(field, 'date')),
      ...(url && { url }),
      ...(says && { says }),
      verified: given.verified === true,
      ...(by && { by }),
    }
  }

  private amount(value: unknown, field: string): Operation['amounts'][number] {
    const given = this.object(value, field, ['usd', 'low', 'high', 'what', 'source'])
    const usd = this.money(given.usd, joinField(field, 'usd'))
    const low = this.money(given.low, joinField(field, 'low'))
    const high = this.money(given.high, joinField(field, 'high'))
    if (usd === undefined && low === undefined && high === undefined)
      this.fault(joinField(field, 'usd'), 'a sum in US dollars, or low and high', undefined)
    if (low !== undefined && high !== undefined && low > high)
      this.fault(joinField(field, 'low'), `no more than high, ${high}`, low)
    return {
      ...(usd !== undefined && { usd }),
      ...(low !== undefined && { low }),
      ...(high !== undefined && { high }),
      what: this.words(given.what, joinField(field, 'what')),
      source: this.cited(given.source, joinField(field, 'source')),
    }
  }

  private victim(value: unknown, field: string): Operation['victims'][number] {
    const given = this.object(value, field, ['name', 'isClass', 'sectors', 'country', 'source'])
    const country = this.optional(given.country, joinField(field, 'country'), 'a country')
    if (country !== undefined && !/^[a-z]{2}$/.test(country))
      this.fault(joinField(field, 'country'), 'two lower-case letters of ISO 3166-1', country)
    return {
      name: this.words(given.name, joinField(field, 'name')),
      isClass: given.isClass === true,
      sectors: this.texts(given.sectors, joinField(field, 'sectors'), 'a sector'),
      ...(country && { country }),
      source: this.cited(given.source, joinField(field, 'source')),
    }
  }

  private moment(value: unknown, field: string): Operation['timeline'][number] {
    const given = this.object(value, field, ['at', 'what', 'source'])
    const at = this.words(given.at, joinField(field, 'at'))
    if (at !== '' && !moment.test(at) && !isIsoPrefix(at))
      this.fault(joinField(field, 'at'), 'a year, month or day, or a time with its offset', at)
    return {
      at,
      what: this.words(given.what, joinField(field, 'what')),
      source: this.cited(given.source, joinField(field, 'source')),
    }
  }

  private technique(value: unknown, field: string): Operation['techniques'][number] {
    const given = this.object(value, field, ['id', 'how', 'source'])
    return {
      id: this.matching(
        given.id,
        joinField(field, 'id'),
        /^T\d{4}(?:\.\d{3})?$/,
        'a technique such as T1566.001',
      ),
      how: this.words(given.how, joinField(field, 'how')),
      source: this.cited(given.source, joinField(field, 'source')),
    }
  }

  private software(value: unknown, field: string): UsedSoftware {
    const given = this.object(value, field, ['attack', 'name', 'type', 'kinds', 'aka', 'what', 'source'])
    const attack = this.optional(given.attack, joinField(field, 'attack'), 'a code such as S0366')
    const name = this.optional(given.name, joinField(field, 'name'), 'a name')
    if ((attack === undefined) === (name === undefined))
      this.fault(field, "either `attack`, a code of ATT&CK's, or `name`", given)
    if (attack !== undefined && !/^S\d{4}$/.test(attack))
      this.fault(joinField(field, 'attack'), 'a code such as S0366', attack)
    const type = given.type ?? 'malware'
    if (type !== 'malware' && type !== 'tool') this.fault(joinField(field, 'type'), 'malware or tool', type)
    return {
      ...(attack && { attack }),
      ...(name && { name }),
      type: type === 'tool' ? 'tool' : 'malware',
      kinds: this.texts(given.kinds, joinField(field, 'kinds'), 'a kind'),
      aka: this.texts(given.aka, joinField(field, 'aka'), 'a name'),
      what: this.words(given.what, joinField(field, 'what')),
      source: this.cited(given.source, joinField(field, 'source')),
    }
  }

  private infrastructure(value: unknown, field: string): Operation['infrastructure'][number] {
    const given = this.object(value, field, ['name', 'kinds', 'what', 'source'])
    return {
      name: this.words(given.name, joinField(field, 'name')),
      kinds: this.texts(given.kinds, joinField(field, 'kinds'), 'a kind'),
      what: this.words(given.what, joinField(field, 'what')),
      source: this.cited(given.source, joinField(field, 'source')),
    }
  }

  private indicator(value: unknown, field: string): OperationIndicator {
    const given = this.object(value, field, ['name', 'pattern', 'from', 'what', 'source', 'of'])
    const of = this.optional(given.of, joinField(field, 'of'), 'the name of a program')
    return {
      name: this.words(given.name, joinField(field, 'name')),
      pattern: this.matching(
        given.pattern,
        joinField(field, 'pattern'),
        /^\[.+\]$/s,
        "a STIX pattern: [file:name = 'x']",
      ),
      from: this.date(given.from, joinField(field, 'from')),
      what: this.words(given.what, joinField(field, 'what')),
      source: this.cited(given.source, joinField(field, 'source')),
      ...(of && { of }),
    }
  }

  private claim(value: unknown, field: string): AttributionClaim {
    const given = this.object(value, field, ['to', 'by', 'basis', 'confidence', 'stated'])
    const basis = attributionBases.find((one) => one === given.basis)
    if (basis === undefined)
      this.fault(joinField(field, 'basis'), `one of ${attributionBases.join(', ')}`, given.basis)
    const confidence = given.confidence
    if (typeof confidence !== 'number' || !Number.isInteger(confidence) || confidence < 0 || confidence > 100)
      this.fault(joinField(field, 'confidence'), 'a whole number from 0 to 100', confidence)
    return {
      to: this.words(given.to, joinField(field, 'to')),
      by: this.cited(given.by, joinField(field, 'by')),
      basis: basis ?? 'researcher',
      confidence: typeof confidence === 'number' ? confidence : 0,
      stated: this.words(given.stated, joinField(field, 'stated')),
    }
  }

  private words(value: unknown, field: string): string {
    return this.text(value, field, 'words') ?? ''
  }

  private cited(value: unknown, field: string): string {
    const id = this.text(value, field, 'the id of a source') ?? ''
    if (id !== '' && !this.sources.has(id)) this.fault(field, 'the id of a source under `sources`', id)
    return id
  }

  private date(value: unknown, field: string): string {
    const text = this.text(value, field, 'a date such as 2016, 2016-02 or 2016-02-04') ?? ''
    if (text !== '' && !isIsoPrefix(text))
      this.fault(field, 'a date such as 2016, 2016-02 or 2016-02-04', text)
    return text
  }

  private money(value: unknown, field: string): number | undefined {
    if (value === undefined || value === null) return undefined
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
    return this.fault(field, 'a number of US dollars', value)
  }

  private matching(value: unknown, field: string, form: RegExp, expected: string): string {
    const text = this.text(value, field, expected) ?? ''
    if (text !== '' && !form.test(text)) this.fault(field, expected, text)
    return text
  }

  private texts(value: unknown, field: string, expected: string, among?: readonly string[]): string[] {
    return this.list(value, field).flatMap((one, at) => {
      const place = `${field}[${at}]`
      const text = this.text(one, place, expected)
      if (text === undefined) return []
      if (among && !among.includes(text)) {
        this.fault(place, `one of ${among.join(', ')}`, text)
        return []
      }
      return [text]
    })
  }
}

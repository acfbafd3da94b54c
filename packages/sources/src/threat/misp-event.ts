import { gather, InputError, isDeeperThan, type Reject } from '@cordon/formats'
import {
  canonicalIndicator,
  guessIndicator,
  type IndicatorClaim,
  type IndicatorKind,
  type Instant,
  type Pap,
  type Ref,
  refang,
  type ThreatItem,
  type Tlp,
} from '@cordon/model'
import type { InputFile, ReadOptions } from '../reader.ts'
import { Opener } from '../reading.ts'
import { ReportBuilder } from '../report.ts'
import { galaxyTypes, mispTypes } from './misp-types.data.ts'
import { markingOf, text } from './stix-terms.ts'
import { rejected, sourceName, type ThreatReader, type ThreatStep, threatReadingOf } from './threat-reader.ts'

/**
 * MISP events, as the API answers them and as the files of a MISP feed hold them. The event becomes a report; its
 * attributes that are meant for detection (`to_ids`) become indicators, those of its objects too; clusters it is tagged
 * with are what the indicators are about. Sightings move the last time seen, expirations end validity.
 * @see https://www.misp-standard.org/rfc/misp-standard-core.html
 */
export const mispEvent: ThreatReader = {
  format: 'misp-event',
  source: { name: 'default', title: 'MISP events', publisher: 'various' },
  recognises: (head) => /^\s*[{[]/.test(head) && /"Event"\s*:\s*\{/.test(head) && /"info"\s*:/.test(head),
  read(file, options) {
    const report = new ReportBuilder(options.source ?? this.source.name, this.format)
    return threatReadingOf(report, options, () => readEvents(file, options, report))
  },
}

type Json = Readonly<Record<string, unknown>>

async function* readEvents(
  file: InputFile,
  options: ReadOptions,
  report: ReportBuilder,
): AsyncGenerator<ThreatStep, void, undefined> {
  const events = eventsOf(await parsed(file, options))
  if (events.length === 0) throw notMisp(file.name)
  let latest = 0
  for (const event of events) {
    report.countRead('event')
    const source = options.source ?? sourceName(orgOf(event))
    report.setSource(source)
    latest = Math.max(latest, Number(event.timestamp) || 0)
    yield* new EventReader(event, source, report).steps()
  }
  if (latest > 0) report.setVersion(new Date(latest * 1000).toISOString().slice(0, 19))
}

/** A JSON file whole, within the limits. */
export async function parsed(file: InputFile, options: ReadOptions): Promise<unknown> {
  const limits = { maxBytes: 256 * 1024 ** 2, maxDepth: 64, ...options.limits }
  const content = new TextDecoder('utf-8').decode(await gather(new Opener({ ...options, limits }).open(file)))
  if (isDeeperThan(limits.maxDepth, content))
    throw new InputError('FORMATS_TOO_DEEP', {
      expected: `JSON nested at most ${limits.maxDepth} deep`,
      found: 'deeper nesting',
      where: file.name,
      remedy: 'Nothing was taken from it. Check where the file is from.',
    })
  try {
    return JSON.parse(content)
  } catch (error) {
    throw new InputError('FORMATS_SYNTAX', {
      expected: 'a JSON document',
      found: (error as Error).message.slice(0, 120),
      where: file.name,
      remedy: 'Nothing was taken from it. The download may have broken off.',
    })
  }
}

function notMisp(name: string): InputError {
  return new InputError('FORMATS_UNKNOWN', {
    expected: 'a MISP event: {"Event": {...}}, a list of them, or {"response": [...]}',
    found: 'none',
    where: name,
    remedy: 'Check that this is the right file.',
  })
}

function eventsOf(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(eventsOf)
  if (!isMap(value)) return []
  if (isMap(value.Event)) return [value.Event]
  return Array.isArray(value.response) ? value.response.flatMap(eventsOf) : []
}

function orgOf(event: Json): string {
  const maker = isMap(event.Orgc) ? event.Orgc : isMap(event.Org) ? event.Org : {}
  return text(maker, 'name') ?? 'misp'
}

class EventReader {
  private readonly event: Json
  private readonly source: string
  private readonly report: ReportBuilder
  private readonly id: string
  private readonly about: Ref[] = []
  private readonly marking: { tlp?: Tlp; pap?: Pap }

  constructor(event: Json, source: string, report: ReportBuilder) {
    this.event = event
    this.source = source
    this.report = report
    this.id = `report--${text(event, 'uuid') ?? 'unknown'}`
    this.marking = markingsOf(tagsOf(event))
  }

  *steps(): Generator<ThreatStep, void, undefined> {
    const { event, source } = this
    const name = text(event, 'info') ?? 'A MISP event without a title'
    this.about.push({ kind: 'stix', id: this.id, label: name })
    const modified = seconds(event.timestamp)
    const created = Date.parse(text(event, 'date') ?? '')
    const { Attribute: _, Object: __, Galaxy: ___, ...body } = event
    yield this.found({
      is: 'object',
      object: {
        id: this.id,
        type: 'report',
        name,
        source,
        ...(!Number.isNaN(created) && { created }),
        ...(modified !== undefined && { modified }),
        ...(this.marking.tlp && { marking: this.marking.tlp }),
        body: { type: 'report', id: this.id, name, published: text(event, 'date'), x_misp_event: body },
      },
    })
    yield* this.clusters()
    for (const attribute of maps(event.Attribute)) yield* this.attribute(attribute, this.marking)
    for (const object of maps(event.Object))
      for (const attribute of maps(object.Attribute))
        yield* this.attribute(attribute, this.marking, text(object, 'name'))
  }

  private *clusters(): Generator<ThreatStep, void, undefined> {
    for (const galaxy of maps(this.event.Galaxy))
      for (const cluster of maps(galaxy.GalaxyCluster)) {
        const uuid = text(cluster, 'uuid')
        if (!uuid) continue
        this.report.countRead('cluster')
        const type =
          galaxyTypes[text(galaxy, 'type') ?? ''] ??
          `x-misp-${sourceName(text(galaxy, 'type') ?? 'galaxy').replaceAll('_', '-')}`
        const id = `${type}--${uuid}`
        const label = text(cluster, 'value') ?? id
        if (['intrusion-set', 'campaign', 'malware', 'tool'].includes(type))
          this.about.push({ kind: 'stix', id, label })
        yield this.found(
          {
            is: 'object',
            object: {
              id,
              type,
              name: label,
              source: this.source,
              body: { type, id, name: label, description: text(cluster, 'description') },
            },
          },
          {
            is: 'relation',
            relation: {
              id: `${this.id}>${id}`,
              from: this.id,
              to: id,
              relation: 'refers-to',
              source: this.source,
            },
          },
        )
      }
  }

  private *attribute(
    attribute: Json,
    marking: { tlp?: Tlp; pap?: Pap },
    object?: string,
  ): Generator<ThreatStep, void, undefined> {
    this.report.countRead('attribute')
    const type = text(attribute, 'type') ?? ''
    const value = text(attribute, 'value') ?? ''
    const where = `attribute ${text(attribute, 'uuid') ?? text(attribute, 'id') ?? ''}`
    if (attribute.deleted === true) return
    const kinds = mispTypes[type]
    if (!kinds) return this.report.countUnknown(`attribute type ${type || 'none'}: kept out`, where)
    if (attribute.to_ids !== true && attribute.to_ids !== '1')
      return this.report.countUnknown('attribute that is not for detection (to_ids): kept out', where)
    const parts = kinds.length > 1 ? value.split('|') : [value]
    for (const [i, kind] of kinds.entries()) {
      if (kind === undefined) continue
      const known = canonical(kind, kind === 'socket' ? value.replace('|', ':') : (parts[i] ?? ''))
      if (known)
        yield this.found({ is: 'indicator', indicator: this.claim(known, attribute, marking, object) })
      else yield rejected(where, `MISP_BAD_VALUE: a value that is not of its type (${type})`, value)
    }
  }

  private claim(
    known: { kind: IndicatorKind; value: string },
    attribute: Json,
    marking: { tlp?: Tlp; pap?: Pap },
    object: string | undefined,
  ): IndicatorClaim {
    const note = [object, text(attribute, 'category'), text(attribute, 'comment')]
      .filter((one) => one !== undefined)
      .join(': ')
    const first = moment(attribute.first_seen) ?? seconds(attribute.timestamp)
    const sightings = maps(attribute.Sighting).map((one) => ({
      type: String(one.type ?? '0'),
      at: seconds(one.date_sighting),
    }))
    const seen = sightings.filter(({ type, at }) => type === '0' && at !== undefined).map(({ at }) => at!)
    const ends = sightings.filter(({ type, at }) => type === '2' && at !== undefined).map(({ at }) => at!)
    const last = Math.max(moment(attribute.last_seen) ?? 0, ...seen)
    return {
      ...known,
      source: this.source,
      ...(text(attribute, 'uuid') && { id: text(attribute, 'uuid')! }),
      about: this.about,
      ...(note && { note: note.slice(0, 500) }),
      ...(first !== undefined && { validFrom: first }),
      ...(last > 0 && { lastSeen: last }),
      ...(ends.length > 0 && { validUntil: Math.max(...ends) }),
      ...marking,
      ...markingsOf(tagsOf(attribute)),
    }
  }

  private found(...records: ThreatItem[]): ThreatStep {
    return { records, rejects: [] as Reject[] }
  }
}

function canonical(kind: IndicatorKind, written: string): { kind: IndicatorKind; value: string } | undefined {
  const plain = refang(written.trim())
  const exact = canonicalIndicator(kind, plain)
  if (exact !== undefined) return { kind, value: exact }
  // `ip-dst` holds IPv6 too, `domain` sometimes an address, `url` sometimes a host.
  const guess = guessIndicator(plain)
  return guess && ['ipv4', 'ipv6', 'domain', 'url', 'socket'].includes(kind)
    ? { kind: guess.kind, value: guess.value }
    : undefined
}

function tagsOf(value: Json): string[] {
  return maps(value.Tag).flatMap((tag) => text(tag, 'name') ?? [])
}

function markingsOf(tags: readonly string[]): { tlp?: Tlp; pap?: Pap } {
  return Object.assign({}, ...tags.map(markingOf))
}

function maps(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isMap) : []
}

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function seconds(value: unknown): Instant | undefined {
  const number = Number(value)
  return Number.isFinite(number) && number > 0 ? number * 1000 : undefined
}

function moment(value: unknown): Instant | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? undefined : at
}

import { type Reject, readJsonArray } from '@cordon/formats'
import type { IndicatorClaim, Instant, Pap, Ref, ThreatItem, ThreatRelation, Tlp } from '@cordon/model'
import type { InputFile, ReadOptions } from '../reader.ts'
import { Opener } from '../reading.ts'
import { ReportBuilder } from '../report.ts'
import { aliasClaims } from './aliases.ts'
import { relationOf, withoutCycles } from './stix-relations.ts'
import {
  confidenceOf,
  Markings,
  nameOf,
  type StixObject,
  text,
  texts,
  threatObject,
  time,
} from './stix-terms.ts'
import { patternValues } from './stix-values.ts'
import { sourceName, type ThreatReader, type ThreatStep, threatReadingOf } from './threat-reader.ts'

/**
 * STIX 2.0 and 2.1 bundles, MITRE's ATT&CK among them. Objects keep their ids and members; relationships become
 * relations, aliases claims, and indicators whose pattern is a choice of values can be looked up.
 *
 * A bundle is held in memory until its end, since markings, sightings and reports may come after what they are about.
 * Faults of single objects are rejects by name: `STIX_MISSING_MEMBER`, `STIX_BAD_ID`, `STIX_DUPLICATE` (one id and one
 * time of modification with two contents), `STIX_CYCLE`, `STIX_FUTURE_DATE` (changed more than a day ahead of our clock: such a version
 * would stay the latest one). References that lead out of the bundle are kept, and counted; sightings that lie ahead count as of now.
 * @see https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html
 */
export const stixBundle: ThreatReader = {
  format: 'stix-bundle',
  source: { name: 'default', title: 'STIX bundle', publisher: 'various' },
  recognises: (head) =>
    /^\s*\{/.test(head) && /"type"\s*:\s*"bundle"|"objects"\s*:\s*\[\s*\{[^{}]*"type"\s*:/.test(head),
  read(file, options) {
    const report = new ReportBuilder(options.source ?? this.source.name, this.format)
    return threatReadingOf(report, options, () => readBundle(file, options, report))
  },
}

const idForm = /^[a-z0-9][a-z0-9-]*--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

async function* readBundle(
  file: InputFile,
  options: ReadOptions,
  report: ReportBuilder,
): AsyncGenerator<ThreatStep, void, undefined> {
  const bundle = new Bundle(options.now)
  const limits = { maxBytes: 1024 ** 3, ...options.limits }
  const opener = new Opener({ ...options, limits })
  for await (const { records, rejects } of readJsonArray(opener.open(file), { member: 'objects', limits })) {
    for (const { value, line } of records) {
      const fault = bundle.add(value, `${file.name} line ${line}`)
      report.countRead(typeOf(value))
      if (fault) yield { records: [], rejects: [fault] }
    }
    if (rejects.length > 0) {
      report.countRead('unreadable', rejects.length)
      yield { records: [], rejects }
    }
  }
  const source = options.source ?? bundle.sourceName()
  if (source) report.setSource(source)
  if (bundle.latest) report.setVersion(bundle.latest)
  yield* bundle.steps(source ?? 'default', report)
}

function typeOf(value: unknown): string {
  const type =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>).type : undefined
  return typeof type === 'string' && type.length < 60 ? type : 'object without a type'
}

/** Tells contents apart: 32 bits and the length. */
function hashOf(content: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < content.length; i++) h = Math.imul(h ^ content.charCodeAt(i), 0x01000193)
  return (h >>> 0) * 0x10_0000 + (content.length & 0xf_ffff)
}

/** How far ahead of us a publisher's clock may be, milliseconds. */
const ahead = 86_400_000

class Bundle {
  latest = ''
  private readonly now: Instant
  private readonly objects: { readonly object: StixObject; readonly where: string }[] = []
  private readonly ids = new Map<string, StixObject>()
  /** Of each version of an object the hash of its content. */
  private readonly versions = new Map<string, number>()
  private readonly markings = new Markings()

  constructor(now = Number.POSITIVE_INFINITY) {
    this.now = now
  }

  /** @returns what is wrong with it */
  add(value: unknown, where: string): Reject | undefined {
    const refuse = (reason: string): Reject => ({
      where,
      reason,
      excerpt: JSON.stringify(value).slice(0, 200),
    })
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return refuse('STIX_MISSING_MEMBER: an element that is no object')
    const object = value as StixObject
    if (typeof object.id !== 'string' || typeof object.type !== 'string')
      return refuse('STIX_MISSING_MEMBER: an object without id or type')
    if (!idForm.test(object.id) || !object.id.startsWith(`${object.type}--`))
      return refuse('STIX_BAD_ID: an id that is not its type and a UUID')
    for (const member of ['created', 'modified'])
      if ((time(object, member) ?? 0) > this.now + ahead)
        return refuse(`STIX_FUTURE_DATE: "${member}" lies more than a day ahead`)
    const version = `${object.id} ${text(object, 'modified') ?? text(object, 'created') ?? ''}`
    const content = hashOf(JSON.stringify(value))
    const before = this.versions.get(version)
    if (before === content) return undefined
    if (before !== undefined)
      return refuse('STIX_DUPLICATE: an id that the bundle has already with other content')
    this.versions.set(version, content)
    if (object.type === 'marking-definition') this.markings.add(object)
    const modified = text(object, 'modified') ?? text(object, 'created') ?? ''
    if (modified > this.latest) this.latest = modified.slice(0, 24)
    const known = this.ids.get(object.id)
    if (!known || (text(known, 'modified') ?? '') < modified) this.ids.set(object.id, object)
    this.objects.push({ object, where })
    return undefined
  }

  /** The organisation that made most of the bundle. */
  sourceName(): string | undefined {
    const makers = new Map<string, number>()
    for (const { object } of this.objects) {
      const maker = text(object, 'created_by_ref')
      if (maker) makers.set(maker, (makers.get(maker) ?? 0) + 1)
    }
    const [first] = [...makers].sort(([, a], [, b]) => b - a)
    const maker = first && this.ids.get(first[0])
    if (!maker) return undefined
    const name = nameOf(maker)
    return /mitre corporation/i.test(name) ? 'mitre_attack' : sourceName(name)
  }

  *steps(source: string, report: ReportBuilder): Generator<ThreatStep, void, undefined> {
    const relations: ThreatRelation[] = []
    const rejects: Reject[] = []
    for (const { object, where } of this.objects)
      if (object.type === 'relationship') {
        const relation = relationOf(object, source)
        if (typeof relation === 'string')
          rejects.push({ where, reason: relation, excerpt: JSON.stringify(object).slice(0, 200) })
        else relations.push(relation)
      } else relations.push(...containedIn(object, source))
    const { kept, rejects: cycles } = withoutCycles(relations)
    yield { records: [], rejects: [...rejects, ...cycles] }
    const context = new Context(this.ids, kept, this.now)
    for (const { object, where } of this.objects) {
      if (object.type === 'relationship') continue
      const records: ThreatItem[] = [{ is: 'object', object: threatObject(object, source, this.markings) }]
      for (const claim of aliasClaims(object, source)) records.push({ is: 'claim', claim })
      if (object.type === 'indicator')
        for (const indicator of this.indicators(object, source, context, report, where))
          records.push({ is: 'indicator', indicator })
      yield { records, rejects: [] }
    }
    for (const relation of kept) {
      for (const end of [relation.from, relation.to])
        if (!this.ids.has(end))
          report.countUnknown(
            `STIX_MISSING_REFERENCE: ${end.replace(/--.*/, '')} outside of the bundle`,
            relation.id,
          )
      yield { records: [{ is: 'relation', relation }], rejects: [] }
    }
  }

  /** Its own marking; where it has none, that of the report it is in: stricter than STIX, which lets nothing inherit. */
  private markingOf(object: StixObject, context: Context): { readonly tlp?: Tlp; readonly pap?: Pap } {
    const own = this.markings.of(object)
    if (own.tlp || own.pap) return own
    for (const { id } of context.about(object.id)) {
      const container = this.ids.get(id)
      if (container?.type === 'report' || container?.type === 'grouping') return this.markings.of(container)
    }
    return own
  }

  private indicators(
    object: StixObject,
    source: string,
    context: Context,
    report: ReportBuilder,
    where: string,
  ): IndicatorClaim[] {
    const language = text(object, 'pattern_type') ?? 'stix'
    const values = language === 'stix' ? patternValues(text(object, 'pattern') ?? '') : undefined
    if (!values) {
      report.countUnknown(`${language} pattern that is no choice of values: kept, not looked up`, where)
      return []
    }
    const validFrom = time(object, 'valid_from') ?? time(object, 'created')
    const validUntil = time(object, 'valid_until')
    const lastSeen = context.lastSeen(object.id)
    const confidence = confidenceOf(object)
    const note = text(object, 'description')
    return values.map(({ kind, value }) => ({
      kind,
      value,
      source,
      id: object.id,
      about: context.about(object.id),
      ...(note && { note: note.slice(0, 500) }),
      ...(validFrom !== undefined && { validFrom }),
      ...(validUntil !== undefined && { validUntil }),
      ...(lastSeen !== undefined && { lastSeen }),
      ...(confidence !== undefined && { confidence }),
      ...this.markingOf(object, context),
      ...(object.revoked === true && { revoked: true }),
    }))
  }
}

/** Reports and groupings name what they are about, sightings what was seen. */
function containedIn(object: StixObject, source: string): ThreatRelation[] {
  const relation = object.type === 'sighting' ? 'sighting-of' : 'refers-to'
  const targets =
    object.type === 'sighting' ? [text(object, 'sighting_of_ref') ?? ''] : texts(object, 'object_refs')
  if (!['report', 'grouping', 'sighting'].includes(object.type)) return []
  const modified = time(object, 'modified')
  return targets
    .filter((to) => to !== '')
    .map((to) => ({
      id: `${object.id}>${to}`,
      from: object.id,
      to,
      relation,
      source,
      ...(modified !== undefined && { modified }),
    }))
}

const actors = new Set(['intrusion-set', 'threat-actor', 'campaign', 'malware', 'tool'])

/** What stands around an indicator: what it indicates, the reports it is in, when it was last sighted. */
class Context {
  private readonly refs = new Map<string, Ref[]>()
  private readonly seen = new Map<string, number>()

  constructor(ids: ReadonlyMap<string, StixObject>, relations: readonly ThreatRelation[], now: Instant) {
    for (const { from, to, relation } of relations) {
      const [source, target] = [ids.get(from), ids.get(to)]
      if (relation === 'indicates' && target) this.note(from, target)
      if (relation === 'refers-to' && source && to.startsWith('indicator--')) this.note(to, source)
      if (relation === 'sighting-of' && source) {
        const at = time(source, 'last_seen') ?? time(source, 'created')
        if (at !== undefined) this.seen.set(to, Math.max(Math.min(at, now), this.seen.get(to) ?? 0))
      }
    }
    this.joinReports(relations, ids)
  }

  about(id: string): readonly Ref[] {
    return this.refs.get(id) ?? []
  }

  lastSeen(id: string): number | undefined {
    return this.seen.get(id)
  }

  /** A report about one group says of its indicators that they are of that group; of several, of none in particular. */
  private joinReports(relations: readonly ThreatRelation[], ids: ReadonlyMap<string, StixObject>): void {
    const groups = new Map<string, StixObject[]>()
    for (const { from, to, relation } of relations) {
      const target = ids.get(to)
      if (relation !== 'refers-to' || !target || !actors.has(target.type)) continue
      groups.set(from, [...(groups.get(from) ?? []), target])
    }
    for (const { from, to, relation } of relations) {
      const [only, more] = groups.get(from) ?? []
      if (relation === 'refers-to' && only && !more && to.startsWith('indicator--')) this.note(to, only)
    }
  }

  private note(id: string, object: StixObject): void {
    const ref: Ref = { kind: 'stix', id: object.id, label: nameOf(object) }
    const refs = this.refs.get(id)
    if (refs?.some((one) => one.id === ref.id)) return
    if (refs) refs.push(ref)
    else this.refs.set(id, [ref])
  }
}

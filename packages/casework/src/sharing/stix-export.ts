import { type Finding, type Instant, type Ref, type Tlp, tlpMarkings } from '@cordon/model'
import { isOpen } from '../states.ts'
import type { DossierFinding, StixBody } from './dossier.ts'
import { withheld } from './held-back.ts'
import { markingOfWords, type Released } from './release.ts'
import { MarkingReader, tlpDefinitions, tlpObject } from './stix-marking.ts'
import { indicatorOf, stixValue } from './stix-values.ts'
import { stricter, wider } from './tlp.ts'
import { cordonNamespace, sortedJson, uuidV5 } from './uuid.ts'

/** A bundle of STIX 2.1. */
export interface StixBundle {
  readonly type: 'bundle'
  readonly id: string
  readonly objects: readonly StixBody[]
}

/** A time as STIX writes it. */
export const stixTime = (at: Instant): string => new Date(at).toISOString()

/**
 * What was released of a case as a STIX 2.1 bundle: a report (a grouping while the case is open) over notes of the findings,
 * opinions of the decisions, what was observed and sighted, indicators with patterns, identities and relationships. Each object
 * has its marking. Ids are made of what they name (UUID version 5), a level of release at a time; `modified` tells versions apart.
 * The order of objects is the same for the same input.
 * @see https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html
 */
export function stixBundleOf(released: Released): StixBundle {
  const objects = new Builder(released).build()
  return { type: 'bundle', id: `bundle--${uuidV5(cordonNamespace, sortedJson(objects))}`, objects }
}

/** Domain objects that an indicator may indicate. */
const indicated = new Set([
  'attack-pattern',
  'campaign',
  'infrastructure',
  'intrusion-set',
  'malware',
  'threat-actor',
  'tool',
])

class Builder {
  private readonly objects = new Map<string, { body: StixBody; marking: Tlp }>()
  private readonly released: Released
  private readonly maker: string
  private readonly markings: MarkingReader
  private readonly known: ReadonlyMap<unknown, StixBody>
  private readonly named: string[] = []

  constructor(released: Released) {
    this.released = released
    this.markings = new MarkingReader(released.objects)
    this.known = new Map(released.objects.map((one) => [one.id, one]))
    this.maker = `identity--${uuidV5(cordonNamespace, sortedJson(['institution', released.institution?.name ?? '']))}`
  }

  build(): StixBody[] {
    const { released } = this
    const began = '2020-01-01T00:00:00.000Z'
    const name = released.institution?.name || 'An institution that does not give its name'
    this.objects.set(this.maker, {
      body: {
        type: 'identity',
        spec_version: '2.1',
        id: this.maker,
        created: began,
        modified: began,
        name,
        identity_class: 'organization',
      },
      marking: 'TLP:CLEAR',
    })
    for (const one of released.findings) this.finding(one)
    for (const { id, at, text } of released.notes)
      this.add('note', ['note', id], { created: at, modified: at }, markingOfWords(text), {
        content: text,
        object_refs: [this.maker],
      })
    this.intelligence()
    const body = this.report()
    const used = new Set<Tlp>([...this.objects.values()].map(({ marking }) => marking))
    const definitions = tlpMarkings.filter((tlp) => used.has(tlp)).map(tlpObject)
    const made = [...this.objects.values()].map(({ body: one, marking }) => ({
      ...one,
      ...(one.id !== this.maker &&
        !one.created_by_ref &&
        !isObservable(one) &&
        !this.known.has(one.id) && { created_by_ref: this.maker }),
      object_marking_refs: one.object_marking_refs ?? [tlpDefinitions[marking]],
    }))
    const own = released.objects.filter(
      ({ type, id }) => type === 'marking-definition' && !Object.values(tlpDefinitions).includes(String(id)),
    )
    return [
      ...definitions,
      ...own,
      ...made,
      { ...body, created_by_ref: this.maker, object_marking_refs: [tlpDefinitions[released.marking]] },
    ]
  }

  private id(type: string, parts: readonly unknown[]): string {
    const {
      case: { id },
      institution,
      level,
    } = this.released
    return `${type}--${uuidV5(cordonNamespace, sortedJson([institution?.name ?? '', 'case', id, level, ...parts]))}`
  }

  /** Adds an object, or widens what is known of one that is there: its time of change, and who may see it. */
  private add(
    type: string,
    parts: readonly unknown[],
    { created, modified }: { readonly created: Instant; readonly modified: Instant },
    marking: Tlp,
    members: StixBody,
  ): string {
    const id = this.id(type, parts)
    const before = this.objects.get(id)
    const times = {
      created: earlier(before?.body.created, stixTime(created)),
      modified: later(before?.body.modified, stixTime(Math.max(created, modified))),
    }
    const body = { type, spec_version: '2.1', id, ...times, ...members }
    this.objects.set(id, { body, marking: before ? wider(before.marking, marking) : marking })
    if (!before) this.named.push(id)
    return id
  }

  private observe(body: StixBody, marking: Tlp): string {
    const id = String(body.id)
    const before = this.objects.get(id)
    this.objects.set(id, { body, marking: before ? wider(before.marking, marking) : marking })
    if (!before) this.named.push(id)
    return id
  }

  private finding(one: DossierFinding): void {
    const { finding, revisedAt, decision } = one
    const { marking, window } = finding
    const times = { created: window.start, modified: Math.max(revisedAt, window.start) }
    const subjects = finding.subjects.flatMap((ref) => this.thing(ref, finding, times) ?? [])
    const matches = finding.matches.flatMap((ref) => this.thing(ref, finding, times) ?? [])
    const observed = this.observed(finding, times)
    const indicators = this.indicators(finding, times, observed)
    for (const from of subjects)
      for (const to of matches)
        if (from !== to)
          this.add('relationship', ['related', finding.id, from, to], times, marking, {
            relationship_type: 'related-to',
            source_ref: from,
            target_ref: to,
            description: finding.statement,
            ...(finding.probability && { confidence: Math.round(finding.probability.value * 100) }),
          })
    const about = [...new Set([...subjects, ...matches, ...indicators, ...(observed ? [observed] : [])])]
    const note = this.add('note', ['finding', finding.id], times, marking, {
      abstract: finding.statement,
      content: noteText(one),
      ...(finding.probability && { confidence: Math.round(finding.probability.value * 100) }),
      external_references: [{ source_name: 'cordon', external_id: finding.id }],
      object_refs: about.length > 0 ? about : [this.maker],
    })
    if (decision)
      this.add(
        'opinion',
        ['decision', finding.id],
        { created: decision.at, modified: decision.at },
        stricter(marking, decision.reason === withheld ? marking : markingOfWords(decision.reason)),
        {
          opinion: { true: 'strongly-agree', false: 'strongly-disagree', unsure: 'neutral' }[
            decision.verdict
          ],
          ...(decision.reason !== withheld && decision.reason !== '' && { explanation: decision.reason }),
          object_refs: [note],
        },
      )
  }

  /** What a subject or a match is in STIX's terms. */
  private thing(
    ref: Ref,
    { marking, place }: Finding,
    times: { created: Instant; modified: Instant },
  ): string | undefined {
    const { kind, id, label } = ref
    const named = (type: string, members: StixBody) =>
      this.add(type, ['ref', kind, id], times, marking, {
        name: label || id,
        ...members,
        external_references: [{ source_name: kind, external_id: id }],
      })
    if (kind === 'stix') return this.known.has(id) ? id : undefined
    if (kind === 'entity' || kind === 'party') return named('identity', { identity_class: 'unspecified' })
    if (kind === 'host') return named('identity', { identity_class: 'system' })
    if (kind === 'vessel')
      return named('infrastructure', { infrastructure_types: ['unknown'], description: 'A ship.' })
    if (kind === 'place' && place) return named('location', { latitude: place.lat, longitude: place.lon })
    return undefined
  }

  private observed(
    { id, marking, subjects, matches, window, place }: Finding,
    times: { created: Instant; modified: Instant },
  ): string | undefined {
    const seen = [...subjects, ...matches].flatMap((ref) => {
      const value = indicatorOf(ref)
      const observable = value && stixValue(value.kind, value.value)?.observable
      return observable ? [this.observe(observable, marking)] : []
    })
    if (place)
      this.add('location', ['place', id], times, marking, { latitude: place.lat, longitude: place.lon })
    if (seen.length === 0) return undefined
    return this.add('observed-data', ['observed', id], times, marking, {
      first_observed: stixTime(window.start),
      last_observed: stixTime(Math.max(window.start, window.end ?? window.start)),
      number_observed: 1,
      object_refs: [...new Set(seen)],
    })
  }

  private indicators(
    { id, marking, matches, window, rule }: Finding,
    times: { created: Instant; modified: Instant },
    observed: string | undefined,
  ): string[] {
    const groups = matches.filter(
      (ref) => ref.kind === 'stix' && indicated.has(String(this.known.get(ref.id)?.type)),
    )
    const sighted = groups.map(({ id: group }) => group)
    const made = matches.flatMap((ref) => {
      const value = indicatorOf(ref)
      const stix = value && stixValue(value.kind, value.value)
      if (!stix) return []
      const indicator = this.add('indicator', ['indicator', value.kind, value.value], times, marking, {
        name: value.value,
        indicator_types: ['unknown'],
        pattern: stix.pattern,
        pattern_type: 'stix',
        valid_from: stixTime(window.start),
      })
      if (observed)
        this.add('relationship', ['based-on', indicator, observed], times, marking, {
          relationship_type: 'based-on',
          source_ref: indicator,
          target_ref: observed,
        })
      for (const group of sighted)
        this.add('relationship', ['indicates', indicator, group], times, marking, {
          relationship_type: 'indicates',
          source_ref: indicator,
          target_ref: group,
        })
      return [indicator]
    })
    for (const what of made.length > 0 ? made : sighted)
      this.add('sighting', ['sighting', id, what], times, marking, {
        sighting_of_ref: what,
        first_seen: stixTime(window.start),
        last_seen: stixTime(Math.max(window.start, window.end ?? window.start)),
        count: 1,
        where_sighted_refs: [this.maker],
        ...(observed && { observed_data_refs: [observed] }),
        description: rule,
      })
    return made
  }

  /** Objects of others, as they were received and may be passed on; what they refer to and is not here is theirs to give. */
  private intelligence(): void {
    for (const body of this.released.objects) {
      if (body.type === 'marking-definition' || typeof body.id !== 'string') continue
      this.objects.set(body.id, { body, marking: this.markings.ofObject(body) })
      this.named.push(body.id)
    }
  }

  private report(): StixBody {
    const { case: found, findings } = this.released
    const isDone = !isOpen(found.state)
    const type = isDone ? 'report' : 'grouping'
    const times = [...this.objects.values()]
      .map(({ body }) => body.modified)
      .filter((one) => typeof one === 'string')
    const created = stixTime(found.opened)
    const modified = times.reduce((a, b) => later(a, b), created)
    return {
      type,
      spec_version: '2.1',
      id: this.id(type, ['case']),
      created,
      modified,
      name: found.title,
      description: `${findings.length} findings. ${found.severityWords}`,
      ...(isDone
        ? { report_types: ['threat-report'], published: modified }
        : { context: 'suspicious-activity' }),
      object_refs: this.named.length > 0 ? [...new Set(this.named)] : [this.maker],
    }
  }
}

function noteText({ finding, joins }: DossierFinding): string {
  const lines = finding.evidence.map(
    ({ detail, query, candidate, source }) =>
      `${detail} ${query} / ${candidate}${source ? ` (${source})` : ''}`,
  )
  const judged = Object.entries(finding.knowledgeVersions).map(([source, version]) => `${source} ${version}`)
  return [
    finding.statement,
    `Rule ${finding.rule} ${finding.ruleVersion}, severity ${finding.severity}, strength ${finding.score.toFixed(2)}.`,
    ...lines,
    ...joins,
    ...(judged.length > 0 ? [`Judged against ${judged.join(', ')}.`] : []),
  ].join('\n')
}

const isObservable = ({ created }: StixBody) => created === undefined

function earlier(a: unknown, b: string): string {
  return typeof a === 'string' && a < b ? a : b
}

function later(a: unknown, b: string): string {
  return typeof a === 'string' && a > b ? a : b
}

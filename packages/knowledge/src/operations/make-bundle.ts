import type { FieldFault } from '@cordon/model'
import { isoPrefixEnd, isoPrefixStart } from './iso-prefix.ts'
import type {
  Operation,
  OperationSource,
  ReferredObject,
  ReferredObjects,
  UsedSoftware,
} from './operation.ts'
import { cordonNamespace, uuid5 } from './uuids.ts'

/** A STIX 2.1 object as it is written. */
export type StixWritten = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string }

/** A STIX 2.1 bundle. */
export interface StixBundle {
  readonly type: 'bundle'
  readonly id: string
  readonly objects: readonly StixWritten[]
}

/** A bundle, or what stands in its way. */
export interface MadeBundle {
  readonly bundle?: StixBundle
  readonly faults: readonly FieldFault[]
}

/** STIX 2.1, section 7.2.1.4: TLP:WHITE, now called CLEAR. */
const clear: StixWritten = {
  type: 'marking-definition',
  spec_version: '2.1',
  id: 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
  created: '2017-01-20T00:00:00.000Z',
  definition_type: 'tlp',
  name: 'TLP:WHITE',
  definition: { tlp: 'white' },
}

/** MITRE's notice, which goes with what is ATT&CK's. */
const attackNotice: StixWritten = {
  type: 'marking-definition',
  spec_version: '2.1',
  id: 'marking-definition--fa42a846-8d90-4e51-bc29-71d5b4802168',
  created: '2017-06-01T00:00:00.000Z',
  definition_type: 'statement',
  definition: {
    statement:
      'Names and ids of ATT&CK objects: © The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.',
  },
}

/** Who made what is ATT&CK's. */
const mitre: StixWritten = {
  type: 'identity',
  spec_version: '2.1',
  id: 'identity--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5',
  created: '2017-06-01T00:00:00.000Z',
  modified: '2017-06-01T00:00:00.000Z',
  object_marking_refs: [attackNotice.id],
  name: 'The MITRE Corporation',
  identity_class: 'organization',
}

const maker = `identity--${uuid5(cordonNamespace, 'identity:cordon_dprk')}`

/**
 * The STIX 2.1 bundle of an operation. Its ids are version 5 UUIDs of what they stand for, so that the same operation gives
 * the same bytes. What ATT&CK or MISP keep is named under their ids, with the time of its first version: their own
 * objects, which are newer, outrank it wherever both are imported.
 * @param objects what operations refer to by a word
 * @see https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html
 */
export function makeBundle(operation: Operation, objects: ReferredObjects): MadeBundle {
  return new BundleMaker(operation, objects).make()
}

class BundleMaker {
  private readonly faults: FieldFault[] = []
  private readonly objects = new Map<string, StixWritten>()
  private readonly sources: ReadonlyMap<string, OperationSource>
  private readonly campaign: string
  private readonly software = new Map<string, string>()
  private readonly operation: Operation
  private readonly referred: ReferredObjects

  constructor(operation: Operation, referred: ReferredObjects) {
    this.operation = operation
    this.referred = referred
    this.sources = new Map(operation.sources.map((one) => [one.id, one]))
    this.campaign = this.makeCampaign()
  }

  make(): MadeBundle {
    const { operation } = this
    this.add({
      ...this.head('identity', 'identity:cordon_dprk', false),
      id: maker,
      name: 'Cordon DPRK',
      identity_class: 'organization',
    })
    for (const victim of operation.victims) this.addVictim(victim)
    operation.techniques.forEach(({ id, how, source }, at) => {
      const technique = this.refer(id, `techniques[${at}].id`)
      if (technique) this.relate(this.campaign, 'uses', technique, how, source)
    })
    for (const [at, one] of operation.software.entries()) this.addSoftware(one, `software[${at}]`)
    for (const one of operation.infrastructure) this.addInfrastructure(one)
    for (const [at, one] of operation.indicators.entries()) this.addIndicator(one, `indicators[${at}]`)
    this.addClaims()
    if (this.faults.length > 0) return { faults: this.faults }
    const used = new Set([...this.objects.values()].flatMap((one) => one.object_marking_refs as string[]))
    const notices = [clear, attackNotice].filter(({ id }) => used.has(id))
    return {
      faults: [],
      bundle: {
        type: 'bundle',
        id: `bundle--${this.uuid('bundle')}`,
        objects: [...notices, ...this.objects.values()],
      },
    }
  }

  private makeCampaign(): string {
    const { campaign, id, title, summary, aka, period } = this.operation
    if (campaign !== undefined) {
      const known = this.refer(campaign, 'campaign')
      if (known) return known
    }
    const object = {
      ...this.head('campaign', 'campaign'),
      name: title,
      description: summary,
      ...(aka.length > 0 && { aliases: aka }),
      first_seen: isoPrefixStart(period.start),
      ...(period.end !== undefined && { last_seen: isoPrefixEnd(period.end) }),
      external_references: [
        { source_name: 'cordon', external_id: id },
        ...this.operation.sources.map(({ id: source }) => this.reference(source)),
      ],
    }
    return this.add(object)
  }

  private addVictim({ name, isClass, sectors, country, source }: Operation['victims'][number]): void {
    const id = this.add({
      ...this.head('identity', `victim:${name}`),
      name,
      identity_class: isClass ? 'class' : 'organization',
      ...(sectors.length > 0 && { sectors }),
    })
    this.relate(this.campaign, 'targets', id, undefined, source)
    if (country === undefined) return
    const place = `location--${uuid5(cordonNamespace, `country:${country}`)}`
    this.add({
      ...this.head('location', '', false),
      id: place,
      country: country.toUpperCase(),
      name: country.toUpperCase(),
    })
    this.relate(id, 'located-at', place, undefined, source)
  }

  private addSoftware({ attack, name, type, kinds, aka, what, source }: UsedSoftware, field: string): void {
    const id =
      attack !== undefined
        ? this.refer(attack, `${field}.attack`)
        : this.add({
            ...this.head(type, `software:${name}`),
            name,
            description: what,
            ...(type === 'malware' && { is_family: true }),
            ...(kinds.length > 0 && { [type === 'malware' ? 'malware_types' : 'tool_types']: kinds }),
            ...(aka.length > 0 && { aliases: aka }),
            external_references: [this.reference(source)],
          })
    if (id === undefined) return
    this.software.set(attack ?? name ?? '', id)
    this.relate(this.campaign, 'uses', id, what, source)
  }

  private addInfrastructure({ name, kinds, what, source }: Operation['infrastructure'][number]): void {
    const id = this.add({
      ...this.head('infrastructure', `infrastructure:${name}`),
      name,
      description: what,
      ...(kinds.length > 0 && { infrastructure_types: kinds }),
      external_references: [this.reference(source)],
    })
    this.relate(this.campaign, 'uses', id, undefined, source)
  }

  private addIndicator(
    { name, pattern, from, what, source, of }: Operation['indicators'][number],
    field: string,
  ): void {
    const id = this.add({
      ...this.head('indicator', `indicator:${pattern}`),
      name,
      description: what,
      indicator_types: ['malicious-activity'],
      pattern,
      pattern_type: 'stix',
      pattern_version: '2.1',
      valid_from: isoPrefixStart(from),
      external_references: [this.reference(source)],
    })
    this.relate(id, 'indicates', this.campaign, undefined, source)
    if (of === undefined) return
    const software = this.software.get(of)
    if (software) this.relate(id, 'indicates', software, undefined, source)
    else this.faults.push({ field: `${field}.of`, expected: 'a program under `software`', found: of })
  }

  /** Attributions, and who speaks against them as one opinion on all. */
  private addClaims(): void {
    const attributions: string[] = []
    for (const [at, { to, by, basis, confidence, stated }] of this.operation.claims.entries()) {
      const group = this.refer(to, `claims[${at}].to`, attributable)
      const more = { confidence, labels: [basis] }
      if (group) attributions.push(this.relate(this.campaign, 'attributed-to', group, stated, by, more))
    }
    for (const { by, says } of this.operation.contested)
      this.add({
        ...this.head('opinion', `opinion:${by}:${says}`),
        opinion: 'disagree',
        explanation: says,
        authors: [this.sources.get(by)?.publisher ?? by],
        object_refs: attributions.length > 0 ? attributions : [this.campaign],
        external_references: [this.reference(by)],
      })
  }

  /** An object of another publisher, under its own id, as far as it must be known to be named. */
  private refer(word: string, field: string, types?: readonly string[]): string | undefined {
    const found = referredBy(this.referred, word, types)
    if (!found) {
      this.faults.push({ field, expected: 'a code, name or id that objects.json holds', found: word })
      return undefined
    }
    const { code, object } = found
    if (object.of === 'attack') this.add(mitre)
    this.add(writtenReference(code, object))
    return object.id
  }

  private relate(
    from: string,
    relation: string,
    to: string,
    description: string | undefined,
    source: string,
    more: Readonly<Record<string, unknown>> = {},
  ): string {
    return this.add({
      ...this.head('relationship', `${from} ${relation} ${to} ${source}`),
      relationship_type: relation,
      source_ref: from,
      target_ref: to,
      ...(description && { description }),
      ...more,
      external_references: [this.reference(source)],
    })
  }

  private add(object: StixWritten): string {
    if (!this.objects.has(object.id)) this.objects.set(object.id, object)
    return object.id
  }

  private head(type: string, name: string, isOurs = true) {
    const { created, modified } = this.operation
    return {
      type,
      spec_version: '2.1',
      id: `${type}--${this.uuid(name)}`,
      created_by_ref: maker,
      created: isOurs ? isoPrefixStart(created) : sharedSince,
      modified: isOurs ? isoPrefixStart(modified) : sharedSince,
      object_marking_refs: [clear.id],
    }
  }

  private uuid(name: string): string {
    return uuid5(cordonNamespace, `operation:${this.operation.id}:${name}`)
  }

  private reference(id: string): Record<string, string> {
    const source = this.sources.get(id)
    if (!source) return { source_name: id, description: id }
    const { title, publisher, date, url } = source
    return { source_name: publisher, description: `${title} (${date})`, ...(url && { url }) }
  }
}

/** What many bundles hold alike has one time of its own, whenever one of them changes. */
const sharedSince = '2026-11-25T00:00:00.000Z'

/**
 * Finds a referred object by its word, its STIX id, or the name it has.
 * @param types of STIX that it may be; a group and a program may share a name
 */
export function referredBy(
  objects: ReferredObjects,
  word: string,
  types?: readonly string[],
): { readonly code: string; readonly object: ReferredObject } | undefined {
  const isOfType = ({ id }: ReferredObject) =>
    types === undefined || types.some((type) => id.startsWith(`${type}--`))
  const own = objects[word]
  if (own) return isOfType(own) ? { code: word, object: own } : undefined
  const found = Object.entries(objects).find(
    ([, one]) => (one.id === word || one.name === word) && isOfType(one),
  )
  return found && { code: found[0], object: found[1] }
}

/** Who an attribution may lead to. */
export const attributable = ['intrusion-set', 'threat-actor'] as const

/** Members that STIX asks of an object of this type besides its name. */
const required: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  malware: { is_family: true },
}

const publishers = {
  attack: { created_by_ref: mitre.id, object_marking_refs: [attackNotice.id] },
  misp: { object_marking_refs: [clear.id] },
  cordon: { created_by_ref: maker, object_marking_refs: [clear.id] },
} as const

function writtenReference(
  code: string,
  { id, name, of, created, url, description }: ReferredObject,
): StixWritten {
  const type = id.slice(0, id.indexOf('--'))
  const names = { attack: 'mitre-attack', misp: 'misp-galaxy', cordon: 'cordon' } as const
  return {
    type,
    spec_version: '2.1',
    id,
    ...publishers[of],
    created,
    modified: created,
    name,
    ...(description && { description }),
    ...required[type],
    external_references: [{ source_name: names[of], external_id: code, ...(url && { url }) }],
  }
}

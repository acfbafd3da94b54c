import type { Entity } from '@cordon/model'
import { ContextOutlines } from './context-outlines.ts'
import { kindOf } from './kinds.ts'
import { type ListedName, NameIndex } from './names/name-index.ts'
import { Needs } from './needs.ts'
import { NumberIndex } from './number-index.ts'
import { nameOfSchema, type Party, readNames, readParty } from './party.ts'
import { Ranking } from './ranking.ts'
import type { Steps } from './steps.ts'

/** Link schemata that carry a number of their holder, and the properties to file it under. */
const carriers: Readonly<Record<string, readonly [property: string, value: string]>> = {
  Passport: ['passportNumber', 'number'],
  Identification: ['idNumber', 'number'],
  CryptoWallet: ['publicKey', 'publicKey'],
}

/** Whether an entity's numbers are filed under its holder as well. */
export function isCarrier(entity: Entity): boolean {
  return Object.hasOwn(carriers, entity.schema)
}

/** Entities ready to be found: one list whole, or what a delta brought. Never changes once built. */
export class Segment {
  readonly entities: readonly Entity[]
  readonly parties: readonly Party[]
  readonly names: NameIndex
  private readonly numbers: NumberIndex
  /** What a first look tells of each party. */
  readonly outlines: ContextOutlines
  /** Scratch of the query at hand. */
  readonly needs: Needs
  readonly ranking = new Ranking()

  /**
   * Builds a segment in steps.
   * @param carried numbers of other entities by the id of their holder, from `carriedNumbers`
   * @param weighedAs an index whose words' weights count here too
   */
  static *building(
    all: readonly Entity[],
    carried: ReadonlyMap<string, Record<string, string[]>>,
    weighedAs?: NameIndex,
  ): Steps<Segment> {
    const entities = all.filter((entity) => kindOf(entity.schema) !== 'link')
    const parties: Party[] = []
    const listed: ListedName[] = []
    for (const [owner, entity] of entities.entries()) {
      const { id, schema } = entity
      parties.push(readParty({ schema, properties: withNumbers(entity, carried.get(id)) }))
      const nameOf = nameOfSchema(schema)
      for (const { text, weak } of readNames(entity)) listed.push({ text, weak, nameOf, owner })
      if (owner % 16 === 0) yield
    }
    const names = yield* NameIndex.building(listed, weighedAs)
    const keys = parties.map(({ identifiers }) => identifiers.map(({ key }) => key))
    return new Segment(entities, parties, names, yield* NumberIndex.building(keys))
  }

  private constructor(
    entities: readonly Entity[],
    parties: readonly Party[],
    names: NameIndex,
    numbers: NumberIndex,
  ) {
    this.entities = entities
    this.parties = parties
    this.names = names
    this.numbers = numbers
    this.outlines = new ContextOutlines(parties)
    this.needs = new Needs(entities.length)
  }

  /** Entities that hold one of the party's identifiers, or one that a slip of the pen makes of it. */
  identified(party: Party): Set<number> {
    const found = new Set<number>()
    for (const { key } of party.identifiers) this.numbers.find(key, (holder) => found.add(holder))
    return found
  }
}

/** The numbers that carriers hold for others, by holder. */
export function carriedNumbers(entities: Iterable<Entity>): Map<string, Record<string, string[]>> {
  const carried = new Map<string, Record<string, string[]>>()
  for (const { schema, properties } of entities) {
    const carrier = carriers[schema]
    if (!carrier) continue
    const [property, valueProperty] = carrier
    for (const holder of properties.holder ?? []) {
      const held = carried.get(holder) ?? {}
      held[property] = [...(held[property] ?? []), ...(properties[valueProperty] ?? [])]
      carried.set(holder, held)
    }
  }
  return carried
}

function withNumbers(entity: Entity, carried: Record<string, string[]> | undefined): Entity['properties'] {
  if (!carried) return entity.properties
  const properties: Record<string, readonly string[]> = { ...entity.properties }
  for (const [property, values] of Object.entries(carried))
    properties[property] = [...(properties[property] ?? []), ...values]
  return properties
}

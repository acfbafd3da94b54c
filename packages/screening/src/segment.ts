import type { Entity } from '@cordon/model'
import { kindOf } from './kinds.ts'
import { type ListedName, NameIndex } from './names/name-index.ts'
import { Needs } from './needs.ts'
import { nameOfSchema, type Party, readNames, readParty } from './party.ts'

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
  /** Scratch of the query at hand. */
  readonly needs: Needs
  private readonly byKey = new Map<string, number[]>()

  /** @param carried numbers of other entities by the id of their holder, from `carriedNumbers` */
  constructor(
    entities: readonly Entity[],
    carried: ReadonlyMap<string, Record<string, string[]>>,
    weighedAs?: NameIndex,
  ) {
    this.entities = entities.filter((entity) => kindOf(entity.schema) !== 'link')
    this.parties = this.entities.map((entity) =>
      readParty({ schema: entity.schema, properties: withNumbers(entity, carried.get(entity.id)) }),
    )
    this.needs = new Needs(this.entities.length)
    const listed: ListedName[] = []
    this.entities.forEach((entity, owner) => {
      const nameOf = nameOfSchema(entity.schema)
      for (const { text, weak } of readNames(entity)) listed.push({ text, weak, nameOf, owner })
    })
    this.names = new NameIndex(listed, weighedAs)
    this.parties.forEach(({ identifiers }, n) => {
      for (const { key } of identifiers) for (const form of nearForms(key)) push(this.byKey, form, n)
    })
  }

  /** Entities that hold one of the party's identifiers, or one that a slip of the pen makes of it. */
  identified(party: Party): Set<number> {
    const found = new Set<number>()
    for (const { key } of party.identifiers)
      for (const form of nearForms(key)) for (const n of this.byKey.get(form) ?? []) found.add(n)
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

/**
 * A key, and the forms by which near misses meet: the key with each character masked finds one that differs there;
 * with neighbours masked it finds them swapped. Short and very long keys (wallets) only meet exactly.
 */
function nearForms(key: string): string[] {
  if (key.length < 7 || key.length > 12) return [key]
  const forms = [key]
  for (let i = 0; i < key.length; i++) forms.push(`${key.slice(0, i)}?${key.slice(i + 1)}`)
  for (let i = 0; i + 1 < key.length; i++) {
    const pair = key[i]! < key[i + 1]! ? key.slice(i, i + 2) : `${key[i + 1]}${key[i]}`
    forms.push(`${key.slice(0, i)}<${pair}>${key.slice(i + 2)}`)
  }
  return forms
}

function push(map: Map<string, number[]>, key: string, n: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [n])
  else if (list.at(-1) !== n) list.push(n)
}

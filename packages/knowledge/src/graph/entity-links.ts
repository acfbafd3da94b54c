import { type Entity, ftmSchema, parseImo, parseMmsi, type Ref, type RefKind } from '@cordon/model'
import { ownedOrControlled } from '../ownership/links.ts'
import type { GraphLink } from './link-graph.ts'

/** FollowTheMoney's edge entities as relations; `UnknownLink` and `Ownership` are told apart by their roles. */
const relationOf: Readonly<Record<string, string>> = {
  Ownership: 'owns',
  Directorship: 'directs',
  Family: 'family',
  Associate: 'associate',
  Membership: 'member-of',
  Representation: 'represents',
  Succession: 'succession',
  UnknownLink: 'linked',
  Payment: 'paid',
  Debt: 'linked',
  ContractAward: 'linked',
  ProjectParticipant: 'linked',
}

/** References between things that are links: the relation, and whether the entity that states it is at its second end. */
const referenceOf: Readonly<Record<string, readonly [relation: string, turned: boolean]>> = {
  parent: ['parent-of', true],
  owner: ['owns', true],
  operator: ['controls', true],
  holder: ['holds', true],
  issuer: ['linked', false],
  addressEntity: ['located', false],
  bank: ['linked', false],
}

/** Numbers by which the world knows a thing, as things of their own: what an observation states is found by them. */
const numbersOf: readonly (readonly [
  property: string,
  kind: RefKind,
  id: (value: string) => string | undefined,
])[] = [
  ['imoNumber', 'vessel', (value) => idOf('imo', parseImo(value))],
  ['mmsi', 'vessel', (value) => idOf('mmsi', parseMmsi(value))],
  ['publicKey', 'wallet', (value) => value.trim() || undefined],
  ['swiftBic', 'account', (value) => `bic:${value.replace(/\s/g, '').toUpperCase().replace(/XXX$/, '')}`],
  ['iban', 'account', (value) => value.replace(/\s/g, '').toUpperCase()],
  ['accountNumber', 'account', (value) => value.replace(/\s/g, '').toUpperCase()],
]

function idOf(
  scheme: string,
  parsed: { readonly ok: boolean; readonly value?: unknown },
): string | undefined {
  return parsed.ok ? `${scheme}:${String(parsed.value).replace(/\D/g, '')}` : undefined
}

/**
 * The links that lists state, as FollowTheMoney has them: edge entities (Ownership, Directorship ...), references between
 * things, and the numbers that ships, wallets and accounts are known by. Ends that no list describes are left out.
 * @param get the entity under an id or a referent
 */
export function* entityLinks(
  entities: Iterable<Entity>,
  get: (id: string) => Entity | undefined,
): Generator<GraphLink, void, undefined> {
  const refOf = (id: string): Ref | undefined => {
    const entity = get(id)
    return entity && { kind: 'entity', id: entity.id, label: entity.caption }
  }
  for (const entity of entities) {
    const schema = ftmSchema(entity.schema)
    if (schema?.edge) yield* edgeLinks(entity, schema.edge, refOf)
    else if (schema?.ancestors.has('Thing')) yield* referenceLinks(entity, refOf)
  }
}

function* edgeLinks(
  entity: Entity,
  edge: { readonly source: string; readonly target: string },
  refOf: (id: string) => Ref | undefined,
): Generator<GraphLink, void, undefined> {
  const { properties, schema } = entity
  const role = [properties.role, properties.relationship, properties.ownershipType].find(
    (one) => one?.[0],
  )?.[0]
  const controls = schema === 'UnknownLink' && ownedOrControlled.has(role ?? '')
  const works = schema === 'Employment'
  const relation = controls ? 'controls' : works ? 'employs' : relationOf[schema]
  if (relation === undefined) return
  const note = [properties.percentage?.[0] && `${properties.percentage[0]} %`, role]
    .filter(Boolean)
    .join(', ')
  // OFAC's link leads from what is owned to who owns it; an employment from who works to whom for.
  const [first, second] = controls || works ? [edge.target, edge.source] : [edge.source, edge.target]
  for (const a of properties[first] ?? [])
    for (const b of properties[second] ?? []) {
      const [from, to] = [refOf(a), refOf(b)]
      if (!from || !to) continue
      yield {
        from,
        to,
        relation,
        ...stated(entity),
        ...spanOf(entity),
        record: entity.id,
        ...(note && { note }),
      }
    }
}

function* referenceLinks(
  entity: Entity,
  refOf: (id: string) => Ref | undefined,
): Generator<GraphLink, void, undefined> {
  const self: Ref = { kind: 'entity', id: entity.id, label: entity.caption }
  for (const [property, [relation, turned]] of Object.entries(referenceOf))
    for (const id of entity.properties[property] ?? []) {
      const other = refOf(id)
      if (!other) continue
      yield { from: turned ? other : self, to: turned ? self : other, relation, ...stated(entity) }
    }
  for (const [property, kind, idOfValue] of numbersOf)
    for (const value of entity.properties[property] ?? []) {
      const id = idOfValue(value)
      if (id === undefined) continue
      yield { from: self, to: { kind, id, label: id }, relation: 'has-number', ...stated(entity) }
    }
}

/** Who says it; of several, the first: the entity's page has each statement with its source. */
function stated({ datasets }: Entity): { readonly source: string } {
  return { source: datasets[0] ?? 'unknown' }
}

function spanOf({ properties }: Entity): { readonly since?: number; readonly until?: number } {
  const since = Date.parse(properties.startDate?.[0] ?? properties.date?.[0] ?? '')
  const until = Date.parse(properties.endDate?.[0] ?? '')
  return {
    ...(!Number.isNaN(since) && { since }),
    ...(!Number.isNaN(until) && { until }),
  }
}

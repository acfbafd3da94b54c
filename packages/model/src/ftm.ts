import { defaultModel, Model, type Property, type Schema } from '@opensanctions/followthemoney'

/** How an edge schema links two entities: which property is the source, which the target. */
export interface FtmEdge {
  readonly source: string
  readonly target: string
  readonly directed: boolean
  /** What the source does to the target: "owns", "directs". */
  readonly label: string
}

/** One property of a schema. */
export interface FtmProperty {
  readonly name: string
  readonly label: string
  /** `name`, `date`, `country`, `entity`, `identifier`, `topic`, `text`, `string` ... */
  readonly type: string
  readonly matchable: boolean
  readonly hidden: boolean
  /** True for the far end of a link: it is projected, and no statement carries it. */
  readonly stub: boolean
  /** The schema that the values of an `entity` property are ids of. */
  readonly range?: string
  /** The property of the range by which the link is seen from there. */
  readonly reverse?: string
}

/** One FollowTheMoney schema, with what it inherits. */
export interface FtmSchema {
  readonly name: string
  readonly label: string
  readonly plural: string
  /** The schema itself and all it descends from. */
  readonly ancestors: ReadonlySet<string>
  readonly abstract: boolean
  /** Whether entities of it can be the answer of a match. */
  readonly matchable: boolean
  /** Properties to name an entity by, best first. */
  readonly caption: readonly string[]
  /** Properties to show first. */
  readonly featured: readonly string[]
  readonly edge?: FtmEdge
  readonly properties: ReadonlyMap<string, FtmProperty>
}

const model = new Model(defaultModel)
const schemata: ReadonlyMap<string, FtmSchema> = new Map(
  model.getSchemata().map((schema) => [schema.name, schemaOf(schema)]),
)

/** Codes of the `topics` property with their labels: `sanction` is "Sanctioned entity". */
export const topicLabels: ReadonlyMap<string, string> = new Map(model.getType('topic').values)

/** Codes of `country` properties with their English labels. */
export const countryLabels: ReadonlyMap<string, string> = new Map(model.getType('country').values)

/** The schema of that name in FollowTheMoney's default model; undefined where there is none. */
export function ftmSchema(name: string): FtmSchema | undefined {
  return schemata.get(name)
}

/** All schemata by name. */
export function ftmSchemata(): FtmSchema[] {
  return [...schemata.values()]
}

/** Whether a schema is another one or descends from it: `isA('Company', 'LegalEntity')`. */
export function isA(schema: string, ancestor: string): boolean {
  return schemata.get(schema)?.ancestors.has(ancestor) ?? false
}

/** A property of a schema, inherited ones included; undefined where the schema or the property does not exist. */
export function ftmProperty(schema: string, property: string): FtmProperty | undefined {
  return schemata.get(schema)?.properties.get(property)
}

/** What is wrong with a statement's schema and property, for tests of readers; undefined where all is well. */
export function ftmFault(schema: string, property: string): string | undefined {
  const found = schemata.get(schema)
  if (!found) return `expected a FollowTheMoney schema, found "${schema}"`
  const known = found.properties.get(property)
  if (!known) return `expected a property of ${schema}, found "${property}"`
  if (known.stub)
    return `expected a property of ${schema} that statements carry, found "${property}": state "${known.reverse}" on the ${known.range} instead`
  return found.abstract
    ? `expected a schema that entities can have, found the abstract "${schema}"`
    : undefined
}

/** Names of the schemata whose entities can be the answer of a match. */
export function matchableSchemata(): string[] {
  return ftmSchemata()
    .filter((schema) => schema.matchable)
    .map((schema) => schema.name)
}

/** The more specific of two schemata of one line; undefined where neither descends from the other. */
export function commonSchema(a: string, b: string): string | undefined {
  return isA(a, b) ? a : isA(b, a) ? b : undefined
}

function schemaOf(schema: Schema): FtmSchema {
  const { edge } = schema
  return {
    name: schema.name,
    label: schema.label,
    plural: schema.plural,
    ancestors: new Set([schema.name, ...schema.schemata]),
    abstract: schema.abstract,
    matchable: schema.matchable,
    caption: schema.caption,
    featured: schema.featured,
    ...(edge
      ? {
          edge: {
            source: edge.source,
            target: edge.target,
            directed: edge.directed,
            label: edge.label ?? schema.label,
          },
        }
      : {}),
    properties: new Map([...schema.getProperties()].map(([name, property]) => [name, propertyOf(property)])),
  }
}

function propertyOf(property: Property): FtmProperty {
  return {
    name: property.name,
    label: property.label,
    type: property.type.name,
    matchable: property.matchable,
    hidden: property.hidden,
    stub: property.stub,
    ...(property.hasRange ? { range: property.getRange().name } : {}),
    ...(property.hasReverse ? { reverse: property.getReverse().name } : {}),
  }
}

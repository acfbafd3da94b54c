import { createHash } from 'node:crypto'
import { type IndicatorKind, nameKey, type ThreatItem } from '@cordon/model'
import { canonicalJson } from './canonical-json.ts'

/** An item as a row: what it is, by what it is found, and what it says. */
export interface ThreatRow {
  readonly kind: ThreatItem['is']
  /** Tells items of one collection apart. */
  readonly key: Buffer
  /** By which it is looked up: the value of an indicator, the id of an object, the end that a relation or claim is about. */
  readonly lookup: Buffer
  readonly hash: Buffer
  readonly body: string
}

/** The key of a value in `threat_item.lookup`. */
export function indicatorLookup(kind: IndicatorKind, value: string): Buffer {
  return digest(`indicator\0${kind}\0${value}`)
}

/** The key of a STIX id in `threat_item.lookup`. */
export function objectLookup(id: string): Buffer {
  return digest(`object\0${id}`)
}

/** An item as a row. */
export function threatRow(item: ThreatItem): ThreatRow {
  const body = canonicalJson(inner(item))
  const hash = digest(body)
  return { kind: item.is, key: digest(keyOf(item, hash)), lookup: lookupOf(item), hash, body }
}

/** The item that a row holds. */
export function threatItem(kind: ThreatItem['is'], body: unknown): ThreatItem {
  return { is: kind, [kind]: body } as unknown as ThreatItem
}

function inner(item: ThreatItem): unknown {
  switch (item.is) {
    case 'object':
      return item.object
    case 'relation':
      return item.relation
    case 'claim':
      return item.claim
    case 'indicator':
      return item.indicator
  }
}

function keyOf(item: ThreatItem, hash: Buffer): string {
  switch (item.is) {
    case 'object':
      return `object\0${item.object.id}\0${item.object.source}`
    case 'relation':
      return `relation\0${item.relation.id}\0${item.relation.source}`
    case 'claim': {
      const { from, to, relation, source } = item.claim
      return `claim\0${relation}\0${source}\0${from.id}\0${to.id}\0${nameKey(from.label)}`
    }
    case 'indicator': {
      const { kind, value, id, source } = item.indicator
      // A source may say several things of one value; without an id of its own each is told by what it says.
      return `indicator\0${kind}\0${value}\0${source}\0${id ?? hash.toString('hex')}`
    }
  }
}

function lookupOf(item: ThreatItem): Buffer {
  switch (item.is) {
    case 'object':
      return objectLookup(item.object.id)
    case 'relation':
      return objectLookup(item.relation.from)
    case 'claim':
      return objectLookup(item.claim.relation === 'alias-of' ? item.claim.to.id : item.claim.from.id)
    case 'indicator':
      return indicatorLookup(item.indicator.kind, item.indicator.value)
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, 16)
}

import type { Entity } from '@cordon/model'
import { identifierOf, identifierProperties, walletProperties } from '@cordon/screening'

/** A listed number: whose, and what it is. */
export interface ListedNumber {
  readonly entityId: string
  readonly property: string
  readonly text: string
}

const holders: Readonly<Record<string, readonly [property: string, value: string]>> = {
  Passport: ['passportNumber', 'number'],
  Identification: ['idNumber', 'number'],
  CryptoWallet: ['publicKey', 'publicKey'],
}
/** Papers of people and firms: one column of them all, for a message rarely says which it is. */
const papers = new Set([
  'passportNumber',
  'idNumber',
  'taxNumber',
  'registrationNumber',
  'socialSecurityNumber',
  'innCode',
  'ogrnCode',
  'vatCode',
])
const shortestPaper = 6

/** Numbers that lists name, exact: BIC, LEI, IBAN and accounts, wallets, IMO numbers, passports and other papers. */
export class NumberTable {
  private readonly numbers = new Map<string, ListedNumber[]>()

  /** A paper or a wallet that an entity of its own carries counts for its holder. */
  static build(entities: Iterable<Entity>): NumberTable {
    const table = new NumberTable()
    for (const entity of entities) {
      const carrier = holders[entity.schema]
      if (carrier) {
        const [property, from] = carrier
        const owners = entity.properties.holder ?? []
        const named = owners.length > 0 ? owners : entity.schema === 'CryptoWallet' ? [entity.id] : []
        for (const value of entity.properties[from] ?? [])
          for (const id of named) table.add(id, property, value)
        continue
      }
      for (const [property, values] of Object.entries(entity.properties))
        if (identifierProperties.has(property) || walletProperties.has(property))
          for (const value of values) table.add(entity.id, property, value)
    }
    return table
  }

  private add(entityId: string, property: string, text: string): void {
    const identifier = identifierOf(property, text)
    if (!identifier) return
    const isPaper = papers.has(identifier.property)
    if (isPaper && identifier.key.length < shortestPaper) return
    const key = keyOf(identifier.property, identifier.key)
    const list = this.numbers.get(key)
    const entry = { entityId, property: identifier.property, text }
    if (list) list.push(entry)
    else this.numbers.set(key, [entry])
  }

  /** Who is listed with that number. */
  find(property: string, text: string): readonly ListedNumber[] {
    const identifier = identifierOf(property, text)
    return (identifier && this.numbers.get(keyOf(identifier.property, identifier.key))) ?? []
  }
}

function keyOf(property: string, key: string): string {
  const column = papers.has(property)
    ? 'paper'
    : property === 'ibanCode' || property === 'accountNumber'
      ? 'account'
      : property
  return `${column} ${key}`
}

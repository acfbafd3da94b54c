import type { XmlElement } from '@cordon/formats'

/** One entry of a ReferenceValueSet: the text and what else the file says of it. */
export interface ReferenceValue {
  readonly text: string
  readonly attributes: ReadonlyMap<string, string>
}

/** The code tables that the file itself carries (`ReferenceValueSets`): what an id means is never assumed. */
export class ReferenceValues {
  private readonly sets = new Map<string, Map<string, ReferenceValue>>()
  private readonly onUnknown: (what: string) => void

  /** @param onUnknown told of an id that the file uses and does not define */
  constructor(onUnknown: (what: string) => void) {
    this.onUnknown = onUnknown
  }

  /** Takes in one table, an element such as `AliasTypeValues`. */
  add(table: XmlElement): void {
    for (const entry of table.children) {
      const attributes = new Map<string, string>()
      for (let i = 0; i < entry.attributes.length; i += 2)
        attributes.set(entry.attributes[i]!, entry.attributes[i + 1]!)
      const id = attributes.get('ID')
      if (id === undefined) this.onUnknown(`${entry.name} without ID`)
      else this.set(entry.name).set(id, { text: entry.text.trim(), attributes })
    }
  }

  /** The entry of a table, or undefined; an id that is not in the table is told to `onUnknown`. */
  find(table: string, id: string | undefined): ReferenceValue | undefined {
    if (id === undefined) return undefined
    const value = this.set(table).get(id)
    if (!value) this.onUnknown(`${table} ${id}`)
    return value
  }

  /** The text of an entry, or undefined. */
  text(table: string, id: string | undefined): string | undefined {
    return this.find(table, id)?.text
  }

  /** Texts that say nothing (`Unknown`) are undefined here. */
  known(table: string, id: string | undefined): string | undefined {
    const text = this.text(table, id)
    return text === 'Unknown' ? undefined : text
  }

  /** All entries of a table. */
  entries(table: string): Iterable<ReferenceValue> {
    return this.set(table).values()
  }

  private set(table: string): Map<string, ReferenceValue> {
    let set = this.sets.get(table)
    if (!set) {
      set = new Map()
      this.sets.set(table, set)
    }
    return set
  }
}

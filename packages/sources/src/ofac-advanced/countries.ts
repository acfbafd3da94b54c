import { countryCode } from '@cordon/model'
import type { ReferenceValues } from './reference-values.ts'

/** A country or region as the file names it, with FollowTheMoney's code where it has one. */
export interface Place {
  readonly name: string
  readonly code?: string
}

/** Regions of the file's Country table that are no countries, and the country whose code stands for them. */
const regions: Readonly<Record<string, string>> = {
  'Region: Gaza': 'ps',
  'Region: Northern Mali': 'ml',
  'West Bank': 'ps',
}

/** Countries by the file's own tables, and by name where it writes them out. */
export class Countries {
  private readonly codes = new Map<string, string | undefined>()
  private readonly reference: ReferenceValues

  constructor(reference: ReferenceValues) {
    this.reference = reference
  }

  /** The country under an id of the Country table. `undetermined` is no country. */
  country(id: string | undefined): Place | undefined {
    const entry = this.reference.find('Country', id)
    return entry && this.place(entry.text, entry.attributes.get('ISO2'))
  }

  /** The country under an id of the AreaCode table. */
  area(id: string | undefined): Place | undefined {
    const entry = this.reference.find('AreaCode', id)
    if (!entry) return undefined
    const country = entry.attributes.get('CountryID')
    return country ? this.country(country) : this.place(entry.attributes.get('Description') ?? entry.text)
  }

  /** The code of a country named in free text, or undefined. */
  codeOf(name: string): string | undefined {
    const text = name.trim()
    if (this.codes.has(text)) return this.codes.get(text)
    const code = regions[text] ?? countryCode(text)
    this.codes.set(text, code)
    return code
  }

  private place(name: string, iso?: string): Place | undefined {
    if (name === 'undetermined') return undefined
    const code = iso?.toLowerCase() ?? this.codeOf(name)
    return code === undefined ? { name } : { name, code }
  }
}

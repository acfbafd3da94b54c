import type { ReferenceValues } from './reference-values.ts'

/** A country or region as the file names it, with FollowTheMoney's code where it has one. */
export interface Place {
  readonly name: string
  readonly code?: string
}

/** Entries of the file's own table that carry no ISO code, and names that only its free text uses. */
const codes: Readonly<Record<string, string>> = {
  'antigua & barbuda': 'ag',
  'british virgin islands': 'vg',
  cameroon: 'cm',
  'cook islands': 'ck',
  "democratic people's republic of korea": 'kp',
  eswatini: 'sz',
  gabon: 'ga',
  gambia: 'gm',
  'isle of man': 'im',
  kiribati: 'ki',
  kosovo: 'xk',
  'netherlands antilles': 'an',
  'north korea': 'kp',
  'region: gaza': 'ps',
  'region: northern mali': 'ml',
  'republic of palau': 'pw',
  'sao tome & principe': 'st',
  'sao tome and principe': 'st',
  'sint maarten': 'sx',
  'st. kitts & nevis': 'kn',
  'st. kitts and nevis': 'kn',
  'st. vincent and grenadines': 'vc',
  'st. vincent and the grenadines': 'vc',
  togo: 'tg',
  tuvalu: 'tv',
  'west bank': 'ps',
}

/** Names of countries in the file's own words, first by its tables, then by the few that they lack. */
export class Countries {
  private byName: Map<string, string> | undefined
  private readonly reference: ReferenceValues

  constructor(reference: ReferenceValues) {
    this.reference = reference
  }

  /** The country under an id of the Country table. `undetermined` is no country. */
  country(id: string | undefined): Place | undefined {
    return place(
      this.reference.find('Country', id)?.text,
      this.reference.find('Country', id)?.attributes.get('ISO2'),
    )
  }

  /** The country under an id of the AreaCode table. */
  area(id: string | undefined): Place | undefined {
    const area = this.reference.find('AreaCode', id)
    if (!area) return undefined
    return (
      this.country(area.attributes.get('CountryID')) ?? place(area.attributes.get('Description'), area.text)
    )
  }

  /** The code of a country named in free text, or undefined. */
  codeOf(name: string): string | undefined {
    this.byName ??= this.names()
    return this.byName.get(name.trim().toLowerCase())
  }

  private names(): Map<string, string> {
    const names = new Map(Object.entries(codes))
    for (const { text, attributes } of this.reference.entries('Country')) {
      const code = attributes.get('ISO2')
      if (code) names.set(text.toLowerCase(), code.toLowerCase())
    }
    return names
  }
}

function place(name: string | undefined, iso: string | undefined): Place | undefined {
  if (name === undefined || name === 'undetermined') return undefined
  const code = iso?.toLowerCase() ?? codes[name.toLowerCase()]
  return code === undefined ? { name } : { name, code }
}

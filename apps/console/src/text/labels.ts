import { strings } from '../strings/index.ts'

const regions = new Intl.DisplayNames(strings.locale, { type: 'region', fallback: 'none' })

/** FollowTheMoney's country codes that ISO 3166-1 lacks or holds otherwise. */
const otherCountries = strings.labels.countries

/** A country's name from its lower-case code; the code itself where it is unknown. */
export function countryName(code: string): string {
  const known = otherCountries[code.toLowerCase()]
  if (known) return known
  if (!/^[a-z]{2}$/i.test(code)) return code
  return regions.of(code.toUpperCase()) ?? code
}

const topics = strings.labels.topics

/** A FollowTheMoney topic in words. */
export function topicName(topic: string): string {
  return topics[topic] ?? topic
}

const schemata = strings.labels.schemata

/** A FollowTheMoney schema in words. */
export function schemaName(schema: string): string {
  return schemata[schema] ?? words(schema)
}

const properties = strings.labels.properties

/** A property in the language of the console, else as the server labels it, else in words: `Passport number`. */
export function propertyName(property: string, label?: string): string {
  return properties[property] ?? (label || words(property))
}

function words(name: string): string {
  const spaced = name
    .replace(/[_.-]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .trim()
    .toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

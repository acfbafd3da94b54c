import type { Entity } from '@cordon/model'

const countryProperties = [
  'country',
  'nationality',
  'citizenship',
  'jurisdiction',
  'flag',
  'birthCountry',
  'mainCountry',
] // prettier-ignore

/** Every country that an entity names, each once. */
export function countriesOf({ properties }: Entity): Set<string> {
  return new Set(countryProperties.flatMap((name) => properties[name] ?? []))
}

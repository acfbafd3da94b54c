import type { Profile, ProfileFault } from '../../api/profile.ts'

/** Working hours as they are typed. */
export interface HoursForm {
  readonly days: readonly number[]
  readonly from: string
  readonly to: string
}

/** A profile as it is typed: texts, lists of words with commas or line by line. */
export interface ProfileForm {
  readonly institution: { readonly name: string; readonly country: string; readonly lei: string }
  readonly bics: readonly string[]
  readonly accounts: readonly Readonly<Record<'id' | 'bic' | 'currency' | 'holder', string>>[]
  readonly operators: readonly {
    readonly id: string
    readonly timeZone: string
    readonly hours: readonly HoursForm[]
  }[]
  readonly calendars: readonly { readonly place: string; readonly dates: string }[]
  readonly hosts: readonly Readonly<Record<'name' | 'addresses' | 'roles', string>>[]
  readonly ships: readonly Readonly<Record<'name' | 'imo' | 'mmsi' | 'interest', string>>[]
  readonly customers: { readonly file: string; readonly columns: string }
}

const two = (n: number) => String(n).padStart(2, '0')
const clock = (minutes: number | string) =>
  typeof minutes === 'string' ? minutes : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** A profile as it is typed. */
export function formOf(profile: Profile): ProfileForm {
  const { institution, customers } = profile
  return {
    institution: {
      name: institution.name,
      country: institution.country ?? '',
      lei: institution.lei ?? '',
    },
    bics: institution.bics,
    accounts: profile.accounts.map(({ id, bic = '', currency = '', holder = '' }) => ({
      id,
      bic,
      currency,
      holder,
    })),
    operators: profile.operators.map(({ id, timeZone, hours }) => ({
      id,
      timeZone,
      hours: hours.map(({ days, from, to }) => ({ days, from: clock(from), to: clock(to) })),
    })),
    calendars: Object.entries(profile.calendars).map(([place, dates]) => ({
      place,
      dates: dates.join('\n'),
    })),
    hosts: profile.hosts.map(({ name, addresses, roles }) => ({
      name,
      addresses: addresses.join(', '),
      roles: roles.join(', '),
    })),
    ships: profile.ships.map(({ name, imo = '', mmsi = '', interest }) => ({
      name,
      imo: String(imo),
      mmsi: String(mmsi),
      interest,
    })),
    customers: {
      file: customers?.file ?? '',
      columns: Object.entries(customers?.columns ?? {})
        .map(([column, property]) => `${column} = ${property}`)
        .join('\n'),
    },
  }
}

const wordsOf = (text: string, between: RegExp) =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean)

/** What was typed as a profile; the server says what of it can't be used. */
export function profileOf(form: ProfileForm): Profile {
  const { institution, customers } = form
  const filled = <T extends object>(fields: T) =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as T
  return {
    institution: { ...filled(institution), name: institution.name, bics: form.bics },
    accounts: form.accounts.map(filled),
    operators: form.operators,
    calendars: Object.fromEntries(
      form.calendars.map(({ place, dates }) => [place.trim(), wordsOf(dates, /[\n,;]+/)]),
    ),
    hosts: form.hosts.map(({ name, addresses, roles }) => ({
      name,
      addresses: wordsOf(addresses, /[,\s]+/),
      roles: wordsOf(roles, /,/),
    })),
    ships: form.ships.map(filled),
    ...(customers.file.trim() !== '' && {
      customers: {
        file: customers.file,
        columns: Object.fromEntries(
          wordsOf(customers.columns, /\n/).map((line) => {
            const at = line.lastIndexOf('=')
            return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
          }),
        ),
      },
    }),
  }
}

/** Faults at the fields of the form: what stands in a list of words is at the field that holds the list. */
export function faultsByField(faults: readonly ProfileFault[], form: ProfileForm): Map<string, ProfileFault> {
  const named = new Map<string, ProfileFault>()
  for (const fault of faults) {
    const field = fieldOf(fault.field, form)
    if (!named.has(field)) named.set(field, fault)
  }
  return named
}

function fieldOf(field: string, form: ProfileForm): string {
  if (field.startsWith('calendars.')) {
    const at = form.calendars.findIndex(({ place }) => {
      const name = place.trim()
      return field.startsWith(`calendars.${name}`) || field.startsWith(`calendars.${JSON.stringify(name)}`)
    })
    return `calendars[${at}].dates`
  }
  if (field.startsWith('customers.columns')) return 'customers.columns'
  return field
    .replace(/^institution\.bics/, 'bics')
    .replace(/^(hosts\[\d+\]\.(?:addresses|roles))\[\d+\]$/, '$1')
}

import { countryCode } from '../countries.ts'
import { parseBic } from '../identifiers/bic.ts'
import { parseIban } from '../identifiers/iban.ts'
import { parseImo } from '../identifiers/imo.ts'
import { parseLei } from '../identifiers/lei.ts'
import { parseMmsi } from '../identifiers/mmsi.ts'
import type { Parsed } from '../identifiers/parsed.ts'
import { readIpv4, readIpv6 } from '../indicators/ip.ts'
import { isIsoDay } from './calendar-file.ts'
import { FieldReader, join, type ProfileFault } from './fields.ts'
import { type OperatingHours, type Profile, shipInterests } from './profile.ts'

export type { ProfileFault } from './fields.ts'

/** What came of reading a profile: the profile in normal form where it has no fault. */
export interface CheckedProfile {
  /** Identifiers in normal form; what is faulty is left out. */
  readonly profile: Profile
  readonly faults: readonly ProfileFault[]
}

/**
 * Reads a profile of unknown shape (JSON or YAML), with all its faults at their fields: check digits of IBAN, LEI and IMO
 * numbers, forms of BIC and MMSI, countries, time zones, hours, dates.
 * @param isTimeZone whether a name is one of the IANA time zone database; the caller knows the runtime's
 */
export function checkProfile(value: unknown, isTimeZone: (name: string) => boolean): CheckedProfile {
  const read = new FieldReader()
  const parts = ['institution', 'accounts', 'operators', 'calendars', 'hosts', 'ships', 'customers']
  const given = read.object(value, '', parts)
  const customers = customersOf(given.customers, read)
  const profile: Profile = {
    institution: institutionOf(given.institution, read),
    accounts: accountsOf(given.accounts, read),
    operators: operatorsOf(given.operators, read, isTimeZone),
    calendars: calendarsOf(given.calendars, read),
    hosts: hostsOf(given.hosts, read),
    ships: shipsOf(given.ships, read),
    ...(customers && { customers }),
  }
  return { profile, faults: read.faults }
}

/** An identifier in normal form, or nothing and a fault. */
function identifier(
  read: FieldReader,
  text: string | undefined,
  field: string,
  parse: (text: string) => Parsed,
): string | undefined {
  if (text === undefined) return undefined
  const parsed = parse(text)
  if (parsed.ok) return parsed.value
  const [expected, found] = parsed.reason.replace(/^expected /, '').split(', found ')
  return read.fault(field, expected ?? parsed.reason, found?.replace(/^"|"$/g, '') ?? text)
}

function institutionOf(value: unknown, read: FieldReader): Profile['institution'] {
  const given = read.object(value, 'institution', ['name', 'country', 'bics', 'lei'])
  const name = read.optional(given.name, 'institution.name', 'the name of the institution') ?? ''
  const country = countryOf(given.country, 'institution.country', read)
  const lei = identifier(
    read,
    read.optional(given.lei, 'institution.lei', 'an LEI'),
    'institution.lei',
    parseLei,
  )
  const bics = read.list(given.bics, 'institution.bics').map((one, at) => {
    const field = join('institution.bics', at)
    return identifier(read, read.text(one, field, 'a BIC'), field, parseBic)
  })
  read.unique(bics, (at) => join('institution.bics', at), 'a BIC')
  return {
    name,
    ...(country && { country }),
    bics: bics.filter((one) => one !== undefined),
    ...(lei && { lei }),
  }
}

function countryOf(value: unknown, field: string, read: FieldReader): string | undefined {
  const text = read.optional(value, field, 'a country')
  if (text === undefined) return undefined
  return countryCode(text) ?? read.fault(field, 'a country, by its name or code of ISO 3166-1', text)
}

function accountsOf(value: unknown, read: FieldReader): Profile['accounts'] {
  const ids: (string | undefined)[] = []
  const accounts = read.list(value, 'accounts').flatMap((one, at) => {
    const field = join('accounts', at)
    const given = read.object(one, field, ['id', 'bic', 'currency', 'holder'])
    const id = accountId(
      read.text(given.id, join(field, 'id'), 'an IBAN or account number'),
      join(field, 'id'),
      read,
    )
    const bic = identifier(
      read,
      read.optional(given.bic, join(field, 'bic'), 'a BIC'),
      join(field, 'bic'),
      parseBic,
    )
    const currency = read.optional(given.currency, join(field, 'currency'), 'a currency')?.toUpperCase()
    if (currency && !/^[A-Z]{3}$/.test(currency))
      read.fault(join(field, 'currency'), 'three letters of ISO 4217', currency)
    const holder = read.optional(given.holder, join(field, 'holder'), 'whose it is')
    ids.push(id)
    return id === undefined
      ? []
      : [{ id, ...(bic && { bic }), ...(currency && { currency }), ...(holder && { holder }) }]
  })
  read.unique(ids, (at) => join(join('accounts', at), 'id'), 'an account')
  return accounts
}

/** What begins as an IBAN must be one; any other number is taken as it is. */
function accountId(text: string | undefined, field: string, read: FieldReader): string | undefined {
  if (text === undefined || !/^\s*[a-z]{2}\s*\d{2}\s*[\da-z]/i.test(text)) return text
  return identifier(read, text, field, parseIban)
}

function operatorsOf(
  value: unknown,
  read: FieldReader,
  isTimeZone: (name: string) => boolean,
): Profile['operators'] {
  const ids: (string | undefined)[] = []
  const operators = read.list(value, 'operators').flatMap((one, at) => {
    const field = join('operators', at)
    const given = read.object(one, field, ['id', 'timeZone', 'hours'])
    const id = read.text(given.id, join(field, 'id'), 'the name that the operator signs in with')
    const zone = read.text(given.timeZone, join(field, 'timeZone'), 'a time zone such as Asia/Dhaka')
    if (zone !== undefined && !isTimeZone(zone))
      read.fault(join(field, 'timeZone'), 'a time zone of the IANA database such as Asia/Dhaka', zone)
    const hours = read
      .list(given.hours, join(field, 'hours'), 50)
      .flatMap((span, i) => hoursOf(span, join(join(field, 'hours'), i), read))
    ids.push(id)
    return id && zone ? [{ id, timeZone: zone, hours }] : []
  })
  read.unique(ids, (at) => join(join('operators', at), 'id'), 'an operator')
  return operators
}

function hoursOf(value: unknown, field: string, read: FieldReader): OperatingHours[] {
  const given = read.object(value, field, ['days', 'from', 'to'])
  const days = read.list(given.days, join(field, 'days')).map(Number)
  if (days.length === 0 || days.some((day) => !Number.isInteger(day) || day < 1 || day > 7))
    return read.fault(join(field, 'days'), 'days from 1 (Monday) to 7 (Sunday)', given.days) ?? []
  const [from, to] = [
    minutesOf(given.from, join(field, 'from'), read),
    minutesOf(given.to, join(field, 'to'), read),
  ]
  if (from === undefined || to === undefined) return []
  if (to <= from)
    return (
      read.fault(
        join(field, 'to'),
        `later than ${clock(from)}; a shift over midnight is two spans`,
        clock(to),
      ) ?? []
    )
  return [{ days: [...new Set(days)].sort((a, b) => a - b), from, to }]
}

/** Minutes since midnight, from a number or `09:30`. */
function minutesOf(value: unknown, field: string, read: FieldReader): number | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(String(value ?? '').trim()) ?? []
  const minutes = hour === undefined ? Number(value ?? Number.NaN) : Number(hour) * 60 + Number(minute)
  const valid = Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440 && Number(minute ?? 0) < 60
  return valid ? minutes : read.fault(field, 'a time of the day such as 09:30', value)
}

/** `09:30` of minutes since midnight. */
export function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function calendarsOf(value: unknown, read: FieldReader): Profile['calendars'] {
  const given = read.object(value, 'calendars', 'any')
  return Object.fromEntries(
    Object.entries(given).map(([place, days]) => {
      const field = join('calendars', place)
      const known = read.list(days, field).flatMap((day, at) => {
        const text = read.text(day, join(field, at), 'a date such as 2026-12-25')
        if (text === undefined) return []
        return isIsoDay(text)
          ? [text]
          : (read.fault(join(field, at), 'a date such as 2026-12-25', text) ?? [])
      })
      return [place, [...new Set(known)].sort()]
    }),
  )
}

function hostsOf(value: unknown, read: FieldReader): Profile['hosts'] {
  const names: (string | undefined)[] = []
  const hosts = read.list(value, 'hosts', 100_000).flatMap((one, at) => {
    const field = join('hosts', at)
    const given = read.object(one, field, ['name', 'addresses', 'roles'])
    const name = read.text(given.name, join(field, 'name'), 'the name of the host')
    const texts = (key: 'addresses' | 'roles', what: string) =>
      read
        .list(given[key], join(field, key))
        .flatMap((text, i) => read.text(text, join(join(field, key), i), what) ?? [])
    const addresses = texts('addresses', 'an IP address').flatMap((address, i) =>
      isAddress(address)
        ? [address]
        : (read.fault(
            join(join(field, 'addresses'), i),
            'an IP address, or a network such as 10.1.0.0/16',
            address,
          ) ?? []),
    )
    names.push(name?.toLowerCase())
    return name ? [{ name, addresses, roles: texts('roles', 'what it is for') }] : []
  })
  read.unique(names, (at) => join(join('hosts', at), 'name'), 'a host')
  return hosts
}

/** An IPv4 or IPv6 address, or a network in the notation of RFC 4632. */
function isAddress(text: string): boolean {
  const [address = '', prefix, more] = text.split('/')
  const isV4 = readIpv4(address, new Uint8Array(16), 0) >= 0
  if (more !== undefined || !(isV4 || readIpv6(address, new Uint8Array(16), 0) >= 0)) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (isV4 ? 32 : 128))
}

function shipsOf(value: unknown, read: FieldReader): Profile['ships'] {
  return read.list(value, 'ships', 100_000).flatMap((one, at) => {
    const field = join('ships', at)
    const given = read.object(one, field, ['name', 'imo', 'mmsi', 'interest'])
    const name = read.text(given.name, join(field, 'name'), 'the name of the ship')
    const imo = identifier(
      read,
      read.optional(given.imo, join(field, 'imo'), 'an IMO number'),
      join(field, 'imo'),
      parseImo,
    )
    const mmsi = identifier(
      read,
      read.optional(given.mmsi, join(field, 'mmsi'), 'an MMSI'),
      join(field, 'mmsi'),
      parseMmsi,
    )
    const interest = shipInterests.find((known) => known === given.interest)
    if (!interest) read.fault(join(field, 'interest'), `one of ${shipInterests.join(', ')}`, given.interest)
    if (!name || !interest) return []
    return [{ name, ...(imo && { imo: Number(imo) }), ...(mmsi && { mmsi: Number(mmsi) }), interest }]
  })
}

function customersOf(value: unknown, read: FieldReader): Profile['customers'] {
  if (value === undefined || value === null) return undefined
  const given = read.object(value, 'customers', ['file', 'columns'])
  const columns = read.object(given.columns, 'customers.columns', 'any')
  const file = read.optional(given.file, 'customers.file', 'the path of a file')
  if (!file) return undefined
  const named = Object.entries(columns).flatMap(([column, property]) => {
    const text = read.text(property, join('customers.columns', column), 'what the column means')
    return text === undefined ? [] : [[column, text] as const]
  })
  return { file, ...(named.length > 0 && { columns: Object.fromEntries(named) }) }
}

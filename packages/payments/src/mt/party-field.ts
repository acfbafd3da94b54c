import type { Located, PartyRole, PaymentParty } from '../message.ts'
import { linesOf, partOf } from './lines.ts'
import type { MtField } from './tree.ts'

type Building = { -readonly [K in keyof PaymentParty]: PaymentParty[K] } & {
  address: Located[]
  identifiers: (Located & { scheme?: string })[]
}

/** BIC of eight or eleven characters (ISO 9362), as field options A, C and G carry it. */
const bicForm = /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/

/**
 * A party or agent field in any of its options: A and G (BIC), B (location), C (account), D, H, K and none (name and
 * address lines), F (numbered lines), L (identifier). SWIFT User Handbook, general field definitions of parties.
 */
export function partyOf(field: MtField, role: PartyRole): PaymentParty | undefined {
  const party: Building = { role, address: [], identifiers: [] }
  const lines = linesOf(field)
  const option = field.tag.slice(2)
  if (lines.length === 0) return undefined
  if (isNumbered(option, lines)) numbered(party, lines, option)
  else {
    const rest = withoutAccount(party, lines)
    unstructured(party, rest, option)
  }
  return party
}

/** 59 without its letter is found with the numbered lines of 59F in real traffic. */
function isNumbered(option: string, lines: readonly Located[]): boolean {
  if (option === 'F') return true
  return (
    option === '' &&
    lines.some(({ value }) => value.startsWith('1/')) &&
    lines.some(({ value }) => /^[23]\//.test(value))
  )
}

/** Takes the first line off where it is `/account`, `/C/account`, `//clearing code`. */
function withoutAccount(party: Building, lines: readonly Located[]): readonly Located[] {
  const [first] = lines
  if (!first?.value.startsWith('/')) return lines
  const side = /^\/[CD]\//.exec(first.value)?.[0].length ?? 1
  if (first.value.startsWith('//')) party.clearing = first
  else {
    const account = partOf(first, side)
    if (account) party.account = account
  }
  return lines.slice(1)
}

function unstructured(party: Building, lines: readonly Located[], option: string): void {
  const [first, ...rest] = lines
  if (!first) return
  if ((option === 'A' || option === 'G' || option === 'C' || option === 'P') && bicForm.test(first.value)) {
    party.bic = first
    party.address.push(...rest)
    return
  }
  if (option === 'L') {
    party.identifiers.push(first)
    return
  }
  party.name = first
  if (rest.length > 0) party.lines = rest
  party.address.push(...rest)
  const last = lines.at(-1)!
  if (option === 'B') party.address.push(first)
  else if (bicForm.test(first.value) && /^(?:[A-Z]{6})/.test(first.value) && lines.length === 1)
    party.bic = first
  else if (rest.length > 0 && /^[A-Z]{2}$/.test(last.value)) party.country = last
}

/** 50F and 59F: `1/` name, `2/` address, `3/` country and town, `4/` to `8/` what else is known of the person. */
function numbered(party: Building, lines: readonly Located[], option: string): void {
  let rest = lines
  const [first] = lines
  if (first && !/^[1-8]\//.test(first.value)) {
    if (first.value.startsWith('/')) rest = withoutAccount(party, lines)
    else {
      // CODE/CC/identifier: a passport, a tax number ... instead of an account.
      const scheme = /^[A-Z]{4}(?=\/)/.exec(first.value)?.[0]
      party.identifiers.push({
        ...(partOf(first, first.value.lastIndexOf('/') + 1) ?? first),
        ...(scheme && { scheme }),
      })
      rest = lines.slice(1)
    }
  }
  const names: Located[] = []
  for (const line of rest) {
    const content = /^[1-8]\//.test(line.value) ? partOf(line, 2) : line
    if (!content) continue
    switch (line.value[0]) {
      case '1':
        names.push(content)
        break
      case '3':
        countryAndTown(party, content)
        break
      case '4':
        party.birthDate = { ...content, value: isoDay(content.value) }
        party.nature = 'person'
        break
      case '5': {
        const place = partOf(content, content.value.indexOf('/') + 1)
        if (place) party.birthPlace = place
        party.nature = 'person'
        break
      }
      case '6':
      case '7':
        party.identifiers.push({
          ...(partOf(content, content.value.lastIndexOf('/') + 1) ?? content),
          scheme: line.value[0] === '6' ? 'customer' : 'nationalIdentity',
        })
        break
      default:
        party.address.push(content)
    }
  }
  const [name, ...more] = names
  if (name) party.name = joined(name, more)
  if (option !== 'F' && more.length > 0) party.lines = more
}

/** A name over two lines is one name; its place spans both. */
function joined(first: Located, more: readonly Located[]): Located {
  if (more.length === 0) return first
  return {
    value: [first, ...more].map(({ value }) => value).join(' '),
    path: first.path,
    from: first.from!,
    to: more.at(-1)!.to!,
  }
}

function countryAndTown(party: Building, content: Located): void {
  const [country] = /^[A-Z]{2}(?=\/|$)/.exec(content.value) ?? []
  if (country) party.country = partOf(content, 0, 2)!
  const town = partOf(content, country ? 3 : 0)
  if (town) party.town = town
  party.address.push(content)
}

function isoDay(text: string): string {
  return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text
}

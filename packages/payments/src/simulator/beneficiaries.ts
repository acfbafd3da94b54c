import { familyNames, firmNames, firmTrades, givenNames, legalForms } from './names.data.ts'
import type { Random } from './random.ts'
import type { SimulatedAccount } from './world.ts'

/** Somebody who is paid. All are made up. */
export interface Beneficiary {
  readonly sort: 'person' | 'organisation' | 'bank'
  readonly name: string
  readonly account: string
  readonly bank: string
  readonly country: string
  /** What is usually paid, in units of the account's currency. */
  readonly median: number
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Banks of all countries: a few in small ones, some tens in large ones. All begin with `S`, none is a real one. */
export class Banks {
  private readonly byCountry = new Map<string, string[]>()
  private readonly random: Random

  constructor(random: Random) {
    this.random = random
  }

  /** Banks of a country, the large ones first. */
  of(country: string): readonly string[] {
    let banks = this.byCountry.get(country)
    if (banks === undefined) {
      banks = []
      const count = ['us', 'cn', 'in', 'de'].includes(country) ? 40 : 10
      for (let i = 0; i < count; i++) banks.push(this.made(country))
      this.byCountry.set(country, banks)
    }
    return banks
  }

  /** A bank that was not there before. */
  made(country: string): string {
    const letter = () => this.random.pick([...letters])
    return `S${letter()}${letter()}${letter()}${country.toUpperCase()}${letter()}${letter()}`
  }
}

/** Makes somebody to be paid from an account. */
export function makeBeneficiary(
  sort: Beneficiary['sort'],
  account: SimulatedAccount,
  banks: Banks,
  random: Random,
  country: string = random.weighted(account.corridors),
): Beneficiary {
  const bank = random.chance(0.004) ? banks.made(country) : random.pickEarly(banks.of(country), 1.8)
  const index = sort === 'person' ? 0 : sort === 'organisation' ? 1 : 2
  const median = account.medians[index]! * Math.exp(account.spreads[index]! * 0.8 * random.normal())
  const name = sort === 'person' ? personName(random) : sort === 'bank' ? bank : firmName(country, random)
  return { sort, name, account: accountNumber(random), bank, country, median }
}

/** A made-up account number. */
export function accountNumber(random: Random): string {
  return String(random.whole(1_000_000, 9_999_999)) + String(random.whole(10_000, 99_999))
}

/** A made-up person's name. */
export function personName(random: Random): string {
  const middle = random.chance(0.35) ? ` ${random.pick(givenNames)}` : ''
  return `${random.pick(givenNames)}${middle} ${random.pick(familyNames)}`
}

/** A made-up firm's name. */
export function firmName(country: string, random: Random): string {
  const first = random.chance(0.3) ? random.pick(familyNames) : random.pick(firmNames)
  const second = random.chance(0.4) ? ` ${random.pick(firmNames)}` : ''
  // One in thirty has no legal form and no trade in its name, and reads like a person's.
  if (random.chance(0.03)) return `${first}${second} ${random.pick(firmNames)}`
  const form = random.pick(legalForms[country] ?? legalForms.other!)
  return `${first}${second} ${random.pick(firmTrades)} ${form}`
}

/** A name with one slip of the keyboard in a word of five letters or more. */
export function mistyped(name: string, random: Random): string {
  const words = name.split(' ')
  const long = words.flatMap((word, index) => (word.length >= 5 ? [index] : []))
  if (long.length === 0) return name
  const index = random.pick(long)
  words[index] = slip(words[index]!, random)
  return words.join(' ')
}

function slip(word: string, random: Random): string {
  const at = random.whole(1, word.length - 2)
  const letter = random.pick([...'aeiourstln'])
  const kind = random.whole(0, 3)
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1)
  if (kind === 1) return word.slice(0, at) + letter + word.slice(at)
  if (kind === 2) return word.slice(0, at) + letter + word.slice(at + 1)
  return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)
}

/** Those who are paid from one account, those paid oftenest first. */
export class Book {
  private readonly lists: Readonly<Record<Beneficiary['sort'], Beneficiary[]>>
  private readonly account: SimulatedAccount
  private readonly banks: Banks
  private readonly random: Random

  constructor(account: SimulatedAccount, ordersPerDay: number, banks: Banks, random: Random) {
    this.account = account
    this.banks = banks
    this.random = random
    const many = (sort: Beneficiary['sort'], count: number) =>
      Array.from({ length: Math.max(5, Math.round(count)) }, () =>
        makeBeneficiary(sort, account, banks, random),
      )
    this.lists = {
      person: many('person', ordersPerDay * account.persons * 8),
      organisation: many('organisation', ordersPerDay * (1 - account.persons - account.banks) * 4),
      bank: many('bank', Math.min(120, ordersPerDay * account.banks * 2)),
    }
  }

  /** Somebody known, or somebody new, who takes a place in the book. */
  next(sort: Beneficiary['sort']): Beneficiary {
    const { random, account } = this
    const list = this.lists[sort]
    const isNew = sort !== 'bank' && random.chance(sort === 'person' ? account.newPersons : account.newOthers)
    if (!isNew) return random.pickEarly(list)
    const made = makeBeneficiary(sort, account, this.banks, random)
    list[random.whole(0, list.length - 1)] = made
    return made
  }

  /** A bank that is often paid through in a country, for who wants to look ordinary. */
  knownBank(random: Random): Pick<Beneficiary, 'bank' | 'country'> {
    const { bank, country } = random.pickEarly(this.lists.organisation)
    return { bank, country }
  }
}

import type { MatchResult, PartyQuery } from '@cordon/screening'
import type { PaymentMessage, PaymentParty, PaymentText, Transaction } from '../message.ts'
import { type Hit, type Recommendation, recommendationOf } from './hit.ts'
import type { PaymentKnowledge } from './knowledge.ts'
import { numberHits } from './number-hits.ts'
import { partyHits } from './party-hits.ts'
import { queryOf } from './party-query.ts'
import { codeHits, placeHits } from './place-hits.ts'
import { textHits } from './text-hits.ts'
import { type TextLines, textWords } from './text-words.ts'

/** The answer for one message. It is advice: a person or the bank's own system acts on it. */
export interface ScreenedMessage {
  readonly recommendation: Recommendation
  /** The gravest first. */
  readonly hits: readonly Hit[]
  /** Lists and packs with the versions that were searched. */
  readonly versions: Readonly<Record<string, string>>
}

/** How a screener works. */
export interface ScreenerOptions {
  /** Parties whose answers are kept; 20,000 by default, 0 for none. */
  readonly remember?: number
}

const bicForm = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/
const levels = { hold: 2, review: 1, note: 0 }

/**
 * Screens messages against one state of knowledge. Answers for parties are remembered: the same party again costs
 * nothing, until a new state brings a new screener. Use one per thread.
 */
export class PaymentScreener {
  private readonly known: PaymentKnowledge
  private readonly answers = new Map<string, readonly MatchResult[]>()
  /** Names and addresses in which no text met anything. */
  private readonly clean = new Set<string>()
  private readonly remember: number

  constructor(known: PaymentKnowledge, options: ScreenerOptions = {}) {
    this.known = known
    this.remember = options.remember ?? 20_000
  }

  /** Everything that a message meets, each with its place, and what it asks for. */
  screen(message: PaymentMessage): ScreenedMessage {
    const hits: Hit[] = []
    for (const [at, transaction] of message.transactions.entries())
      for (const hit of this.transaction(transaction, at)) hits.push(hit)
    const senders = [message.sender, message.receiver].flatMap((bic) => (bic ? [bic] : []))
    for (const bic of senders) hits.push(...this.header(bic))
    const sorted = withoutDoubles(hits).sort((a, b) => levels[b.level] - levels[a.level] || b.score - a.score)
    return { recommendation: recommendationOf(sorted), hits: sorted, versions: this.known.versions }
  }

  /** BICs of the headers, which no party of the message may repeat. */
  private header(bic: string): Hit[] {
    const located = { value: bic, path: 'header' }
    return [
      ...numberHits(this.known, located, 'swiftBic', 0, undefined),
      ...codeHits(this.known, located, bic.slice(4, 6), 0, undefined),
    ]
  }

  private transaction(transaction: Transaction, at: number): Hit[] {
    const hits: Hit[] = []
    for (const party of transaction.parties) this.party(party, at, hits)
    for (const text of transaction.texts)
      if (bicForm.test(text.value))
        hits.push(...codeHits(this.known, text, text.value.slice(4, 6), at, text.role))
    for (const group of textGroups(transaction.texts)) {
      const words = textWords(group.lines)
      if (words.length === 0) continue
      const context = { words, lines: group.lines, role: group.role, transaction: at }
      hits.push(...textHits(this.known, context), ...placeHits(this.known, context))
    }
    return hits
  }

  private party(party: PaymentParty, at: number, hits: Hit[]): void {
    const query = queryOf(party)
    const met = query ? partyHits(this.known, party, query, this.match(query), at) : []
    hits.push(...met)
    const place = { transaction: at, role: party.role }
    for (const [property, value] of numbersOf(party))
      hits.push(...numberHits(this.known, value, property, at, party.role))
    const code = party.bic?.value.slice(4, 6)
    if (code && party.bic) hits.push(...codeHits(this.known, party.bic, code, at, party.role))
    if (party.country) hits.push(...codeHits(this.known, party.country, party.country.value, at, party.role))
    const iban = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.exec(party.account?.value.replace(/\s/g, '') ?? '')?.[0]
    if (iban && party.account)
      hits.push(...codeHits(this.known, party.account, iban.slice(0, 2), at, party.role))
    const named = party.name ? [party.name, ...party.address] : party.address
    if (named.length === 0) return
    // Text of a party that met nothing before meets nothing now.
    const text =
      this.remember > 0 ? `${party.birthDate?.value ?? ''}|${named.map(({ value }) => value).join('|')}` : ''
    if (this.clean.has(text)) return
    const before = hits.length
    const words = textWords(named)
    const ids = new Set(met.map(({ entityId }) => entityId))
    hits.push(
      ...textHits(this.known, { ...place, words, lines: named, party, known: ids }),
      ...placeHits(this.known, { ...place, words, lines: named, party }),
    )
    if (text === '' || hits.length > before || met.length > 0) return
    this.clean.add(text)
    if (this.clean.size > this.remember) this.clean.delete(this.clean.values().next().value!)
  }

  private match(query: PartyQuery): readonly MatchResult[] {
    const key = JSON.stringify(query)
    const known = this.answers.get(key)
    if (known) {
      // The longest unused is forgotten first.
      this.answers.delete(key)
      this.answers.set(key, known)
      return known
    }
    const found = this.known.index.match(query, { cutoff: 0.6, limit: 10, ...this.known.options })
    if (this.remember > 0) {
      this.answers.set(key, found)
      if (this.answers.size > this.remember) this.answers.delete(this.answers.keys().next().value!)
    }
    return found
  }
}

/** Numbers of a party by what they may be listed as. */
function* numbersOf(
  party: PaymentParty,
): Generator<[property: string, value: NonNullable<PaymentParty['account']>]> {
  if (party.bic) yield ['swiftBic', party.bic]
  if (party.lei) yield ['leiCode', party.lei]
  if (party.account) {
    yield ['ibanCode', party.account]
    yield ['publicKey', party.account]
  }
  for (const one of party.identifiers) {
    yield ['passportNumber', one]
    if (one.scheme && /WALL|CRYPTO|ADDR/i.test(one.scheme)) yield ['publicKey', one]
  }
}

/** Texts of one role that follow one another are one text: remittance of 140 characters each is cut wherever it ends. */
function textGroups(texts: readonly PaymentText[]): { role: PaymentText['role']; lines: TextLines }[] {
  const groups: { role: PaymentText['role']; lines: PaymentText[]; parent: string }[] = []
  for (const text of texts) {
    const parent = text.path.replace(/\/[^/]*$/, '')
    const last = groups.at(-1)
    if (last && last.role === text.role && last.parent === parent && text.path.startsWith('/'))
      last.lines.push(text)
    else groups.push({ role: text.role, lines: [text], parent })
  }
  return groups
}

/** The same entity at the same place is said once, at its gravest. */
function withoutDoubles(hits: readonly Hit[]): Hit[] {
  const best = new Map<string, Hit>()
  for (const hit of hits) {
    const key = `${hit.transaction} ${hit.path} ${hit.entityId ?? hit.caption} ${hit.kind === 'identifier' ? hit.value : ''}`
    const before = best.get(key)
    if (
      !before ||
      levels[hit.level] > levels[before.level] ||
      (hit.level === before.level && hit.score > before.score)
    )
      best.set(key, hit)
  }
  const all = [...best.values()]
  // A town's name within a listed name that is told already says nothing more.
  return all.filter((hit) => hit.kind !== 'place' || !all.some((other) => covers(other, hit)))
}

function covers(other: Hit, hit: Hit): boolean {
  if ((other.kind !== 'party' && other.kind !== 'text') || other.level === 'note') return false
  const [from, to] = [hit.from ?? -1, hit.to ?? -1]
  return from >= 0 && (other.from ?? Number.POSITIVE_INFINITY) <= from && to <= (other.to ?? -1)
}

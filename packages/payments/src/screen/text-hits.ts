import type { Entity } from '@cordon/model'
import { cordon } from '@cordon/screening'
import {
  followsShip,
  isDenied,
  isFirmName,
  isUnderControl,
  speaksOfAircraft,
  speaksOfShip,
} from './context.ts'
import type { Hit, HitLevel, HitReason } from './hit.ts'
import type { PaymentKnowledge } from './knowledge.ts'
import { numberHits } from './number-hits.ts'
import { ordinaryWords } from './ordinary-words.data.ts'
import { lineAt, type SearchedText, valueBetween } from './place-hits.ts'
import type { TextMatch } from './text-index.ts'

/** A span that is less like the listed name than this, as the comparison of names weighs it, is not told. */
const least = 0.7

/** Listed names in a text, and the numbers in it that are listed: IMO numbers, wallets, BICs. */
export function textHits(known: PaymentKnowledge, text: SearchedText): Hit[] {
  const hits = namesIn(known, text)
  if (!text.party) hits.push(...numbersIn(known, text))
  return hits
}

function namesIn(known: PaymentKnowledge, text: SearchedText): Hit[] {
  const best = new Map<string, Hit>()
  for (const match of known.texts.find(text.words)) {
    if (text.known?.has(match.pattern.entityId)) continue
    const hit = nameHit(known, text, match)
    if (!hit) continue
    const before = best.get(hit.entityId!)
    if (!before || rank(hit) > rank(before)) best.set(hit.entityId!, hit)
  }
  return [...best.values()]
}

function rank({ level, score }: Hit): number {
  return (level === 'hold' ? 2 : level === 'review' ? 1 : 0) + score / 2
}

function nameHit(known: PaymentKnowledge, text: SearchedText, match: TextMatch): Hit | undefined {
  const { words, lines, party } = text
  const { pattern } = match
  const entity = known.entity(pattern.entityId)
  if (!entity) return undefined
  const from = words[match.first]!.from
  const to = words[match.last]!.to
  const reasons = reasonsOf(text, match, entity.schema)
  const compared = likeness(text, match, entity, reasons)
  if (compared.score < least) return undefined
  const { score: reached, explanations } = compared
  const line = lineAt(lines, from)
  return {
    kind: 'text',
    level: levelOf(match, reasons, reached, party !== undefined),
    transaction: text.transaction,
    role: text.role,
    path: line.path,
    from,
    to,
    value: valueBetween(lines, from, to),
    entityId: entity.id,
    caption: entity.caption,
    listed: pattern.name,
    sources: entity.datasets,
    score: reached,
    reasons,
    detail: detailOf(match, reasons, pattern.name),
    ...(explanations && { explanations }),
  }
}

/** How alike a whole name is that is written as it is listed: a little less than what other evidence could make it. */
const asListed = 0.98

/**
 * How alike span and listed name are. A name that is written as it is listed is one, however common its words are; what
 * differs is weighed as the comparison of parties does, with the birth date where both sides tell it.
 */
function likeness(
  { words, party }: SearchedText,
  { pattern, first, last, edits, inOrder }: TextMatch,
  entity: Entity,
  reasons: readonly HitReason[],
): { score: number; explanations?: Hit['explanations'] } {
  const born = party?.birthDate?.value
  const isPlain = edits === 0 && inOrder && (born === undefined || entity.properties.birthDate === undefined)
  if (isPlain || reasons.some((reason) => setAside.includes(reason))) return { score: asListed }
  const span = words
    .slice(first, last + 1)
    .map(({ folded }) => folded)
    .join(' ')
  const { schema } = entity
  const { score, explanations } = cordon.compare(
    { schema, properties: { name: [span], ...(born && { birthDate: [born] }) } },
    { schema, properties: { name: [pattern.name], birthDate: entity.properties.birthDate ?? [] } },
  )
  const contradicts = (explanations.birthDate?.score ?? 0) < 0
  return {
    score: edits === 0 && inOrder && !contradicts ? Math.max(score, asListed) : score,
    explanations: explanations,
  }
}

function reasonsOf(text: SearchedText, match: TextMatch, schema: string): HitReason[] {
  const { words, lines, party } = text
  const { pattern, first, last } = match
  const reasons: HitReason[] = []
  if (match.edits > 0) reasons.push('typo')
  if (!match.inOrder) reasons.push('words-in-other-order')
  if (pattern.words.length === 1) {
    reasons.push('one-word-name')
    if (ordinaryWords.has(words[first]!.folded) && !(schema === 'Vessel' && followsShip(words, first)))
      reasons.push('ordinary-word')
  }
  if (text.role === 'relatedReference') reasons.push('reference-field')
  if (pattern.words.length <= 2 && isCode(text, first, last)) reasons.push('part-of-code')
  const ofShip = pattern.words.length === 1 ? followsShip(words, first) : speaksOfShip(words, first, last)
  if (schema === 'Vessel' && !ofShip) reasons.push('ship-without-context')
  if (schema === 'Airplane' && !speaksOfAircraft(words, first, last)) reasons.push('ship-without-context')
  if (isDenied(words, first)) reasons.push('denial')
  if (isUnderControl(words) && party) reasons.push('legal-control')
  const name = party?.name
  if (
    pattern.kind === 'person' &&
    name &&
    lineAt(lines, words[first]!.from) === name &&
    isFirmName(name.value)
  )
    reasons.push('person-in-company-name')
  if (party && judgedAlready(match)) reasons.push('names-near')
  return reasons
}

/**
 * Names of parties are compared word by word, and addresses hold names of people and streets: of what is less than a
 * whole name as it is listed, the comparison has said what there is to say.
 */
function judgedAlready({ pattern, edits, inOrder }: TextMatch): boolean {
  const count = pattern.words.length
  return (edits > 0 && count <= 2) || !inOrder || (count === 1 && pattern.kind !== 'vessel')
}

/** A name within a code: signs that codes have on either side, or digits beside a single word. */
function isCode({ words }: SearchedText, first: number, last: number): boolean {
  const isAlone = first === last
  if (isAlone && words[first]!.glued) return true
  return isAlone && words[first]!.digits
}

/** Reasons that leave nothing to look at. */
const setAside: readonly HitReason[] = [
  'names-near',
  'part-of-code',
  'reference-field',
  'ship-without-context',
  'ordinary-word',
]

function levelOf(match: TextMatch, reasons: readonly HitReason[], score: number, inParty: boolean): HitLevel {
  if (reasons.some((reason) => setAside.includes(reason))) return 'note'
  const count = match.pattern.words.length
  if (reasons.includes('person-in-company-name'))
    return count >= 3 && match.edits === 0 && match.inOrder ? 'review' : 'note'
  if (match.pattern.kind === 'person') {
    // Two short words that follow one another are often no name at all.
    if (count === 2 && (match.pattern.exact || !match.inOrder))
      return inParty && match.inOrder ? 'review' : 'note'
    if (match.edits > 0 && !match.inOrder) return 'note'
  }
  if (reasons.length > 0) return 'review'
  return score >= 0.8 && count >= 2 ? 'hold' : 'review'
}

function detailOf(match: TextMatch, reasons: readonly HitReason[], name: string): string {
  const how =
    match.edits > 0 ? `with ${match.edits} letter${match.edits > 1 ? 's' : ''} changed` : 'as it is listed'
  const order = match.inOrder ? '' : ', in another order'
  const why: string[] = []
  if (reasons.includes('denial')) why.push('the text denies a relation')
  if (reasons.includes('legal-control')) why.push('a trustee, receiver or estate is named')
  if (reasons.includes('part-of-code')) why.push('it is part of a code')
  if (reasons.includes('reference-field')) why.push('it stands in a reference')
  if (reasons.includes('ship-without-context')) why.push('nothing near speaks of a ship')
  if (reasons.includes('person-in-company-name')) why.push("it is a person's name within a firm's")
  if (reasons.includes('names-near')) why.push('as a name it was compared word by word')
  if (reasons.includes('ordinary-word')) why.push('it is an everyday word')
  return `the text holds the listed name ${name} ${how}${order}${why.length > 0 ? `; ${why.join('; ')}` : ''}`
}

const imo = /\bI\.?M\.?O\.?(?:\s*(?:NO|NR|NUMBER|#))?[\s:.#-]*(\d{7})\b/gi
const wallet =
  /\b(?:0x[0-9a-fA-F]{40}|bc1[0-9a-z]{20,80}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|T[1-9A-HJ-NP-Za-km-z]{33}|[1-9A-HJ-NP-Za-km-z]{43,95}|(?:ltc1|bitcoincash:)[0-9a-z]{20,80})\b/g
const bic = /\b[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b/g
const paper =
  /\b(?:PASSPORT|PASS|PPT|ID|INN|OGRN|TAX)(?:\s*(?:NO|NR|NUMBER|#))?[\s:.#-]*([A-Z]{0,3}\d{6,14})\b/gi

function numbersIn(known: PaymentKnowledge, text: SearchedText): Hit[] {
  if (text.role === 'relatedReference') return []
  const hits: Hit[] = []
  for (const line of text.lines) {
    const { value } = line
    const place = (found: string, at: number) => ({
      value: found,
      path: line.path,
      ...(line.from !== undefined && { from: line.from + at, to: line.from + at + found.length }),
    })
    const look = (form: RegExp, property: string) => {
      for (const found of value.matchAll(form)) {
        const number = found[1] ?? found[0]
        const at = found.index + found[0].lastIndexOf(number)
        hits.push(...numberHits(known, place(number, at), property, text.transaction, text.role))
      }
    }
    if (/imo/i.test(value)) look(imo, 'imoNumber')
    look(wallet, 'publicKey')
    look(bic, 'swiftBic')
    if (/pass|ppt|\bid\b|inn|ogrn|tax/i.test(value)) look(paper, 'passportNumber')
  }
  return hits
}

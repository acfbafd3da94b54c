import type { Located, PartyRole, PaymentParty, TextRole } from '../message.ts'
import { isDenied } from './context.ts'
import type { Hit, HitLevel, HitReason } from './hit.ts'
import type { PaymentKnowledge } from './knowledge.ts'
import type { PlaceMatch } from './place-index.ts'
import type { TextLines, TextWord } from './text-words.ts'

/** A text that is searched: of a party (name and address) or free. */
export interface SearchedText {
  readonly words: readonly TextWord[]
  readonly lines: TextLines
  readonly transaction: number
  readonly role: PartyRole | TextRole
  readonly party?: PaymentParty
  /** Entities that the party met already. */
  readonly known?: ReadonlySet<string | undefined>
}

/** A country's code that stands in a field for it, in a BIC or an IBAN. */
export function codeHits(
  known: PaymentKnowledge,
  value: Located,
  code: string,
  transaction: number,
  role: PartyRole | TextRole | undefined,
): Hit[] {
  const area = known.places.area(code)
  if (!area) return []
  return [
    {
      kind: 'place',
      level: area.level ?? 'hold',
      transaction,
      ...(role && { role }),
      path: value.path,
      ...(value.from !== undefined && { from: value.from }),
      ...(value.to !== undefined && { to: value.to }),
      value: value.value,
      caption: area.name,
      listed: area.code ?? area.name,
      sources: [area.source],
      score: 1,
      reasons: [],
      detail: `the country is ${area.name}, which is under comprehensive measures`,
    },
  ]
}

/** Places and goods that a text names. */
export function placeHits(known: PaymentKnowledge, text: SearchedText): Hit[] {
  if (text.role === 'relatedReference') return []
  return known.places.find(text.words).map((match) => placeHit(text, match))
}

function placeHit(text: SearchedText, match: PlaceMatch): Hit {
  const { words, lines, party, transaction, role } = text
  const from = words[match.first]!.from
  const to = words[match.last]!.to
  const line = lineAt(lines, from)
  const { meaning } = match
  const reasons: HitReason[] = []
  if (match.edits > 0) reasons.push('typo')
  const base = {
    transaction,
    role,
    path: line.path,
    from,
    to,
    value: valueBetween(lines, from, to),
    listed: match.name,
  }
  if (meaning.what === 'goods')
    return {
      ...base,
      kind: 'goods',
      level: 'note',
      caption: meaning.goods.name,
      sources: [meaning.goods.source],
      score: 0.3,
      reasons: ['goods-alone'],
      detail: `${meaning.goods.name} is named in ${meaning.goods.source}`,
    }
  const { area } = meaning
  const inName = party !== undefined && line === party.name
  const ambiguous = meaning.what === 'place' ? meaning.place.ambiguous : undefined
  const denied = isDenied(words, match.first)
  if (inName) reasons.push('place-in-name')
  if (ambiguous) reasons.push('ambiguous-place')
  if (words[match.first]!.glued) reasons.push('part-of-code')
  if (denied) reasons.push('denial')
  return {
    ...base,
    kind: 'place',
    level: levelOf(area.level ?? 'hold', { inName, inAddress: party !== undefined && !inName, reasons }),
    caption: meaning.what === 'place' ? `${meaning.place.name}, ${area.name}` : area.name,
    sources: [area.source],
    score: ambiguous || match.edits > 0 ? 0.7 : 0.95,
    reasons,
    detail: `${match.name} is ${meaning.what === 'place' ? `in ${area.name}, which is` : 'a place'} under comprehensive measures${ambiguous ? `; it may also be ${ambiguous}` : ''}`,
  }
}

/** An address says where money goes; a name or a text may only speak of the place. */
function levelOf(
  most: HitLevel,
  { inName, inAddress, reasons }: { inName: boolean; inAddress: boolean; reasons: readonly HitReason[] },
): HitLevel {
  if (reasons.includes('part-of-code')) return 'note'
  if (reasons.includes('ambiguous-place')) return inAddress && !reasons.includes('typo') ? 'review' : 'note'
  if (inAddress && reasons.length === 0) return most
  return inName && reasons.includes('typo') ? 'note' : 'review'
}

/** The line that an offset stands in. */
export function lineAt(lines: TextLines, at: number): Located {
  return (
    lines.find(({ from, to }) => from !== undefined && to !== undefined && from <= at && at < to) ?? lines[0]!
  )
}

/** The text between two offsets, line ends as spaces. */
export function valueBetween(lines: TextLines, from: number, to: number): string {
  const parts: string[] = []
  for (const line of lines) {
    if (line.from === undefined || line.to === undefined || line.to <= from || line.from >= to) continue
    const exact = line.to - line.from === line.value.length
    parts.push(exact ? line.value.slice(Math.max(0, from - line.from), to - line.from) : line.value)
  }
  return parts.join(' ').replace(/\s*[\r\n]+(?:\/\/)?\s*/g, ' ')
}

import type { TextWord } from './text-words.ts'

const denials = [
  'no involvement',
  'no relation',
  'no relationship',
  'no relations',
  'no connection',
  'no dealings',
  'no nexus',
  'no link',
  'no links',
  'no affiliation',
  'not related',
  'not involve',
  'not involving',
  'not involved',
  'not connected',
  'not affiliated',
  'not linked',
  'not owned',
  'not for',
  'nor',
  'without involvement',
  'does not',
  'do not',
  'none of',
  'unrelated to',
  'excluding',
]
const control = new Set([
  'trustee',
  'trustees',
  'receiver',
  'receivership',
  'estate',
  'liquidator',
  'liquidation',
  'administrator',
  'insolvency',
  'bankruptcy',
  'custodian',
  'curator',
])
const ships = new Set([
  'mv',
  'mt',
  'vessel',
  'vsl',
  'ship',
  'tanker',
  'imo',
  'ss',
  'carrier',
  'bulk',
  'mmsi',
  'flag',
  'm',
])
const aircraft = new Set(['aircraft', 'tail', 'plane', 'jet', 'helicopter', 'airframe', 'registration'])

/** Whether words within a few before a place deny what follows: "no involvement with ...". */
export function isDenied(text: readonly TextWord[], first: number): boolean {
  const from = Math.max(0, first - 7)
  const before = ` ${text
    .slice(from, first)
    .map(({ folded }) => folded)
    .join(' ')} `
  return denials.some((phrase) => before.includes(` ${phrase} `))
}

/** Whether the text tells of a trustee, receiver or estate: who controls the account is then someone else. */
export function isUnderControl(text: readonly TextWord[]): boolean {
  return text.some(({ folded }) => control.has(folded))
}

/** Whether a ship is spoken of within a few words of a place. */
export function speaksOfShip(text: readonly TextWord[], first: number, last: number): boolean {
  return near(text, first, last, ships)
}

/** Whether the word before names a kind of ship: "MV Amber", where "Star" alone would be anyone's. */
export function followsShip(text: readonly TextWord[], first: number): boolean {
  return ships.has(text[first - 1]?.folded ?? '')
}

/** The same of an aircraft. */
export function speaksOfAircraft(text: readonly TextWord[], first: number, last: number): boolean {
  return near(text, first, last, aircraft)
}

function near(text: readonly TextWord[], first: number, last: number, words: ReadonlySet<string>): boolean {
  for (let at = Math.max(0, first - 4); at < Math.min(text.length, last + 5); at++)
    if ((at < first || at > last) && words.has(text[at]!.folded)) return true
  return false
}

const forms =
  /(?:^|[\s.,])(?:LTD|LIMITED|LLC|L\.L\.C|INC|CORP|CORPORATION|GMBH|AG|KG|S\.?A|S\.?A\.?R\.?L|SRL|SPA|S\.P\.A|BV|NV|OY|AB|AS|A\.?S|PLC|PTE|PTY|PVT|CO|COMPANY|LLP|LP|JSC|PJSC|OOO|OAO|ZAO|PAO|FZE|FZCO|FZ|EST|ESTABLISHMENT|SDN|BHD|SPC|SP\.? ?Z ?O\.?O|K\.?K|FOUNDATION|FUND|TRUST|BANK|UNIVERSITY|MINISTRY|SCHOOL|HOTEL|CLINIC|RESTAURANT|INSTITUTE|ASSOCIATION)(?=$|[\s.,)])/i

/** Whether a name says of itself that it is a firm's. */
export function isFirmName(name: string): boolean {
  return forms.test(name)
}

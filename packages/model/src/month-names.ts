const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const full = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const russian = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек']

/** 1 to 12 for a month's name, full or short, in English or Russian (any case of the noun); 0 where it is none. */
export function monthNumber(word: string): number {
  const lower = word.toLowerCase().replace(/\.$/, '')
  if (/^[a-z]/.test(lower)) {
    if (lower === 'sept') return 9
    return Math.max(english.indexOf(lower), full.indexOf(lower)) + 1
  }
  if (!/^[а-я]{3,8}$/.test(lower)) return 0
  // March ("мар") stands before May ("ма").
  return russian.findIndex((stem) => lower.startsWith(stem)) + 1
}

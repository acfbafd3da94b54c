const roman = /^x{0,3}(?:ix|iv|v?i{0,3})$/
const ordinal = /^(\d+)(?:st|nd|rd|th|er|eme|e|й|я|ое|ый|ая|го)$/
const words: ReadonlyMap<string, number> = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
  }),
)
const hanDigits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** 1 to 39 in Roman numerals of two letters or more, or undefined. `xi` and `vi` are names too: the caller decides. */
export function romanNumber(folded: string): number | undefined {
  if (folded === '' || folded.length > 8 || !roman.test(folded)) return undefined
  let total = 0
  for (let i = 0; i < folded.length; i++) {
    const here = letterValue(folded[i]!)
    total += here < letterValue(folded[i + 1] ?? '') ? -here : here
  }
  return total
}

function letterValue(letter: string): number {
  return letter === 'x' ? 10 : letter === 'v' ? 5 : letter === 'i' ? 1 : 0
}

/** The number a folded word says in digits, as an ordinal or in English words; undefined when it says none. */
export function numberOf(folded: string): number | undefined {
  const first = folded.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) {
    if (/^\d{1,15}$/.test(folded)) return Number(folded)
    const match = ordinal.exec(folded)
    return match ? Number(match[1]) : undefined
  }
  if (first >= 0x3007) return hanNumber(folded)
  return words.get(folded)
}

/** 1 to 999 in Han numerals, also as 第三 or 三号. A bare 三 is no number: it is often part of a name. */
export function hanNumber(text: string): number | undefined {
  const match =
    /^第([〇零一二三四五六七八九十百]{1,6})[号號届]?$|^([〇零一二三四五六七八九十百]{1,6})[号號]$/.exec(text)
  const digits = match?.[1] ?? match?.[2]
  if (digits === undefined) return undefined
  let total = 0
  let unit = 0
  for (const digit of digits) {
    if (digit === '十' || digit === '百') {
      total += (unit === 0 ? 1 : unit) * (digit === '十' ? 10 : 100)
      unit = 0
    } else unit = hanDigits[digit]!
  }
  return total + unit
}

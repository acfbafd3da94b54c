import { type Script, scriptOf } from './script.ts'

/** What is known of a UTF-16 unit, as bits. */
export const trait = {
  letter: 1,
  mark: 2,
  number: 4,
  /** `cleanText` leaves it as it is, whatever stands beside it. */
  stable: 8,
  /** Unicode's script Latin. */
  latin: 16,
  /** Unicode's scripts Cyrillic and Greek, whose letters deceive. */
  deceiving: 32,
  /** `scriptOf` says Latn. */
  inLatin: 64,
  /** `scriptOf` says Cyrl or Grek. */
  inDeceiving: 128,
} as const

const invisible = /\p{C}/u
const tests: readonly (readonly [RegExp, number])[] = [
  [/\p{L}/u, trait.letter],
  [/\p{M}/u, trait.mark],
  [/\p{N}/u, trait.number],
  [/\p{Script=Latin}/u, trait.latin],
  [/[\p{Script=Cyrillic}\p{Script=Greek}]/u, trait.deceiving],
]

/** Jamo join their neighbours in NFC, as marks do. */
function joins(code: number): boolean {
  return code >= 0x1100 && code <= 0x11ff
}

function traitsOfNew(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return 0
  const character = String.fromCharCode(code)
  let traits = 0
  for (const [test, bit] of tests) if (test.test(character)) traits |= bit
  const script = scriptOf(code)
  if (script === 'Latn') traits |= trait.inLatin
  if (script === 'Cyrl' || script === 'Grek') traits |= trait.inDeceiving
  const still = !invisible.test(character) && !joins(code) && character.normalize('NFKC') === character
  return still && (traits & trait.mark) === 0 ? traits | trait.stable : traits
}

// Unicode's properties are looked up once for each unit that is met, not for each letter of each name. 0 is not yet.
const known = 0x100
const traitsByUnit = new Uint16Array(0x10000)
const scriptsByUnit = new Uint8Array(0x10000)
const scripts: Script[] = ['Zyyy']

/** The traits of a UTF-16 unit; halves of surrogate pairs have none. */
export function traitsOf(code: number): number {
  return traitsByUnit[code] || meet(code)
}

function meet(code: number): number {
  const traits = known | traitsOfNew(code)
  traitsByUnit[code] = traits
  const script = scriptOf(code)
  const at = scripts.indexOf(script)
  scriptsByUnit[code] = at < 0 ? scripts.push(script) - 1 : at
  return traits
}

/** `scriptOf` for a UTF-16 unit, by table. */
export function scriptOfUnit(code: number): Script {
  if (traitsByUnit[code] === 0) meet(code)
  return scripts[scriptsByUnit[code]!]!
}

/** The script of most of a word's letters; the first to reach that number wins a tie. `Zyyy` when it has no letter. */
export function scriptOfWord(word: string): Script {
  let only: Script = 'Zyyy'
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code >= 0xd800 && code <= 0xdfff) return scriptOfMost(word)
    const script = scriptOfUnit(code)
    if (script === only || script === 'Zyyy') continue
    if (only !== 'Zyyy') return scriptOfMost(word)
    only = script
  }
  return only
}

function scriptOfMost(word: string): Script {
  const counts = new Map<Script, number>()
  let best: Script = 'Zyyy'
  let most = 0
  for (const character of word) {
    const script = scriptOf(character.codePointAt(0)!)
    if (script === 'Zyyy') continue
    const count = (counts.get(script) ?? 0) + 1
    counts.set(script, count)
    if (count > most) {
      most = count
      best = script
    }
  }
  return best
}

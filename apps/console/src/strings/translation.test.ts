import { expect, it } from 'vitest'
import { en } from './en.ts'
import { ko } from './ko.ts'

type Words = Readonly<Record<string, unknown>>

const isGroup = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every word of a language by its path: `cases.states.new`. */
function pathsOf(words: Words, above = ''): [string, unknown][] {
  return Object.entries(words).flatMap(([key, value]): [string, unknown][] =>
    isGroup(value) ? pathsOf(value, `${above}${key}.`) : [[above + key, value]],
  )
}

const english = new Map(pathsOf(en))
const korean = new Map(pathsOf(ko))

/** Commands and examples of identifiers are typed as they stand, whatever the language. */
const sameInBoth =
  /[cC]ommand$|\.commands\.|\.accept$|^(graph\.fromHint|knowledge\.searchHint|profile\.fields\.rolesHint)$/

it('says in Korean everything that English says', () => {
  expect([...english.keys()].filter((path) => !korean.has(path))).toEqual([])
})

it('says a word with a sentence where English has a sentence, and a function where English has one', () => {
  const other = [...english].filter(
    ([path, value]) => korean.has(path) && typeof korean.get(path) !== typeof value,
  )
  expect(other.map(([path]) => path)).toEqual([])
})

it('leaves no sentence of English as it is', () => {
  const left = [...english].filter(
    ([path, value]) =>
      typeof value === 'string' && / /.test(value) && korean.get(path) === value && !sameInBoth.test(path),
  )
  expect(left.map(([path]) => path)).toEqual([])
})

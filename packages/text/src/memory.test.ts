import { describe, expect, it } from 'vitest'
import { analyseName } from './analyse.ts'
import { mostRemembered, type NameMemory } from './memory.ts'

describe('a memory of words', () => {
  it('is bounded, however long it is used', () => {
    const memory: NameMemory = new Map()
    let most = 0
    for (let i = 0; i < 1.1 * mostRemembered; i++) {
      analyseName(String(i), 'vessel', memory)
      most = Math.max(most, memory.size)
    }
    expect(most).toBeLessThanOrEqual(mostRemembered)
    expect(memory.size).toBeGreaterThan(mostRemembered / 2)
  })

  it('does not keep words so long that they do not come again', () => {
    const memory: NameMemory = new Map()
    analyseName('a'.repeat(200), 'person', memory)
    expect(memory.size).toBe(0)
  })

  it('hands out the very same token for the same word', () => {
    const memory: NameMemory = new Map()
    const [first] = analyseName('Maria Lopez', 'person', memory).tokens
    expect(analyseName('Maria Garcia', 'person', memory).tokens[0]).toBe(first)
  })

  it('keeps apart what a word is in names of different sorts', () => {
    const memory: NameMemory = new Map()
    expect(analyseName('Bank Star', 'person', memory).tokens[0]!.kind).toBe('word')
    expect(analyseName('Bank Star', 'organization', memory).tokens[0]!.kind).toBe('generic')
    expect(analyseName('Bank Star', 'person', memory).tokens[0]!.kind).toBe('word')
  })

  it('keeps apart words of one plain form whose marks differ', () => {
    const memory: NameMemory = new Map()
    analyseName('Muller', 'person', memory)
    expect(analyseName('Müller', 'person', memory)).toEqual(analyseName('Müller', 'person'))
  })
})

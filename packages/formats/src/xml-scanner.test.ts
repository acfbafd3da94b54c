import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { XmlElement } from './xml-element.ts'
import { XmlScanner } from './xml-scanner.ts'

function scan(text: string, size: number, many = false, offset = 0) {
  const records: XmlElement[] = []
  const told: string[] = []
  const scanner = new XmlScanner(
    {
      open: (name) => name === 'r',
      record: (element) => records.push(element),
      text: (value, _path, from) => told.push(`text ${value} ${from}`),
      namespace: (prefix, uri) => told.push(`namespace ${prefix} ${uri}`),
      close: (name, path, to) => told.push(`close ${[...path, name].join('/')} ${to}`),
    },
    { maxDepth: 64, maxLength: 10_000, many, offset },
  )
  for (let at = 0; at < text.length; at += size) scanner.push(text.slice(at, at + size))
  scanner.finish()
  return { records, told: [...new Set(told)] }
}

describe('places in the input', () => {
  it('are told of a record, of the text of each element, and of text and end tags outside of records', () => {
    const text = '<a xmlns:x="urn:u">out<r>\n <b> one </b><c>t&amp;wo</c></r></a>'
    for (const size of [1, 3, 100]) {
      const { records, told } = scan(text, size)
      const [record] = records as [XmlElement]
      expect(text.slice(record.start, record.end)).toBe('<r>\n <b> one </b><c>t&amp;wo</c></r>')
      expect(record.children.map(({ from, to }) => text.slice(from, to))).toEqual([' one ', 't&amp;wo'])
      expect(told).toEqual(['namespace x urn:u', 'text out 19', `close a ${text.length}`])
    }
  })

  it('count from where the input began', () => {
    const { records } = scan('<r>v</r>', 2, false, 1000)
    expect([records[0]!.start, records[0]!.from, records[0]!.end]).toEqual([1000, 1003, 1008])
  })

  it('hold whatever the pieces are', () => {
    const word = fc.stringMatching(/^[a-z ]{1,12}$/).filter((value) => value.trim() !== '')
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        (words, size) => {
          const text = `<a>${words.map((value) => `<r><v>${value}</v></r>`).join('\n')}</a>`
          const { records } = scan(text, size)
          expect(records.map(({ children }) => text.slice(children[0]!.from, children[0]!.to))).toEqual(words)
        },
      ),
    )
  })
})

describe('several documents in one input', () => {
  const two = '<?xml version="1.0"?><a><r>1</r></a>\n<?xml version="1.0"?>\n<a><r>2</r></a>'

  it('are read one after another where that is asked for', () => {
    for (const size of [1, 7, 1000])
      expect(scan(two, size, true).records.map(({ text }) => text)).toEqual(['1', '2'])
  })

  it('are refused where it is not', () => {
    expect(() => scan(two, 1000)).toThrow(/declaration at the beginning/)
    expect(() => scan('<a/><a/>', 1000)).toThrow(/a second root element/)
  })
})

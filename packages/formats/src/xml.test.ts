import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { referenceData } from '@cordon/testing'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { bytesOf, collect } from './in-memory.ts'
import { readXml, type XmlOptions } from './xml.ts'
import type { XmlElement } from './xml-element.ts'

const whole: XmlOptions = { isRecord: () => true }

/** A tree as nested arrays, to compare with the oracle's. */
type Plain = [name: string, attributes: string[], text: string, children: Plain[]]
const plain = (element: XmlElement): Plain => [
  element.name,
  [...element.attributes],
  element.text,
  element.children.map(plain),
]
async function ours(text: string | Uint8Array, size?: number, limits = {}): Promise<Plain> {
  const { records } = await collect(readXml(bytesOf(text, size), { ...whole, limits }))
  return plain(records[0]!.element)
}

/** The same tree by saxes; runs of nothing but white space between two tags are dropped, as ours does. */
function oracle(text: string): Plain {
  const parser = new SaxesParser({})
  const stack: Plain[] = [['', [], '', []]]
  const local = (name: string) => name.slice(name.indexOf(':') + 1) || name
  const addText = (run: string) => {
    if (/[^ \t\r\n]/.test(run)) stack.at(-1)![2] += run
  }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('document type')
  })
  parser.on('opentag', (tag) => {
    const attributes = Object.entries(tag.attributes as Record<string, string>)
      .filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
      .flatMap(([name, value]) => [local(name), value])
    const node: Plain = [local(tag.name), attributes, '', []]
    stack.at(-1)![3].push(node)
    stack.push(node)
  })
  parser.on('closetag', () => {
    stack.pop()
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(text).close()
  return stack[0]![3][0]!
}

/** Both read the text alike, or both refuse it. */
async function expectAgreement(text: string, size?: number): Promise<void> {
  // saxes takes `<?p?i x?>`, whose target is no name by XML 1.0 (production 16): nothing to learn from it there.
  if (/<\?[^\s?]*\?(?!>)/.test(text)) return
  let expected: Plain | undefined
  try {
    expected = oracle(text)
  } catch {
    // Ours must refuse it too.
  }
  const found = await ours(text, size).catch((error: Error & { code?: string }) => {
    if (error.name !== 'InputError') throw error
    return undefined
  })
  expect(found, JSON.stringify(text)).toEqual(expected)
}

const name = fc.constantFrom('a', 'b:c', 'Party', 'é', '이름', '_x-1.2')
const text = fc
  .array(
    fc.constantFrom('x', ' ', '\n', '&amp;', '&#x41;', '&#66;', '박', 'é', "'", '"', ']]', '\t', 'z>', '𐀀'),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''))
const attributes = fc
  .uniqueArray(fc.tuple(fc.constantFrom('id', 'x:y', 'xmlns', 'xmlns:q', 'é'), text), {
    selector: ([key]) => key,
    maxLength: 3,
  })
  .map((list) => list.map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`).join(''))
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc.oneof(
    { maxDepth: 4 },
    fc.tuple(name, attributes).map(([n, a]) => `<${n}${a}/>`),
    fc.tuple(name, attributes, tie('content')).map(([n, a, c]) => `<${n}${a} >${c}</${n} >`),
  ),
  content: fc
    .array(
      fc.oneof(
        { maxDepth: 4 },
        text.map((t) => t.replaceAll(']]z>', '')),
        fc.constantFrom('<!-- c - c -->', '<![CDATA[<&]]>', '<?pi x?>'),
        tie('element'),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
}))

describe('readXml against saxes', () => {
  it('reads random documents alike, whatever the blocks', async () => {
    await fc.assert(
      fc.asyncProperty(element, fc.integer({ min: 1, max: 40 }), (root, size) =>
        expectAgreement(`<?xml version="1.0"?>\n${root}\n`, size),
      ),
      { numRuns: 300 },
    )
  })

  it('reads or refuses mutated documents alike', async () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      '&',
      ';',
      '=',
      ' ',
      '!',
      '?',
      ']',
      '-',
      'a',
      ':',
      '\u0001',
      '<a>',
      '</a>',
      '&#0;',
      '\ufffe',
      '1',
    )
    await fc.assert(
      fc.asyncProperty(
        element,
        fc.nat(),
        fc.nat(3),
        piece,
        fc.integer({ min: 1, max: 40 }),
        (root, at, cut, put, size) => {
          const characters = Array.from(root)
          characters.splice(at % (characters.length + 1), cut, put)
          return expectAgreement(characters.join(''), size)
        },
      ),
      { numRuns: 1500 },
    )
  })

  const file = referenceData('lists/us-ofac/sdn_advanced_2024-05-29.xml.gz')
  it.skipIf(!file)('reads or refuses mutated fragments of a real list alike', async () => {
    const list = gunzipSync(readFileSync(file!)).toString('utf8')
    const first = list.indexOf('<DistinctParty ')
    const parties = list
      .slice(first, first + 400_000)
      .split('</DistinctParty>')
      .slice(0, -1)
    const party = fc.constantFrom(...parties.map((body) => `${body.trim()}</DistinctParty>`))
    await fc.assert(
      fc.asyncProperty(
        party,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(4),
        fc.constantFrom('', '<', '"', '>', '&', ' ', 'x'),
        (body, at, cut, put) => {
          const place = Math.floor(at * body.length)
          return expectAgreement(body.slice(0, place) + put + body.slice(place + cut), 1000)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('readXml', () => {
  it('gives the records that were asked for, with path, line and what lies around them', async () => {
    const text =
      '<list issued="2025">\n<meta>x</meta>\n<people>\n <p id="1"><n>A</n></p>\n\n<p id="2"/></people>stray</list>'
    const seen: string[] = []
    const { records } = await collect(
      readXml(bytesOf(text, 5), {
        root: ['list'],
        isRecord: (name) => name === 'p',
        onContainer: (name, attributes, path) =>
          seen.push(`${[...path, name].join('/')} ${attributes.join('=')}`),
        onText: (stray, path) => seen.push(`${path.join('/')}: ${stray}`),
      }),
    )
    expect(records.map((r) => [r.element.attribute('id'), r.path, r.line])).toEqual([
      ['1', ['list', 'people'], 4],
      ['2', ['list', 'people'], 6],
    ])
    expect(records[0]!.element.textOf('n')).toBe('A')
    expect(seen).toEqual(['list issued=2025', 'list/meta ', 'list/meta: x', 'list/people ', 'list: stray'])
  })

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'FORMATS_FORBIDDEN'],
    ['a web page', '\n<!doctype html><html></html>', 'FORMATS_FORBIDDEN'],
    ['an unknown entity', '<a>&lol;</a>', 'FORMATS_SYNTAX'],
    ['a document that breaks off', '<a><b></b>', 'FORMATS_TRUNCATED'],
    ['nothing at all', '', 'FORMATS_TRUNCATED'],
    ['text instead of XML', 'Service unavailable', 'FORMATS_SYNTAX'],
    ['elements nested too deep', '<a>'.repeat(65), 'FORMATS_TOO_DEEP'],
    ['wrong nesting', '<a><b></a></b>', 'FORMATS_SYNTAX'],
    ['an endless attribute', `<a b="${'x'.repeat(5_000)}`, 'FORMATS_RECORD_TOO_LARGE'],
    ['an endless record', `<a>${'<b>x</b>'.repeat(2_000)}`, 'FORMATS_RECORD_TOO_LARGE'],
    ['bytes that are not UTF-8', Buffer.from('<a>M\xfcller</a>', 'latin1'), 'FORMATS_ENCODING'],
  ])('refuses %s', async (_, document, code) => {
    for (const size of [7, 100_000])
      await expect(ours(document, size, { maxRecordBytes: 2_000 })).rejects.toMatchObject({
        name: 'InputError',
        code,
      })
  })

  it('says on which line a fault is', async () => {
    for (const size of [3, 1000])
      await expect(ours('<a>\n<b>\n</b>\n <c x=1></c></a>', size)).rejects.toMatchObject({ where: 'line 4' })
  })

  it('refuses another root before it gives anything', async () => {
    const page = readXml(bytesOf('<html><body/></html>'), { isRecord: () => true, root: ['Sanctions'] })
    await expect(collect(page)).rejects.toMatchObject({ code: 'FORMATS_UNKNOWN', found: '<html>' })
  })

  it('reads UTF-16 and declared encodings', async () => {
    expect((await ours(Buffer.from('\ufeff<a>박</a>', 'utf16le')))[2]).toBe('박')
    expect(
      (await ours(Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>\xe9</a>', 'latin1')))[2],
    ).toBe('é')
  })
})

/** One way in which a file was damaged, and whether that cut off its end. */
export interface Mutation {
  readonly bytes: Uint8Array
  readonly what: string
  /** The file ends before it should: no reader may take it for whole. */
  readonly isCut: boolean
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Change = (bytes: Uint8Array, random: () => number) => Uint8Array

const at = (bytes: Uint8Array, random: () => number) => Math.floor(random() * bytes.length)
const text = (value: string) => new TextEncoder().encode(value)

function spliced(bytes: Uint8Array, from: number, to: number, put: Uint8Array): Uint8Array {
  const result = new Uint8Array(from + put.length + bytes.length - to)
  result.set(bytes.subarray(0, from))
  result.set(put, from)
  result.set(bytes.subarray(to), from + put.length)
  return result
}

const leaf = /<([\w:.-]+)[^<>]*>([^<>]*)<\/\1\s*>|[",;]([^",;<>\n]*)(?=[",;\n])/

/** Start of the next small element, or cell, after a place; of its text, the end of that, and its own end. */
function leafNear(bytes: Uint8Array, place: number): readonly [number, number, number, number] {
  const window = new TextDecoder('latin1').decode(bytes.subarray(place, place + 8192))
  const found = leaf.exec(window)
  if (!found) return [place, place, place, place]
  const start = place + found.index
  const value = found[2] ?? found[3] ?? ''
  const from = start + (found[1] ? found[0].indexOf('>') + 1 : 1)
  return [start, from, from + value.length, start + found[0].length]
}

/** Pieces that have meaning in one format or another. */
const pieces = [
  ...[
    '<',
    '>',
    '&',
    '&#0;',
    '&#x110000;',
    '<!--',
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '</x>',
    '<x>',
    '="',
    "'",
  ],
  ...[
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '\0',
    '\x1a',
    '{',
    '}',
    '[',
    ']',
    ':',
    'null',
    '1e999',
    '-0-',
    '\\u0000',
    '\\ud800',
  ],
  ...[
    '\uFEFF',
    '\u202E',
    'ÿ'.repeat(300),
    '9'.repeat(400),
    '9999-99-99',
    '00/00/0000',
    '__proto__',
    'constructor',
    '<a>'.repeat(100),
  ],
].map(text)

const changes: Readonly<Record<string, Change>> = {
  'bits flipped': (bytes, random) => {
    const copy = bytes.slice()
    for (let i = 0; i < 1 + random() * 8; i++) copy[at(copy, random)]! ^= 1 << Math.floor(random() * 8)
    return copy
  },
  'bytes replaced': (bytes, random) => {
    const copy = bytes.slice()
    const from = at(copy, random)
    for (let i = from; i < Math.min(copy.length, from + random() * 40); i++)
      copy[i] = Math.floor(random() * 256)
    return copy
  },
  'a stretch left out': (bytes, random) => {
    const from = at(bytes, random)
    return spliced(bytes, from, Math.min(bytes.length, from + Math.floor(random() * 400)), new Uint8Array())
  },
  'a stretch doubled': (bytes, random) => {
    const from = at(bytes, random)
    return spliced(bytes, from, from, bytes.subarray(from, from + Math.floor(random() * 2_000)))
  },
  'a stretch moved': (bytes, random) => {
    const from = at(bytes, random)
    const to = Math.min(bytes.length, from + Math.floor(random() * 400))
    const rest = spliced(bytes, from, to, new Uint8Array())
    const place = at(rest, random)
    return spliced(rest, place, place, bytes.subarray(from, to))
  },
  'something put in': (bytes, random) => {
    const place = at(bytes, random)
    return spliced(bytes, place, place, pieces[Math.floor(random() * pieces.length)]!)
  },
  'digits changed': (bytes, random) => {
    const copy = bytes.slice()
    for (let i = at(copy, random), left = 1 + random() * 10; i < copy.length && left > 0; i++)
      if (copy[i]! >= 0x30 && copy[i]! <= 0x39) {
        copy[i] = 0x30 + Math.floor(random() * 10)
        left--
      }
    return copy
  },
  'a value replaced': (bytes, random) => {
    const [, from, to] = leafNear(bytes, at(bytes, random))
    const values = [
      '',
      ' ',
      '0',
      '-1',
      '31/02/1999',
      '00',
      'N/A',
      '9'.repeat(300),
      'ﬃ',
      '\u202Ex',
      '__proto__',
    ]
    return spliced(bytes, from, to, text(values[Math.floor(random() * values.length)]!))
  },
  'an element left out': (bytes, random) => {
    const [start, , , end] = leafNear(bytes, at(bytes, random))
    return spliced(bytes, start, end, new Uint8Array())
  },
  'an element doubled': (bytes, random) => {
    const [start, , , end] = leafNear(bytes, at(bytes, random))
    return spliced(bytes, start, start, bytes.subarray(start, end))
  },
  'a page appended': (bytes) =>
    spliced(bytes, bytes.length, bytes.length, text('<html><body>Error</body></html>')),
}
const kinds = Object.entries(changes)

/** A damaged copy of a file; the same for the same seed. One in three is cut off somewhere. */
export function mutated(original: Uint8Array, seed: number): Mutation {
  const random = randomOf(seed)
  // A copy: what Buffer calls a slice is not one.
  const bytes = new Uint8Array(original)
  if (random() < 1 / 3) {
    // Line ends and white space after the last record say nothing about the end.
    let end = bytes.length
    while (end > 0 && bytes[end - 1]! <= 0x20) end--
    const length = Math.floor(random() * end)
    return { bytes: bytes.slice(0, length), what: `cut off after ${length} bytes`, isCut: true }
  }
  let result: Uint8Array = bytes
  const whats: string[] = []
  const count = random() < 0.5 ? 1 : 2 + Math.floor(random() * 2)
  for (let i = 0; i < count; i++) {
    const [what, change] = kinds[Math.floor(random() * kinds.length)]!
    result = change(result, random)
    whats.push(what)
  }
  return { bytes: result, what: whats.join(', '), isCut: false }
}

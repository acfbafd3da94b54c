import { hasInvalidBytes } from '@cordon/formats'
import type { MessageFaultCode } from '../fault.ts'
import { withoutSeparators } from './separators.ts'
import type { MtBlock, MtField, MtTag, MtTree } from './tree.ts'

/** Why a text is no MT message, and where in it. */
export interface MtFault {
  readonly code: MessageFaultCode
  readonly expected: string
  readonly found: string
  readonly remedy: string
  /** UTF-16 units into the text. */
  readonly at: number
}

/** A tree or the reason why there is none. */
export type MtParsed =
  | { readonly ok: true; readonly tree: MtTree }
  | { readonly ok: false; readonly fault: MtFault }

/** Characters of one field's value beyond which it is refused: the longest that the standard has is 9,000 (77T). */
export const maxFieldLength = 64 * 1024

class Broken extends Error {
  readonly fault: MtFault
  constructor(fault: MtFault) {
    super(fault.expected)
    this.fault = fault
  }
}

/**
 * Reads one message: blocks 1 to 5 and trailers, the fields of block 4 with the lines that they were written on. An
 * acknowledgement and the copy of the message that follows it are one text and one tree (two blocks 1).
 */
export function parseMt(text: string): MtParsed {
  try {
    if (hasInvalidBytes(text)) charset(text)
    return { ok: true, tree: { blocks: blocksOf(text) } }
  } catch (error) {
    if (error instanceof Broken) return { ok: false, fault: error.fault }
    throw error
  }
}

function charset(text: string): never {
  const at = text.search(/[\uDC80-\uDCFF]/u)
  const byte = (text.charCodeAt(at) - 0xdc00).toString(16).toUpperCase()
  throw new Broken({
    code: 'PAYMENTS_CHARSET',
    expected: 'characters in UTF-8 or ASCII',
    found: `the byte 0x${byte}`,
    remedy: 'Export the message in UTF-8, or name its encoding.',
    at,
  })
}

function blocksOf(text: string): MtBlock[] {
  const blocks: MtBlock[] = []
  for (let at = 0; at < text.length; ) {
    const block = blockAt(text, at)
    blocks.push(block)
    at = block.to + block.gap.length
  }
  return blocks
}

const head = /\{([0-9A-Z]):/y
const following = /\{[0-9A-Z]:/g
/** Characters behind a block that are let pass: separators of other systems, a brace too many. */
const mostStray = 8

function blockAt(text: string, from: number): MtBlock {
  head.lastIndex = from
  const [, id] = head.exec(text) ?? []
  if (id === undefined)
    throw new Broken({
      code: 'PAYMENTS_MT_BLOCK',
      expected: 'a block such as {1:...}',
      found: quoted(text, from),
      remedy: 'Check that the message was exported whole.',
      at: from,
    })
  const body = from + 3
  const isText = id === '4' && text.charCodeAt(body) !== 0x7b
  const close = isText ? endOfText(text, body) : endOfBraces(text, from)
  following.lastIndex = close + 1
  const next = following.exec(text)?.index ?? text.length
  const gap = text.slice(close + 1, next)
  checkGap(gap, close + 1)
  const common = { id, body: text.slice(body, close), gap, from, to: close + 1 }
  if (isText) return { ...common, kind: 'text', ...fieldsOf(text, body, close) }
  if (text.charCodeAt(body) === 0x7b) {
    const tags = tagsOf(text, body, close)
    if (tags) return { ...common, kind: 'tags', tags }
  }
  return { ...common, kind: 'plain' }
}

/** Padding, line ends and separators of batches, whichever the exporting system writes; but no text. */
function checkGap(gap: string, at: number): void {
  const strange = withoutSeparators(gap)
  if (strange.length <= mostStray) return
  throw new Broken({
    code: 'PAYMENTS_MT_BLOCK',
    expected: 'the next block, or the end of the message',
    found: JSON.stringify(strange.slice(0, 20)),
    remedy: 'A field that begins with "-}" ends a block early: export the message again.',
    at: at + gap.indexOf(strange[0]!),
  })
}

/** Place of the brace that ends a text block: the one after a line that begins with a hyphen. */
function endOfText(text: string, from: number): number {
  for (let at = text.indexOf('-}', from); at !== -1; at = text.indexOf('-}', at + 1)) {
    const before = text.charCodeAt(at - 1)
    if (before === 0x0a || before === 0x0d || at === from) return at + 1
  }
  throw new Broken({
    code: 'PAYMENTS_MT_BLOCK',
    expected: 'the end of block 4, a line "-}"',
    found: 'the end of the message',
    remedy: 'The message is cut off: export it again.',
    at: text.length,
  })
}

function endOfBraces(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at)
    if (c === 0x7b) depth++
    else if (c === 0x7d && --depth === 0) return at
  }
  throw new Broken({
    code: 'PAYMENTS_MT_BLOCK',
    expected: `the closing brace of block ${text[from + 1]}`,
    found: 'the end of the message',
    remedy: 'The message is cut off: export it again.',
    at: from,
  })
}

const tag = /\{([0-9A-Z]{1,3}):([^{}]*)\}/y

/** The tags of a block, or undefined where something else stands between them; then the block is kept as plain text. */
function tagsOf(text: string, from: number, to: number): MtTag[] | undefined {
  const tags: MtTag[] = []
  for (let at = from; at < to; ) {
    tag.lastIndex = at
    const found = tag.exec(text)
    if (!found) return undefined
    const [whole, key, value] = found as unknown as [string, string, string]
    const start = at + key.length + 2
    tags.push({ key, value, from: start, to: start + value.length })
    at += whole.length
  }
  return tags
}

const fieldHead = /(\r\n|\n|\r):([0-9]{2}[A-Z]?):/g

function fieldsOf(text: string, body: number, close: number): Pick<MtBlock, 'fields' | 'lead' | 'tail'> {
  const end = close - 1
  fieldHead.lastIndex = body
  const heads: { start: number; tag: string; from: number; lineEnd: string }[] = []
  // Some exports put the first field right behind the colon.
  const glued = /:([0-9]{2}[A-Z]?):/y
  glued.lastIndex = body
  const first = glued.exec(text)
  if (first) heads.push({ start: body, tag: first[1]!, from: body + first[0].length, lineEnd: '' })
  for (let found = fieldHead.exec(text); found && found.index < end; found = fieldHead.exec(text)) {
    const [whole, lineEnd, name] = found as unknown as [string, string, string]
    heads.push({ start: found.index, tag: name, from: found.index + whole.length, lineEnd })
    // The line end of one field may begin the next.
    fieldHead.lastIndex = found.index + whole.length
  }
  if (heads.length === 0) return { lead: '', tail: text.slice(body, close), fields: [] }
  const fields = heads.map(({ tag, from }, i): MtField => {
    const next = heads[i + 1]
    const stop = next ? next.start : lastLineEnd(text, from, end)
    if (stop - from > maxFieldLength)
      throw new Broken({
        code: 'PAYMENTS_TOO_LARGE',
        expected: `a field of at most ${maxFieldLength} characters`,
        found: `field ${tag} of ${stop - from}`,
        remedy: 'No field of the standard is that long: check how the message was exported.',
        at: from,
      })
    const lineEnd = next ? next.lineEnd : text.slice(stop, end)
    return { tag, value: text.slice(from, stop), end: lineEnd, from, to: stop }
  })
  return {
    lead: text.slice(body, heads[0]!.start) + heads[0]!.lineEnd,
    tail: text.slice(end, close),
    fields,
  }
}

/** Where the last field's value ends: before the line end in front of the hyphen. */
function lastLineEnd(text: string, from: number, end: number): number {
  let at = end
  if (at > from && text.charCodeAt(at - 1) === 0x0a) at--
  if (at > from && text.charCodeAt(at - 1) === 0x0d) at--
  return at
}

function quoted(text: string, at: number): string {
  return at >= text.length ? 'the end' : JSON.stringify(text.slice(at, at + 20))
}

import { parseMt } from '../mt/parse.ts'
import type { MtBlock } from '../mt/tree.ts'
import { mtFieldName } from './field-names.ts'

/** One row of a message as an operator reads it. */
export interface DisplayRow {
  /** `59`, `Nm`. */
  readonly label: string
  /** What the label means, where it is known: `Beneficiary customer`. */
  readonly name?: string
  /** How deep it stands, from 0. */
  readonly depth: number
  /** The row's value; absent for a row that only holds others. Line ends stay. */
  readonly value?: string
  /** Where the value stands in the message's text, in UTF-16 units. */
  readonly from?: number
  readonly to?: number
  /** Attributes of an element: `Ccy="EUR"`. */
  readonly note?: string
}

const mostRows = 5000

/**
 * A message as rows: the blocks and fields of MT with their names, the elements of XML by depth. A text that can't be
 * read is one row.
 */
export function displayRows(text: string): DisplayRow[] {
  const rows = /^\s*</.test(text) ? xmlRows(text) : mtRows(text)
  return rows.slice(0, mostRows)
}

const blockNames: Readonly<Record<string, string>> = {
  '1': 'Basic header',
  '2': 'Application header',
  '3': 'User header',
  '4': 'Text',
  '5': 'Trailer',
}

function mtRows(text: string): DisplayRow[] {
  const parsed = parseMt(text)
  if (!parsed.ok) return [{ label: '', depth: 0, value: text, from: 0, to: text.length }]
  return parsed.tree.blocks.flatMap(blockRows)
}

function blockRows(block: MtBlock): DisplayRow[] {
  const name = blockNames[block.id]
  const head = { label: `{${block.id}}`, depth: 0, ...(name && { name }) }
  if (block.kind === 'text')
    return [
      head,
      ...block.fields!.map(({ tag, value, from, to }): DisplayRow => {
        const fieldName = mtFieldName(tag)
        return { label: tag, depth: 1, value, from, to, ...(fieldName && { name: fieldName }) }
      }),
    ]
  if (block.kind === 'tags')
    return [
      head,
      ...block.tags!.map(({ key, value, from, to }) => ({ label: key, depth: 1, value, from, to })),
    ]
  const from = block.from + 3
  return [{ ...head, value: block.body, from, to: from + block.body.length }]
}

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([^\s>]+)\s*>|<([^\s/>]+)([^>]*?)(\/?)>|([^<]+)/g

/** The text was read once already: what is not well-formed here is passed over. */
function xmlRows(text: string): DisplayRow[] {
  const rows: { -readonly [K in keyof DisplayRow]: DisplayRow[K] }[] = []
  let depth = 0
  token.lastIndex = 0
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [whole, section, close, open, attributes, isEmpty, characters] = found
    if (close !== undefined) depth = Math.max(0, depth - 1)
    else if (open !== undefined) {
      const note = attributes?.replace(/\s*xmlns(?::[\w.-]+)?\s*=\s*(?:"[^"]*"|'[^']*')/g, '').trim()
      rows.push({ label: open.replace(/^.*:/, ''), depth, ...(note && { note }) })
      if (!isEmpty) depth++
    } else {
      const own = section ?? characters
      const last = rows.at(-1)
      if (own === undefined || own.trim() === '' || !last) continue
      const value = own.trim()
      const from = found.index + whole.indexOf(value)
      if (last.value !== undefined) rows.push({ label: '', depth, value, from, to: from + value.length })
      else Object.assign(last, { value, from, to: from + value.length })
    }
  }
  return rows
}

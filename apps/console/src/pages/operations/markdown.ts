/** A piece of a line. */
export type Inline =
  | { readonly is: 'text' | 'strong' | 'em' | 'code'; readonly text: string }
  | { readonly is: 'link'; readonly text: string; readonly href: string }
  | { readonly is: 'cites'; readonly ids: readonly string[] }

/** A block of a page. */
export type Block =
  | { readonly is: 'heading'; readonly level: number; readonly inline: readonly Inline[] }
  | { readonly is: 'paragraph'; readonly inline: readonly Inline[] }
  | { readonly is: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly is: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }

const item = /^(?:[-*]|\d+[.)])\s+/

/**
 * The blocks of a page in the part of Markdown that operations' pages use: headings, paragraphs, lists of one level, tables, and
 * within lines strong, emphasis, code, links and citations (`[baes-2016]`). All else stays as it is written; there is no HTML.
 * @param sources ids that a citation may name
 */
export function parsePage(page: string, sources: ReadonlySet<string>): Block[] {
  const inline = (text: string) => parseInline(text, sources)
  const blocks: Block[] = []
  for (const chunk of chunksOf(page)) {
    const [first = ''] = chunk
    const heading = /^(#{1,6})\s+(.*)$/.exec(first)
    if (heading) blocks.push({ is: 'heading', level: heading[1]!.length, inline: inline(heading[2]!) })
    else if (first.startsWith('|') && /^\|[\s:|-]+\|?\s*$/.test(chunk[1] ?? '')) {
      const [head = [], , ...rows] = chunk.map(cellsOf)
      blocks.push({ is: 'table', head: head.map(inline), rows: rows.map((row) => row.map(inline)) })
    } else if (item.test(first))
      blocks.push({ is: 'list', ordered: /^\d/.test(first), items: itemsOf(chunk).map(inline) })
    else blocks.push({ is: 'paragraph', inline: inline(chunk.map((line) => line.trim()).join(' ')) })
  }
  return blocks
}

/** Lines that belong together: a heading alone, else what stands between empty lines. */
function chunksOf(page: string): string[][] {
  const chunks: string[][] = []
  let open: string[] = []
  const close = () => {
    if (open.length > 0) chunks.push(open)
    open = []
  }
  for (const line of page.split(/\r?\n/)) {
    if (line.trim() === '') close()
    else if (/^#{1,6}\s/.test(line)) {
      close()
      chunks.push([line])
    } else {
      if (open.length > 0 && item.test(line) && !item.test(open[0]!)) close()
      open.push(line)
    }
  }
  close()
  return chunks
}

function itemsOf(lines: readonly string[]): string[] {
  const items: string[] = []
  for (const line of lines) {
    if (item.test(line) || items.length === 0) items.push(line.replace(item, ''))
    else items[items.length - 1] += ` ${line.trim()}`
  }
  return items
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())
}

const piece =
  /`([^`]+)`|\*\*([^*]+)\*\*|(?<![\w*])[*_]([^*_]+)[*_](?![\w*])|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)|\[([^\][]+)\]/g

/** The pieces of a line. */
export function parseInline(text: string, sources: ReadonlySet<string>): Inline[] {
  const pieces: Inline[] = []
  let from = 0
  for (const found of text.matchAll(piece)) {
    const [whole, code, strong, em, label, href, bracket] = found
    const made = madeOf({ code, strong, em, label, href, bracket }, sources)
    if (!made) continue
    if (found.index > from) pieces.push({ is: 'text', text: text.slice(from, found.index) })
    pieces.push(...made)
    from = found.index + whole.length
  }
  if (from < text.length) pieces.push({ is: 'text', text: text.slice(from) })
  return pieces
}

type Found = Readonly<Record<'code' | 'strong' | 'em' | 'label' | 'href' | 'bracket', string | undefined>>

function madeOf(
  { code, strong, em, label, href, bracket }: Found,
  sources: ReadonlySet<string>,
): Inline[] | undefined {
  if (code !== undefined) return [{ is: 'code', text: code }]
  if (strong !== undefined) return [{ is: 'strong', text: strong }]
  if (em !== undefined) return [{ is: 'em', text: em }]
  if (label !== undefined && href !== undefined) return [{ is: 'link', text: label, href }]
  const parts = (bracket ?? '').split(/[,;] /)
  const ends = parts.findIndex((part) => !sources.has(part))
  const ids = ends < 0 ? parts : parts.slice(0, ends)
  if (ids.length === 0) return undefined
  const note = parts.slice(ids.length).join(', ')
  return [{ is: 'cites', ids }, ...(note ? [{ is: 'text' as const, text: ` (${note})` }] : [])]
}

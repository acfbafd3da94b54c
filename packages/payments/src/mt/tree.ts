/** One `:tag:value` of a text block. Offsets are UTF-16 units into the text that was parsed. */
export interface MtField {
  /** `20`, `32A`, `50F`: without the colons. */
  readonly tag: string
  /** Lines of the value with the line ends that they had; the last line's end is `end`. */
  readonly value: string
  /** The line end after the value, as written; empty where the block ends at once. */
  readonly end: string
  /** Where the value begins and ends. */
  readonly from: number
  readonly to: number
}

/** One `{key:value}` of a block of tags (blocks 3, 5, S, and block 4 of a service message). */
export interface MtTag {
  readonly key: string
  readonly value: string
  readonly from: number
  readonly to: number
}

/** One block of a message, with whatever stands between it and the next. */
export interface MtBlock {
  /** `1` to `5`, or a letter of the interface's own trailers (`S`). */
  readonly id: string
  readonly kind: 'text' | 'tags' | 'plain'
  /** Between the colon and the closing brace, as written. */
  readonly body: string
  /** Of a text block. */
  readonly fields?: readonly MtField[]
  /** Of a text block: from the colon to the first field, usually a line end. */
  readonly lead?: string
  /** Of a text block: what stands between the last field and the brace, usually `-`. */
  readonly tail?: string
  readonly tags?: readonly MtTag[]
  /** Characters after the closing brace up to the next block or the end. */
  readonly gap: string
  /** Where the block's brace opens and where it has closed. */
  readonly from: number
  readonly to: number
}

/** A SWIFT MT message as it is written: nothing is dropped, `writeMt` gives it back character for character. */
export interface MtTree {
  readonly blocks: readonly MtBlock[]
}

/** The message as text. Text and tag blocks are put together from their parts. */
export function writeMt(tree: MtTree): string {
  return tree.blocks.map((block) => `{${block.id}:${bodyOf(block)}}${block.gap}`).join('')
}

function bodyOf(block: MtBlock): string {
  if (block.kind === 'text' && block.fields)
    return (
      block.lead! + block.fields.map(({ tag, value, end }) => `:${tag}:${value}${end}`).join('') + block.tail!
    )
  if (block.kind === 'tags' && block.tags)
    return block.tags.map(({ key, value }) => `{${key}:${value}}`).join('')
  return block.body
}

/** The first block with that id. */
export function blockOf(tree: MtTree, id: string): MtBlock | undefined {
  return tree.blocks.find((block) => block.id === id)
}

/** The value of a tag of a tag block. */
export function tagOf(block: MtBlock | undefined, key: string): MtTag | undefined {
  return block?.tags?.find((tag) => tag.key === key)
}

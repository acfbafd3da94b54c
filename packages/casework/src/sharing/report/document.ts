/** A document that is written as HTML or PDF: blocks, one below the other. Texts are plain. */
export interface ReportDocument {
  /** BCP 47. */
  readonly language: string
  readonly title: string
  /** Stands on each page. */
  readonly marking: string
  readonly blocks: readonly Block[]
}

/** One block of a document. */
export type Block =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly is: 'paragraph'; readonly text: string; readonly tone?: 'quiet' | 'strong' }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | { readonly is: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | {
      readonly is: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/** A heading. */
export const heading = (level: 1 | 2 | 3, text: string): Block => ({ is: 'heading', level, text })
/** A paragraph. */
export const paragraph = (text: string, tone?: 'quiet' | 'strong'): Block => ({
  is: 'paragraph',
  text,
  ...(tone && { tone }),
})

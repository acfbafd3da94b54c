import { Fragment, type ReactNode, useMemo } from 'react'
import type { Operation, OperationSource } from '../../api/operations.ts'
import { type Block, type Inline, parsePage } from './markdown.ts'
import styles from './page-text.module.css'
import { Cite } from './sources.tsx'

/** An operation's page as text: nothing of it is HTML. Its title and its pointer to the sources stand elsewhere on the page. */
export function PageText({ operation: { page, sources } }: { readonly operation: Operation }) {
  const blocks = useMemo(() => {
    const parsed = parsePage(page, new Set(sources.map(({ id }) => id)))
    const end = parsed.findIndex((one) => one.is === 'heading' && textOf(one.inline) === 'Sources')
    return (end < 0 ? parsed : parsed.slice(0, end)).filter((one) => one.is !== 'heading' || one.level > 1)
  }, [page, sources])
  return (
    <div className={styles.text}>
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of one page never move
        <BlockView key={at} block={block} sources={sources} />
      ))}
    </div>
  )
}

const textOf = (inline: readonly Inline[]) => inline.map((one) => ('text' in one ? one.text : '')).join('')

function BlockView({
  block,
  sources,
}: {
  readonly block: Block
  readonly sources: readonly OperationSource[]
}) {
  const line = (inline: readonly Inline[]) => <Line inline={inline} sources={sources} />
  if (block.is === 'heading') return <h3>{line(block.inline)}</h3>
  if (block.is === 'paragraph') return <p>{line(block.inline)}</p>
  if (block.is === 'list') {
    const items = numbered(block.items, (one) => <li>{line(one)}</li>)
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the page is scrolled by keyboard too
    <section className={styles.scroller} tabIndex={0} aria-label={textOf(block.head[0] ?? [])}>
      <table>
        <thead>
          <tr>
            {numbered(block.head, (cell) => (
              <th scope="col">{line(cell)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered(block.rows, (row) => (
            <tr>
              {numbered(row, (cell) => (
                <td>{line(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function numbered<T>(items: readonly T[], view: (item: T) => ReactNode): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of one page never move
  return items.map((one, at) => <Fragment key={at}>{view(one)}</Fragment>)
}

function Line({
  inline,
  sources,
}: {
  readonly inline: readonly Inline[]
  readonly sources: readonly OperationSource[]
}) {
  return numbered(inline, (one) => {
    if (one.is === 'cites') return <Cite ids={one.ids} sources={sources} />
    if (one.is === 'link')
      return (
        <a href={one.href} rel="noreferrer" target="_blank">
          {one.text}
        </a>
      )
    if (one.is === 'code') return <code translate="no">{one.text}</code>
    if (one.is === 'strong') return <strong>{one.text}</strong>
    if (one.is === 'em') return <em>{one.text}</em>
    return one.text
  })
}

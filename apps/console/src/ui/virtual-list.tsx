import { useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './virtual-list.module.css'

/** Rows from the end at which more are asked for. */
const nearEnd = 30
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

/**
 * A list box of which only the rows in sight exist, so that 100,000 rows scroll as ten do. The list takes the keys: arrows and
 * page keys move the current row, which is kept in sight.
 */
export function VirtualList<T>({
  items,
  keyOf,
  at,
  label,
  rowHeight,
  rowClass,
  total,
  hasMore,
  isSelected,
  isMultiple = false,
  onMore,
  onMove,
  onRow,
  children,
}: {
  readonly items: readonly T[]
  keyOf(item: T): string | number
  /** Place of the current row; -1 for none. */
  readonly at: number
  readonly label: string
  /** Pixels. */
  readonly rowHeight: number
  rowClass(isCurrent: boolean): string
  /** Rows that there are, where it is known. */
  readonly total?: number | undefined
  readonly hasMore: boolean
  isSelected(item: T, isCurrent: boolean): boolean
  readonly isMultiple?: boolean
  onMore(): void
  /** @param isRange the shift key was held */
  onMove(step: number, isRange: boolean): void
  onRow(item: T, event: MouseEvent): void
  /** What stands in a row. */
  children(item: T): ReactNode
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const name = useId()
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(items[index]!),
    overscan: 8,
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= items.length - nearEnd) onMore()
  }, [hasMore, last, items.length, onMore])
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [at, rows])
  const optionId = (index: number) => `${name}-${keyOf(items[index]!)}`
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={isMultiple || undefined}
      aria-activedescendant={shown.some(({ index }) => index === at) ? optionId(at) : undefined}
      className={styles.scroller}
      onKeyDown={(event) => {
        const step = steps[event.key]
        if (step === undefined) return
        event.preventDefault()
        onMove(step, event.shiftKey)
      }}
    >
      <div role="presentation" className={styles.canvas} style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const item = items[index]!
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list takes the keys
            <div
              key={keyOf(item)}
              id={optionId(index)}
              role="option"
              aria-selected={isSelected(item, index === at)}
              aria-posinset={index + 1}
              aria-setsize={total ?? (hasMore ? -1 : items.length)}
              className={rowClass(index === at)}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              // A range is chosen with the shift key: no text is to be marked by it.
              onMouseDown={(event) => event.shiftKey && event.preventDefault()}
              onClick={(event) => onRow(item, event)}
            >
              {children(item)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Whether a click on a row is to choose it among many: with a key held, or on its box (`data-box`). */
export function isChoosing(event: MouseEvent): boolean {
  const isBox = event.target instanceof Element && event.target.closest('[data-box]') !== null
  return isBox || event.shiftKey || event.ctrlKey || event.metaKey
}

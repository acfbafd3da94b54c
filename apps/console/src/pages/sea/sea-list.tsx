import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './sea-list.module.css'

/** A list of which only the rows in sight exist. Chosen with the pointer or the arrow keys. */
export function SeaList({
  label,
  ids,
  at,
  rowHeight,
  row,
  onChoose,
}: {
  label: string
  ids: readonly string[]
  /** The chosen row; -1 for none. */
  at: number
  rowHeight: number
  row: (index: number) => ReactNode
  onChoose: (index: number) => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const name = useId()
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index]!,
    overscan: 8,
  })
  const shown = rows.getVirtualItems()
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [at, rows])
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={shown.some(({ index }) => index === at) ? `${name}-${at}` : undefined}
      className={styles.scroller}
      onKeyDown={(event) => {
        const step = {
          ArrowDown: 1,
          ArrowUp: -1,
          PageDown: 8,
          PageUp: -8,
          Home: -ids.length,
          End: ids.length,
        }[event.key]
        if (step === undefined || ids.length === 0) return
        event.preventDefault()
        onChoose(Math.max(0, Math.min(ids.length - 1, at < 0 && step > 0 ? step - 1 : at + step)))
      }}
    >
      <div role="presentation" className={styles.canvas} style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start, key }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list takes the keys
          <div
            key={key}
            id={`${name}-${index}`}
            role="option"
            aria-selected={index === at}
            aria-posinset={index + 1}
            aria-setsize={ids.length}
            className={styles.row}
            style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            onClick={() => onChoose(index)}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  )
}

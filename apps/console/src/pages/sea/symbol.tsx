import type { Severity } from '../../api/types.ts'
import { classes } from '../../ui/classes.ts'
import { type SymbolName, symbols } from './map/symbols.ts'
import styles from './symbol.module.css'

/** The symbol of an event in a ring, as it stands on the map. Beside words that say the same. */
export function EventSymbol({
  name,
  severity,
}: {
  readonly name: SymbolName
  readonly severity?: Severity | undefined
}) {
  return (
    <span className={classes(styles.ring, severity && styles[severity])} aria-hidden="true">
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d={symbols[name]} />
      </svg>
    </span>
  )
}

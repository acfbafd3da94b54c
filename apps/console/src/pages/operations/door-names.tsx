import type { OperationDoor } from '../../api/operations.ts'
import { strings } from '../../strings/index.ts'
import styles from './door-names.module.css'

/** The doors that an operation went through, each with its colour and its word. */
export function DoorNames({ doors }: { readonly doors: readonly OperationDoor[] }) {
  return (
    <span className={styles.doors}>
      {doors.map((door) => (
        <span key={door} className={styles[door]}>
          {strings.operations.doors[door]}
        </span>
      ))}
    </span>
  )
}

import { strings } from '../strings/index.ts'
import { classes } from './classes.ts'
import { Button } from './controls.tsx'
import styles from './news.module.css'

/** What was just done, with a way to undo it. It is spoken too. */
export function News({
  text,
  onUndo,
  isLifted = false,
}: {
  readonly text: string
  readonly onUndo?: (() => void) | undefined
  /** Above the panel in which one decides. */
  readonly isLifted?: boolean
}) {
  return (
    <div
      role="status"
      className={classes(styles.news, isLifted && styles.lifted, !text && 'visually-hidden')}
    >
      {text}
      {text && onUndo && (
        <Button kind="quiet" onClick={onUndo}>
          {strings.findings.undo}
        </Button>
      )}
    </div>
  )
}

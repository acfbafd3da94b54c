import { strings } from '../../strings/index.ts'
import { classes } from '../../ui/classes.ts'
import { Button } from '../../ui/controls.tsx'
import styles from './news.module.css'

/** What was just done, with a way to undo it. It is spoken too. */
export function News({
  text,
  onUndo,
}: {
  readonly text: string
  readonly onUndo?: (() => void) | undefined
}) {
  return (
    <div role="status" className={classes(styles.news, !text && styles.silent)}>
      {text}
      {text && onUndo && (
        <Button kind="quiet" onClick={onUndo}>
          {strings.cases.undo}
        </Button>
      )}
    </div>
  )
}

import { strings } from '../strings/index.ts'
import { textRuns } from '../text/control-characters.ts'
import { langOf } from '../text/script.ts'
import styles from './safe-text.module.css'

/**
 * A value from outside, shown and never obeyed: isolated in its own direction, in its language, markup as text, and
 * unseen characters (bidirectional overrides and kin) as their code points.
 */
export function SafeText({
  value,
  lang,
}: {
  readonly value: string
  readonly lang?: string | null | undefined
}) {
  const runs = textRuns(value)
  return (
    <bdi dir="auto" lang={langOf(value, lang)} className={styles.text}>
      {runs.map((run, index) =>
        'text' in run ? (
          run.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs of one value never move
          <Unseen key={index} codePoint={run.unseen} />
        ),
      )}
    </bdi>
  )
}

function Unseen({ codePoint }: { readonly codePoint: string }) {
  return (
    <span className={styles.unseen} title={strings.unseen(codePoint)}>
      {codePoint}
    </span>
  )
}

import { useState } from 'react'
import { Link } from 'wouter'
import type { PaymentHit } from '../../api/payments.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { classes } from '../../ui/classes.ts'
import { Badge, Button, type Tone } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './hit-list.module.css'

const words = strings.payments
/** The tone of each level. */
export const levelTones: Readonly<Record<PaymentHit['level'], Tone>> = {
  hold: 'critical',
  review: 'medium',
  note: 'low',
}

/** What the message meets: what, where, how alike, who says so. Notes are folded away. */
export function HitList({
  hits,
  current,
  onShow,
}: {
  readonly hits: readonly PaymentHit[]
  readonly current: number | undefined
  readonly onShow: (hit: number) => void
}) {
  const [hasNotes, setNotes] = useState(false)
  const asking = hits.filter(({ level }) => level !== 'note').length
  const notes = hits.length - asking
  const shown = hasNotes ? hits : hits.slice(0, asking)
  return (
    <section className={styles.section} aria-label={words.hitsTitle}>
      <h3>{words.hitsTitle}</h3>
      <ol className={styles.list}>
        {shown.map((hit, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the hits of a message keep their order
          <li key={at} className={classes(styles.hit, current === at && styles.current)}>
            <p className={styles.line}>
              <Badge tone={levelTones[hit.level]}>{words.levels[hit.level]}</Badge>
              <span className={styles.kind}>{words.kinds[hit.kind]}</span>
              <b>{words.alike(hit.score)}</b>
            </p>
            <p className={styles.pair}>
              <b>
                <SafeText value={hit.value} />
              </b>
              {' ↔ '}
              {hit.entityId ? (
                <Link href={paths.entity(hit.entityId)}>
                  <SafeText value={hit.caption} />
                </Link>
              ) : (
                <SafeText value={hit.caption} />
              )}
            </p>
            <p className={styles.detail}>
              <SafeText value={hit.detail} />
            </p>
            <p className={styles.place}>
              <small>
                {words.on(hit.sources.join(', '))}, <code>{hit.path}</code>
              </small>
              {hit.from !== undefined && (
                <Button kind="quiet" onClick={() => onShow(at)}>
                  {words.showPlace}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ol>
      {notes > 0 && !hasNotes && (
        <Button kind="quiet" onClick={() => setNotes(true)}>
          {words.notes(notes)}
        </Button>
      )}
    </section>
  )
}

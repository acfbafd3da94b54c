import { Link } from 'wouter'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { utcTime } from '../../text/utc.ts'
import { classes } from '../../ui/classes.ts'
import { buttonLink, IconButton } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './card.module.css'
import type { SeaItem } from './items.ts'
import { shipClasses } from './map/palette.ts'
import { EventSymbol } from './symbol.tsx'
import type { TrackData } from './track-data.ts'

/** A ship in a few words, with the way to its page. */
export function ShipCard({
  data,
  ship,
  items,
  drill,
  onClose,
  onChoose,
}: {
  data: TrackData
  /** Its number in the data. */
  ship: number
  /** Findings and events of it. */
  items: readonly SeaItem[]
  drill: string | undefined
  onClose: () => void
  onChoose: (id: string) => void
}) {
  const mmsi = data.mmsi[ship]!
  const [first, end] = [data.starts[ship]!, data.starts[ship + 1]!]
  const time = (point: number) => utcTime((data.base + data.times[point]!) * 1000)
  const name = data.names[ship] || strings.sea.map.noName
  return (
    <article className={styles.card} aria-label={name.slice(0, 80)}>
      <header className={styles.head}>
        <EventSymbol name="listed-ship" />
        <div>
          <p className={styles.kind}>{strings.sea.classes[shipClasses[data.classes[ship]!] ?? 'other']}</p>
          <h2>
            <SafeText value={name} />
          </h2>
        </div>
        <IconButton icon="close" label={strings.close} onClick={onClose} />
      </header>
      <div className={styles.body}>
        <dl className={styles.facts}>
          <div>
            <dt>{strings.sea.map.mmsi}</dt>
            <dd>{mmsi}</dd>
          </div>
          <div>
            <dt>{strings.sea.vessel.track}</dt>
            <dd>{strings.sea.vessel.trackText(end - first, time(first), time(end - 1))}</dd>
          </div>
        </dl>
        <Link href={paths.vessel(mmsi, drill)} className={classes(buttonLink, styles.open)}>
          {strings.sea.vessel.identities}
          <Icon name="arrowOut" />
        </Link>
        {items.length > 0 && (
          <ul className={styles.own}>
            {items.slice(0, 50).map((one) => (
              <li key={one.id}>
                <button type="button" onClick={() => onChoose(one.id)}>
                  <EventSymbol name={one.symbol} severity={one.severity} />
                  <span>
                    <b>{one.what}</b> <SafeText value={one.detail.slice(0, 200)} />
                    <small>{utcTime(one.start)}</small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  )
}

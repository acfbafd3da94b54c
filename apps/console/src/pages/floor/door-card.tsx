import { Link } from 'wouter'
import type { Door } from '../../api/floor.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { Command } from '../../ui/controls.tsx'
import { Icon, type IconName } from '../../ui/icons.tsx'
import { ArrivalPlot, sumOf } from './arrival-plot.tsx'
import styles from './floor.module.css'

const words = strings.floor

/** What stands behind a door: its icon, and the page of what came in. */
const doors: Readonly<
  Record<string, { readonly icon: IconName; readonly path: string; readonly begin?: string }>
> = {
  screening: { icon: 'person', path: paths.findings },
  payments: { icon: 'payments', path: paths.payments, begin: paths.profile },
  maritime: { icon: 'sea', path: paths.sea, begin: paths.sea },
  cyber: { icon: 'network', path: paths.network },
}

/** One door: what waits, what came in over time, or what to do where nothing ever came. */
export function DoorCard({
  door,
  from,
  bucket,
  period,
}: {
  readonly door: Door
  readonly from: number
  readonly bucket: number
  readonly period: string
}) {
  const { watch, total, undecided } = door
  const name = words.door[watch] ?? watch
  const { icon, path, begin } = doors[watch] ?? { icon: 'thing' as const, path: paths.findings }
  return (
    <section className={styles.door} aria-label={name}>
      <h3>
        <Icon name={icon} />
        <Link href={path} className={styles.name}>
          {name}
        </Link>
      </h3>
      {total > 0 ? (
        <>
          <p className={styles.figure}>
            <b>{strings.number(undecided)}</b> {words.toDecide}
          </p>
          <ArrivalPlot arrived={door.arrived} from={from} bucket={bucket} label={name} period={period} />
          <p className={styles.caption}>
            {words.came(sumOf(door.arrived), period)} · {words.ofAll(total)}
          </p>
        </>
      ) : (
        <div className={styles.begin}>
          <p>{words.noneCame}.</p>
          <p>{words.empty[watch]}</p>
          {words.commands[watch] && <Command>{words.commands[watch]}</Command>}
          {begin && <Link href={begin}>{words.actions[watch]}</Link>}
        </div>
      )}
    </section>
  )
}

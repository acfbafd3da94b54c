import { useStatus } from '../../api/queries.ts'
import { strings } from '../../strings/index.ts'
import { Button } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import styles from './tour.module.css'
import { useTour } from './use-tour.ts'

const words = strings.tour

/** On the first start: an offer to be shown around. */
export function TourOffer() {
  const { data: status } = useStatus()
  const tour = useTour()
  if (!status?.starterOnly || tour.seen || tour.isRunning) return null
  return (
    <section className={styles.offer} aria-label={words.offerTitle}>
      <Icon name="tour" size={20} />
      <div>
        <h2>{words.offerTitle}</h2>
        <p>{words.offerText}</p>
      </div>
      <div className={styles.buttons}>
        <Button kind="primary" onClick={tour.start}>
          {words.start}
        </Button>
        <Button kind="quiet" onClick={tour.decline}>
          {words.offerLater}
        </Button>
      </div>
    </section>
  )
}

import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { type PictureAnswer, thingText, usePicture } from '../api/graph.ts'
import { strings } from '../strings/index.ts'
import { dateTime } from '../text/dates.ts'
import { classes } from '../ui/classes.ts'
import { Button, Fault, Skeleton } from '../ui/controls.tsx'
import { SafeText } from '../ui/safe-text.tsx'
import { Drawing } from './drawing.tsx'
import { layOut } from './layout.ts'
import styles from './links-panel.module.css'
import { pageOf } from './thing-page.ts'
import { ToldStep } from './told-step.tsx'

const words = strings.graph
const kindsShown = ['entity', 'vessel', 'finding', 'stix', 'wallet', 'host'] as const

/**
 * Things with what joins them: drawn, and told beside it as sentences with their sources.
 * @param of things as `kind:id`, or whatever else the API takes for one
 */
export function LinksPanel({
  of,
  limit = 40,
  narrow = false,
  onBegin,
}: {
  readonly of: readonly string[]
  readonly limit?: number
  /** The sentences stand below the drawing. */
  readonly narrow?: boolean
  /** A thing is to be the one that all begins from. */
  onBegin?(thing: string): void
}) {
  const [added, setAdded] = useState<readonly string[]>([])
  const { data, error, refetch } = usePicture([...of, ...added], limit + 20 * added.length)
  if (error) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton lines={8} />
  return (
    <Panel
      picture={data}
      narrow={narrow}
      onAdd={(thing) => setAdded((now) => (now.includes(thing) ? now : [...now, thing]))}
      {...(onBegin && { onBegin })}
    />
  )
}

function Panel({
  picture,
  narrow,
  onAdd,
  onBegin,
}: {
  readonly picture: PictureAnswer
  readonly narrow: boolean
  onAdd(thing: string): void
  onBegin?(thing: string): void
}) {
  const Heading = narrow ? 'h3' : 'h2'
  const layout = useMemo(() => layOut(picture.nodes, picture.links), [picture])
  const [chosen, setChosen] = useState<string>()
  const node = layout.nodes.find(({ key }) => key === chosen)
  const told = node
    ? picture.links.filter(({ from, to }) => thingText(from) === chosen || thingText(to) === chosen)
    : picture.links
  const designated = new Set(layout.nodes.filter((one) => one.designated).map(({ key }) => key))
  const page = node && pageOf(node.ref)
  return (
    <div className={classes(styles.panel, narrow && styles.narrow)}>
      <div className={styles.picture}>
        <Drawing
          layout={layout}
          chosen={node?.key}
          onChoose={setChosen}
          onOpen={({ key }) => onAdd(key)}
          label={words.drawingOf(layout.nodes.length)}
        />
        <p className={styles.note}>
          {picture.left > 0 && words.leftOut(picture.left)}{' '}
          {picture.missing.length > 0 && words.missing(picture.missing.slice(0, 3).join(', '))}{' '}
          {words.asOf(dateTime(picture.builtAt))}
        </p>
        <ul className={styles.legend} aria-label={words.legend}>
          {kindsShown.map((kind) => (
            <li key={kind} data-kind={kind}>
              {words.kinds[kind]}
            </li>
          ))}
          <li data-kind="designated">{words.designated}</li>
        </ul>
      </div>
      <section className={styles.told} aria-live="polite">
        <Heading>
          {node ? <SafeText value={words.linksOf(node.ref.label, node.degree)} /> : words.all}
        </Heading>
        {node && (
          <div className={styles.actions}>
            <Button onClick={() => onAdd(node.key)}>{words.expand}</Button>
            {onBegin && <Button onClick={() => onBegin(node.key)}>{words.centre}</Button>}
            {page && <Link href={page}>{words.openPage}</Link>}
            <Button kind="quiet" onClick={() => setChosen(undefined)}>
              {words.clear}
            </Button>
          </div>
        )}
        <ul>
          {told.map((step) => (
            <li
              key={`${thingText(step.from)} ${thingText(step.to)} ${step.relation} ${step.source} ${step.record}`}
            >
              <ToldStep step={step} designated={designated.has(thingText(step.to))} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

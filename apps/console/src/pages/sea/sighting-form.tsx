import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useSendSighting } from '../../api/sea-queries.ts'
import type { SightingAnswer } from '../../api/sea-types.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { utcTime } from '../../text/utc.ts'
import { Button, IconButton } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { percent } from './items.ts'
import { parsePosition, parseUtc, positionText } from './position.ts'
import { checkSighting, noText, type SightingField, type SightingText } from './sighting-fields.ts'
import styles from './sighting-form.module.css'

const words = strings.sea.sighting
const order: readonly SightingField[] = [
  'time',
  'position',
  'accuracy',
  'length',
  'heading',
  'name',
  'imo',
  'photo',
  'source',
]

/** What a person saw, typed in; and what it fits. */
export function SightingForm({
  drill,
  time,
  picked,
  span,
  onPlace,
  onClose,
  onSent,
}: {
  drill: string | undefined
  /** The time shown, as a start. */
  time: number
  /** A place that was clicked on the map. */
  picked: string | undefined
  span: { readonly from: number; readonly until: number } | undefined
  /** The place as it is typed, for the map. */
  onPlace: (pin: { lat: number; lon: number; accuracyM: number } | undefined) => void
  onClose: () => void
  onSent: (answer: SightingAnswer) => void
}) {
  const [text, setText] = useState<SightingText>({ ...noText, time: utcIso(time) })
  const [faults, setFaults] = useState<Partial<Record<SightingField, string>>>({})
  const heading = useRef<HTMLHeadingElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const send = useSendSighting(drill)
  const place = parsePosition(text.position)
  const [lat, lon] = place.ok ? [place.lat, place.lon] : []
  const accuracyM = Number(text.accuracy) || 900
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    if (picked) setText((before) => ({ ...before, position: picked }))
  }, [picked])
  useEffect(() => {
    onPlace(lat === undefined || lon === undefined ? undefined : { lat, lon, accuracyM })
  }, [lat, lon, accuracyM, onPlace])
  useEffect(() => () => onPlace(undefined), [onPlace])
  const submit = async () => {
    const checked = checkSighting(text)
    setFaults(checked.ok ? {} : checked.faults)
    if (!checked.ok) {
      const first = order.find((field) => checked.faults[field] !== undefined)
      form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus()
      return
    }
    await send.mutateAsync(checked.sighting).then(onSent, () => undefined)
  }
  if (send.data)
    return (
      <Answer
        answer={send.data}
        drill={drill}
        onClose={onClose}
        onAnother={() => {
          send.reset()
          setText({ ...noText, time: text.time, source: text.source })
        }}
      />
    )
  const typedTime = parseUtc(text.time)
  const isOutside =
    typedTime !== undefined &&
    span &&
    (typedTime < span.from - 6 * 3_600_000 || typedTime > span.until + 6 * 3_600_000)
  const field = (name: SightingField, label: string, hint?: ReactNode, extra?: object) => (
    <Field
      name={name}
      label={label}
      hint={hint}
      fault={faults[name]}
      value={text[name]}
      onChange={(value) => {
        setText({ ...text, [name]: value })
        // What was said of the former text says nothing of the new one.
        const { [name]: _, ...others } = faults
        setFaults(others)
      }}
      {...extra}
    />
  )
  return (
    <div className={styles.form}>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {words.title}
        </h2>
        <IconButton icon="close" label={strings.close} onClick={onClose} />
      </header>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className={styles.lead}>{words.lead}</p>
        {field('time', words.time, isOutside ? words.timeOutside : words.timeHint, { required: true })}
        {field(
          'position',
          words.position,
          place.ok ? words.reads(positionText(place.lat, place.lon)) : words.positionHint,
          {
            required: true,
          },
        )}
        <div className={styles.three}>
          {field('accuracy', words.accuracy, undefined, { inputMode: 'decimal' })}
          {field('length', words.length, undefined, { inputMode: 'decimal' })}
          {field('heading', words.heading, undefined, { inputMode: 'decimal' })}
        </div>
        <p className={styles.hint}>{words.accuracyHint}</p>
        {field('name', words.name, undefined, { maxLength: 100 })}
        <div className={styles.two}>
          {field('imo', words.imo, undefined, { inputMode: 'numeric' })}
          {field('source', words.source, undefined, { maxLength: 100 })}
        </div>
        {field('photo', words.photo, undefined, { maxLength: 500 })}
        <div role="alert" className={styles.fault}>
          {Object.keys(faults).length > 0 && words.faults(Object.keys(faults).length)}
          {send.error?.message}
        </div>
        <Button kind="primary" type="submit" disabled={send.isPending}>
          {send.isPending ? words.sending : words.send}
        </Button>
      </form>
    </div>
  )
}

function utcIso(time: number): string {
  return Number.isFinite(time) && time > 0 ? new Date(time).toISOString().slice(0, 16).replace('T', ' ') : ''
}

function Field({
  name,
  label,
  hint,
  fault,
  value,
  onChange,
  ...rest
}: {
  name: string
  label: string
  hint?: ReactNode
  fault: string | undefined
  value: string
  onChange: (value: string) => void
}) {
  const id = useId()
  const note = fault ?? hint
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        value={value}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={fault !== undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
      {note && (
        <p id={`${id}-note`} className={fault ? styles.fault : styles.hint}>
          {note}
        </p>
      )}
    </div>
  )
}

function Answer({
  answer,
  drill,
  onClose,
  onAnother,
}: {
  answer: SightingAnswer
  drill: string | undefined
  onClose: () => void
  onAnother: () => void
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const [best] = answer.matches
  const nameOf = (mmsi: number) => answer.names[mmsi] ?? String(mmsi)
  const isDark = answer.dark >= 0.5
  const isSure = best !== undefined && best.probability >= 0.5
  const beside = answer.beside.filter(({ mmsi }) => !(isSure && mmsi === best.mmsi))
  return (
    <div className={styles.form}>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {isDark ? words.dark : isSure ? <SafeText value={words.fits(nameOf(best.mmsi))} /> : words.unsure}
        </h2>
        <IconButton icon="close" label={strings.close} onClick={onClose} />
      </header>
      <div className={styles.answer} role="status">
        <p>
          {isDark || !isSure
            ? words.darkSays(percent(answer.dark))
            : words.fitsSays(percent(best.probability))}
        </p>
        <p className={styles.hint}>
          {utcTime(answer.start)} UTC, {positionText(answer.lat, answer.lon)}
        </p>
        {answer.matches.length > 0 ? (
          <table>
            <caption>{words.candidates}</caption>
            <thead>
              <tr>
                <th scope="col">{strings.sea.vessel.name}</th>
                <th scope="col">{words.probability}</th>
                <th scope="col">{words.distance}</th>
              </tr>
            </thead>
            <tbody>
              {answer.matches.slice(0, 6).map(({ mmsi, probability, km }) => (
                <tr key={mmsi}>
                  <th scope="row">
                    <Link href={paths.vessel(mmsi, drill)}>
                      <SafeText value={nameOf(mmsi)} />
                    </Link>
                  </th>
                  <td>{percent(probability)}</td>
                  <td>{words.km(km)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <p>{words.none}</p>
        )}
        {beside.length > 0 && (
          <p>
            {words.beside}:{' '}
            {beside.map(({ mmsi, km }, i) => (
              <span key={mmsi}>
                {i > 0 && ', '}
                <Link href={paths.vessel(mmsi, drill)}>
                  <SafeText value={nameOf(mmsi)} />
                </Link>{' '}
                ({words.km(km)})
              </span>
            ))}
          </p>
        )}
        {answer.listed.map(({ ref, source }) => (
          <p key={ref.id} className={styles.listed}>
            {words.listed(ref.label, source)} <Link href={paths.entity(ref.id)}>{ref.id}</Link>
          </p>
        ))}
        {answer.listed.length === 0 &&
          (typeof answer.name === 'string' || typeof answer.imo === 'string') && (
            <p className={styles.hint}>{words.nobody}</p>
          )}
        {answer.findings?.map(({ id, rule, score, statement }) => (
          <p key={id} className={styles.listed}>
            <strong>{words.finding(strings.sea.rules[rule] ?? rule, score)}</strong>{' '}
            <SafeText value={statement} />{' '}
            {drill === undefined && <Link href={paths.finding(id)}>{words.openFinding}</Link>}
          </p>
        ))}
        {answer.findings?.length === 0 && <p className={styles.hint}>{words.noFinding}</p>}
        <p className={styles.hint}>{drill ? strings.sea.drill.banner : words.kept}</p>
        <div className={styles.actions}>
          <Button kind="primary" onClick={onAnother}>
            {words.another}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {strings.close}
          </Button>
        </div>
      </div>
    </div>
  )
}

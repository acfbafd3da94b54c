import { type FormEvent, useId, useState } from 'react'
import { Link } from 'wouter'
import { ApiError } from '../../api/client.ts'
import { useJoined, useSayJoined } from '../../api/list-queries.ts'
import { useBar } from '../../api/people-queries.ts'
import { useLists } from '../../api/queries.ts'
import type { Entity, Joined, JoinReason } from '../../api/types.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { partialDate } from '../../text/dates.ts'
import { countryName, propertyName } from '../../text/labels.ts'
import { Badge, Button, Command, Fault, Skeleton } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './joined.module.css'

const words = strings.joined

/** What a person is about to say of another entry. */
interface Saying {
  readonly other: string
  readonly say: 'one' | 'two' | 'undo'
}

/** One entity, many lists: which entries are this one, what each says, why they are one, and a person's last word. */
export function JoinedEntries({ entity }: { readonly entity: Entity }) {
  const { data, error } = useJoined(entity.id)
  const [saying, setSaying] = useState<Saying>()
  const bar = useBar('write:knowledge')
  // A server without a store joins nothing; the entity stands for itself.
  if (error)
    return error instanceof ApiError && error.status === 501 ? (
      <p>{words.lead(1)}</p>
    ) : (
      <Fault error={error} />
    )
  if (!data) return <Skeleton lines={2} />
  return (
    <>
      <p>{words.lead(data.members.length)}</p>
      {bar && <p>{bar}</p>}
      <ul className={styles.members}>
        {data.members.map((member) => (
          <li key={member.id}>
            <Member
              member={member}
              isThis={member.id === entity.id}
              bar={bar}
              onTwo={() => setSaying({ other: member.id, say: 'two' })}
            />
            {saying?.other === member.id && saying.say === 'two' && (
              <Reason id={entity.id} saying={saying} onDone={() => setSaying(undefined)} />
            )}
          </li>
        ))}
      </ul>
      {data.apart.length > 0 && (
        <>
          <h3 className={styles.apart}>{words.apart}</h3>
          <ul className={styles.members}>
            {data.apart.map(({ id, label, reasons }) => (
              <li key={id}>
                <div className={styles.line}>
                  <Link href={paths.entity(id)}>
                    <SafeText value={label} />
                  </Link>
                  <code translate="no">{id}</code>
                  <Button
                    kind="quiet"
                    aria-label={words.undoOf(label)}
                    disabled={bar !== undefined}
                    title={bar}
                    onClick={() => setSaying({ other: id, say: 'undo' })}
                  >
                    {words.undo}
                  </Button>
                </div>
                <Reasons reasons={reasons} />
                {saying?.other === id && saying.say === 'undo' && (
                  <Reason id={entity.id} saying={saying} onDone={() => setSaying(undefined)} />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {saying?.say === 'one' ? (
        <Reason id={entity.id} saying={saying} onDone={() => setSaying(undefined)} />
      ) : (
        <div className={styles.foot}>
          <Button
            disabled={bar !== undefined}
            title={bar}
            onClick={() => setSaying({ other: '', say: 'one' })}
          >
            {words.one}
          </Button>
          {data.members.length === 1 && data.apart.length === 0 && (
            <div className={styles.hint}>
              <span>{words.notJoined}</span>
              <Command>{words.command}</Command>
            </div>
          )}
        </div>
      )}
    </>
  )
}

function Member({
  member,
  isThis,
  bar,
  onTwo,
}: {
  readonly member: Joined['members'][number]
  readonly isThis: boolean
  readonly bar: string | undefined
  readonly onTwo: () => void
}) {
  const { data: lists } = useLists()
  const titles = member.datasets.map(
    (source) => lists?.find((list) => list.source === source)?.title ?? source,
  )
  return (
    <article>
      <div className={styles.line}>
        <b>{titles.join(', ')}</b>
        {isThis ? (
          <Badge tone="accent">{words.this}</Badge>
        ) : (
          <Link href={paths.entity(member.id)}>
            <SafeText value={member.label} />
          </Link>
        )}
        <code translate="no">{member.id}</code>
        {!isThis && (
          <Button
            kind="quiet"
            aria-label={words.twoOf(member.label)}
            disabled={bar !== undefined}
            title={bar}
            onClick={onTwo}
          >
            {words.two}
          </Button>
        )}
      </div>
      <dl className={styles.says}>
        {Object.entries(member.properties).map(([property, values]) => (
          <div key={property}>
            <dt>{propertyName(property)}</dt>
            <dd>
              <SafeText value={shown(property, values)} />
            </dd>
          </div>
        ))}
      </dl>
      {!isThis && <Reasons reasons={member.joined} />}
    </article>
  )
}

const countries = new Set(['nationality', 'country', 'flag'])

function shown(property: string, values: readonly string[]): string {
  const texts = values.map((value) =>
    countries.has(property) ? countryName(value) : property === 'birthDate' ? partialDate(value) : value,
  )
  const more = texts.length - 8
  return more > 0 ? `${texts.slice(0, 8).join('; ')} … +${more}` : texts.join('; ')
}

function Reasons({ reasons }: { readonly reasons: readonly JoinReason[] }) {
  return (
    <ul className={styles.reasons} aria-label={words.why}>
      {reasons.map((one) => (
        <li key={one.with + one.by + one.kind}>
          <Badge tone={one.kind === 'person' ? 'medium' : 'plain'}>{words.kinds[one.kind]}</Badge>
          <span>
            <SafeText value={one.reason} />{' '}
            <small>
              {words.with(one.with)}, {words.by(one.by, partialDate(one.since.slice(0, 10)))}
            </small>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A form that appears by a press takes the focus. */
const focus = (input: HTMLInputElement | null) => input?.focus()

function Reason({
  id,
  saying,
  onDone,
}: {
  readonly id: string
  readonly saying: Saying
  readonly onDone: () => void
}) {
  const say = useSayJoined(id)
  const [reason, setReason] = useState('')
  const [other, setOther] = useState(saying.other)
  const hint = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() && other.trim())
      say.mutate({ other: other.trim(), say: saying.say, reason }, { onSuccess: onDone })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      {saying.say === 'one' && (
        <label>
          {words.oneLabel}
          <input
            ref={focus}
            value={other}
            placeholder={words.oneHint}
            onChange={(event) => setOther(event.target.value)}
          />
        </label>
      )}
      <label>
        {words.reason}
        <input
          ref={saying.say === 'one' ? undefined : focus}
          value={reason}
          aria-describedby={hint}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && onDone()}
        />
      </label>
      <small id={hint}>{words.reasonHint}</small>
      {say.error && <p role="alert">{say.error.message}</p>}
      <div className={styles.line}>
        <Button kind="primary" type="submit" disabled={say.isPending || !reason.trim() || !other.trim()}>
          {saying.say === 'two' ? words.two : saying.say === 'one' ? words.one : words.undo}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </form>
  )
}

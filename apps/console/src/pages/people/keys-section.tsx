import { type FormEvent, useId, useState } from 'react'
import { type ApiKey, useApiKeys, useMakeKey, useRevokeKey, useSession } from '../../api/people-queries.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { Badge, Button, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { Confirm, OnceShown } from './confirm.tsx'
import fieldStyles from './fields.module.css'
import { Field, Message, messageOf } from './fields.tsx'
import styles from './people-page.module.css'

const words = strings.people.keys

/** API keys: a person's own, or everyone's. */
export function KeysSection({ all }: { readonly all: boolean }) {
  const { data, error, refetch } = useApiKeys(all)
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<string>()
  const [revoking, setRevoking] = useState<ApiKey>()
  const [showEnded, setShowEnded] = useState(false)
  const revoke = useRevokeKey()
  const ended = data?.keys.filter((key) => endOf(key) !== undefined) ?? []
  const shown = data?.keys.filter((key) => showEnded || endOf(key) === undefined) ?? []
  return (
    <section className={styles.section} aria-labelledby="keys">
      <div className={styles.head}>
        <h2 id="keys">{all ? words.title : words.own}</h2>
        <Button onClick={() => setMaking(true)} disabled={!data}>
          <Icon name="plus" />
          {words.make}
        </Button>
      </div>
      <p className={styles.lead}>{words.lead}</p>
      {error && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={3} />}
      {data && shown.length === 0 && (
        <Empty icon="lists" title={words.none}>
          <p>{words.noneText}</p>
        </Empty>
      )}
      {shown.length > 0 && <Keys keys={shown} withOwner={all} onRevoke={setRevoking} />}
      {ended.length > 0 && !showEnded && (
        <Button kind="quiet" onClick={() => setShowEnded(true)}>
          {words.showRevoked(ended.length)}
        </Button>
      )}
      {isMaking && data && (
        <MakeKey
          scopes={data.scopes}
          onClose={() => setMaking(false)}
          onMade={(secret) => {
            setMaking(false)
            setMade(secret)
          }}
        />
      )}
      {made && (
        <OnceShown
          title={words.doneTitle}
          text={words.doneText}
          secret={made}
          verb={words.done}
          onClose={() => setMade(undefined)}
        />
      )}
      {revoking && (
        <Confirm
          title={strings.people.confirm.revokeTitle(revoking.title)}
          text={strings.people.confirm.revokeText}
          verb={strings.people.confirm.revoke}
          error={revoke.error}
          isBusy={revoke.isPending}
          onYes={() => revoke.mutate(revoking.id, { onSuccess: () => setRevoking(undefined) })}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </section>
  )
}

/** Why a key is no longer in force. */
function endOf({ revoked, expires }: ApiKey): string | undefined {
  if (revoked) return words.revoked
  return expires && Date.parse(expires) <= Date.now() ? words.late : undefined
}

function Keys({
  keys,
  withOwner,
  onRevoke,
}: {
  keys: readonly ApiKey[]
  withOwner: boolean
  onRevoke: (key: ApiKey) => void
}) {
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            {withOwner && (
              <th scope="col" className={styles.wide}>
                {words.owner}
              </th>
            )}
            <th scope="col">{words.scopes}</th>
            <th scope="col" className={styles.wide}>
              {words.used}
            </th>
            <th scope="col" className={styles.wide}>
              {words.ends}
            </th>
            <th scope="col">
              <span className="visually-hidden">{words.revoke}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id} className={endOf(key) === undefined ? undefined : styles.off}>
              <td>
                <SafeText value={key.title} />
                <small translate="no">{key.id}</small>
              </td>
              {withOwner && (
                <td className={styles.wide} translate="no">
                  {key.owner ?? ''}
                </td>
              )}
              <td>
                <span className={styles.scopes}>
                  {key.scopes.map((scope) => (
                    <Badge key={scope}>{scope}</Badge>
                  ))}
                </span>
              </td>
              <td className={styles.wide}>{key.used ? dateTime(key.used) : words.never}</td>
              <td className={styles.wide}>{key.expires ? dateTime(key.expires) : words.noEnd}</td>
              <td>
                <div className={styles.actions}>
                  {endOf(key) === undefined ? (
                    <Button kind="quiet" aria-label={words.revokeOf(key.title)} onClick={() => onRevoke(key)}>
                      {words.revoke}
                    </Button>
                  ) : (
                    <Badge>{endOf(key)}</Badge>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function MakeKey({
  scopes,
  onClose,
  onMade,
}: {
  scopes: Readonly<Record<string, string>>
  onClose: () => void
  onMade: (secret: string) => void
}) {
  const { data: session } = useSession()
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>(['read', 'screen'])
  const [days, setDays] = useState('365')
  const [isMissing, setMissing] = useState(false)
  const make = useMakeKey()
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isShort = title.trim() === '' || chosen.length === 0
    setMissing(isShort)
    if (isShort) return
    const body = { title, scopes: chosen, ...(days !== '' && { days: Number(days) }) }
    make.mutate(body, { onSuccess: ({ secret }) => onMade(secret) })
  }
  return (
    <Dialog title={words.make} onClose={onClose}>
      <form className={styles.dialog} onSubmit={submit}>
        <Message>{isMissing ? words.needed : messageOf(make.error)}</Message>
        <Field
          label={words.label}
          hint={words.labelHint}
          value={title}
          autoFocus
          autoComplete="off"
          maxLength={200}
          dir="auto"
          onChange={(event) => setTitle(event.target.value)}
        />
        <fieldset className={styles.choices}>
          <legend>{words.scopes}</legend>
          {Object.entries(scopes).map(([scope, said]) => {
            const text = words.scopeTexts[scope] ?? said
            const may = session?.permissions.includes(scope) ?? false
            return (
              <label key={scope}>
                <input
                  type="checkbox"
                  checked={chosen.includes(scope)}
                  disabled={!may}
                  onChange={(event) =>
                    setChosen(
                      event.target.checked ? [...chosen, scope] : chosen.filter((one) => one !== scope),
                    )
                  }
                />
                <span>
                  <code translate="no">{scope}</code>{' '}
                  <small>{may ? text : `${text} (${words.beyond})`}</small>
                </span>
              </label>
            )
          })}
        </fieldset>
        <div className={fieldStyles.field}>
          <label htmlFor={id}>{words.days}</label>
          <select id={id} value={days} onChange={(event) => setDays(event.target.value)}>
            {words.dayChoices.map((choice) => (
              <option key={choice} value={choice}>
                {words.daysOf(choice)}
              </option>
            ))}
            <option value="">{words.forEver}</option>
          </select>
        </div>
        <div className={styles.line}>
          <Button kind="primary" type="submit" disabled={make.isPending}>
            {words.make}
          </Button>
          <Button onClick={onClose}>{strings.people.confirm.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

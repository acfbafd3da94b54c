import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { useChangePassword, useSession, useSignOut, useWhereabouts } from '../../api/people-queries.ts'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { Button, Command, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { Confirm } from './confirm.tsx'
import { Message, messageOf, PasswordField } from './fields.tsx'
import { KeysSection } from './keys-section.tsx'
import styles from './people-page.module.css'
import { leastPassword, NewPassword } from './set-up-page.tsx'

const words = strings.people.account

/** What everyone may do with their own account: password, sessions, keys. */
export function AccountPage() {
  const { data: session } = useSession()
  if (!session)
    return (
      <Page title={words.title}>
        <Skeleton />
      </Page>
    )
  const { person } = session
  if (!person)
    return (
      <Page title={words.title}>
        <Empty icon="person" title={words.nobody}>
          <p>{words.nobodyText}</p>
          <Command>{strings.people.list.command}</Command>
        </Empty>
      </Page>
    )
  return (
    <Page title={words.title} lead={words.lead(person.name, strings.people.roles[person.role].toLowerCase())}>
      {person.hasPassword ? (
        <Password account={person.name} />
      ) : (
        <p className={styles.lead}>{words.provided}</p>
      )}
      <Sessions />
      <KeysSection all={false} />
    </Page>
  )
}

function Password({ account }: { readonly account: string }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useChangePassword()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(
      { current, password: next },
      {
        onSuccess: () => {
          setCurrent('')
          setNext('')
        },
      },
    )
  }
  return (
    <section className={styles.section} aria-labelledby="password">
      <div className={styles.head}>
        <h2 id="password">{words.password}</h2>
      </div>
      <form className={styles.form} onSubmit={submit}>
        <div role="status">{change.isSuccess && <p className={styles.good}>{words.changed}</p>}</div>
        <Message>{messageOf(change.error)}</Message>
        <input hidden readOnly autoComplete="username" value={account} />
        <PasswordField
          label={words.current}
          value={current}
          required
          autoComplete="current-password"
          onChange={(event) => setCurrent(event.target.value)}
        />
        <NewPassword label={words.next} value={next} onChange={setNext} />
        <div>
          <Button
            type="submit"
            disabled={change.isPending || current === '' || [...next].length < leastPassword}
          >
            {words.change}
          </Button>
        </div>
      </form>
    </section>
  )
}

function Sessions() {
  const { data, error, refetch } = useWhereabouts()
  const [isAsking, setAsking] = useState(false)
  const signOut = useSignOut()
  const [, go] = useLocation()
  return (
    <section className={styles.section} aria-labelledby="sessions">
      <div className={styles.head}>
        <h2 id="sessions">{words.sessions}</h2>
        <Button onClick={() => setAsking(true)}>{words.everywhere}</Button>
      </div>
      <p className={styles.lead}>{words.sessionsHint}</p>
      {error && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={2} />}
      {data && (
        <div className={styles.scroller}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.browser}</th>
                <th scope="col">{words.address}</th>
                <th scope="col" className={styles.wide}>
                  {words.since}
                </th>
                <th scope="col">{words.seen}</th>
              </tr>
            </thead>
            <tbody>
              {data.map(({ id, agent, address, created, seen }) => (
                <tr key={id}>
                  <td>
                    <SafeText value={browserOf(agent)} />
                  </td>
                  <td translate="no">{address}</td>
                  <td className={styles.wide}>{dateTime(created)}</td>
                  <td>{dateTime(seen)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isAsking && (
        <Confirm
          title={words.everywhere}
          text={words.everywhereAsk}
          verb={words.everywhere}
          error={signOut.error}
          isBusy={signOut.isPending}
          onYes={() => signOut.mutate(true, { onSuccess: () => go(paths.signIn()) })}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}

/** The name of a browser in its user agent, and its system. */
function browserOf(agent: string): string {
  const name = /(Firefox|Edg|OPR|Chrome|Safari)\/[\d.]+/.exec(agent)?.[1]
  const system = /(Windows|Macintosh|Android|iPhone|iPad|Linux)/.exec(agent)?.[1]
  return (
    [name === 'Edg' ? 'Edge' : name === 'OPR' ? 'Opera' : name, system].filter(Boolean).join(', ') ||
    agent ||
    '?'
  )
}

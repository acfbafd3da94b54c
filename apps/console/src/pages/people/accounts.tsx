import { type FormEvent, useId, useState } from 'react'
import {
  type Account,
  type Role,
  roles,
  useAddPerson,
  useChangePerson,
  useNewLink,
  useSession,
} from '../../api/people-queries.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { Badge, Button } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { Confirm, OnceShown } from './confirm.tsx'
import fieldStyles from './fields.module.css'
import { Field, Message, messageOf } from './fields.tsx'
import styles from './people-page.module.css'

const words = strings.people
type Asking = { readonly what: 'disable' | 'link'; readonly name: string }

/** The accounts, each with its role, and what an administrator may do with it. */
export function Accounts({ people }: { readonly people: readonly Account[] }) {
  const [isAdding, setAdding] = useState(false)
  const [asking, setAsking] = useState<Asking>()
  const [given, setGiven] = useState<{ name: string; link: string }>()
  const change = useChangePerson()
  const link = useNewLink()
  const close = () => {
    setAsking(undefined)
    change.reset()
    link.reset()
  }
  const say = words.confirm
  return (
    <section className={styles.section} aria-labelledby="accounts">
      <div className={styles.head}>
        <h2 id="accounts">{words.list.title}</h2>
        <Button kind="primary" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {words.list.add}
        </Button>
      </div>
      {!asking && <Message>{messageOf(change.error)}</Message>}
      <div className={styles.scroller}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.list.name}</th>
              <th scope="col">{words.list.role}</th>
              <th scope="col" className={styles.wide}>
                {words.list.state}
              </th>
              <th scope="col" className={styles.wide}>
                {words.list.signedIn}
              </th>
              <th scope="col">
                <span className="visually-hidden">{words.list.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((account) => (
              <Row
                key={account.name}
                account={account}
                isBusy={change.isPending}
                onRole={(role) => change.mutate({ name: account.name, role })}
                onEnable={() => change.mutate({ name: account.name, disabled: false })}
                onAsk={(what) => setAsking({ what, name: account.name })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {isAdding && (
        <AddPerson
          onClose={() => setAdding(false)}
          onAdded={(added) => {
            setAdding(false)
            setGiven(added)
          }}
        />
      )}
      {asking?.what === 'disable' && (
        <Confirm
          title={say.disableTitle(asking.name)}
          text={say.disableText}
          verb={words.list.disable}
          error={change.error}
          isBusy={change.isPending}
          onYes={() => change.mutate({ name: asking.name, disabled: true }, { onSuccess: close })}
          onClose={close}
        />
      )}
      {asking?.what === 'link' && (
        <Confirm
          title={say.linkTitle(asking.name)}
          text={say.linkText}
          verb={say.make}
          error={link.error}
          isBusy={link.isPending}
          onYes={() =>
            link.mutate(asking.name, {
              onSuccess: (answer) => {
                close()
                setGiven({ name: asking.name, link: answer.link })
              },
            })
          }
          onClose={close}
        />
      )}
      {given && (
        <OnceShown
          title={words.add.doneTitle(given.name)}
          text={words.add.doneText}
          secret={new URL(given.link, location.origin).href}
          verb={words.add.done}
          onClose={() => setGiven(undefined)}
        />
      )}
    </section>
  )
}

function Row({
  account,
  isBusy,
  onRole,
  onEnable,
  onAsk,
}: {
  account: Account
  isBusy: boolean
  onRole: (role: Role) => void
  onEnable: () => void
  onAsk: (what: Asking['what']) => void
}) {
  const { data } = useSession()
  const { name, display, role, disabled, roleIsProvided, signedIn, issuer } = account
  const isSelf = data?.person?.name === name
  return (
    <tr className={disabled ? styles.off : undefined}>
      <td>
        <SafeText value={display} /> {isSelf && <Badge tone="accent">{words.list.you}</Badge>}
        {display !== name && <small translate="no">{name}</small>}
      </td>
      <td>
        <select
          aria-label={words.list.roleOf(name)}
          value={role}
          disabled={isBusy || disabled || roleIsProvided}
          title={roleIsProvided ? words.list.roleProvided : words.roleHints[role]}
          onChange={(event) => onRole(event.target.value as Role)}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {words.roles[one]}
            </option>
          ))}
        </select>
      </td>
      <td className={styles.wide}>{stateOf(account)}</td>
      <td className={styles.wide}>{signedIn ? dateTime(signedIn) : words.list.never}</td>
      <td>
        <div className={styles.actions}>
          {!disabled && !issuer && (
            <Button kind="quiet" aria-label={words.list.linkOf(name)} onClick={() => onAsk('link')}>
              {words.list.link}
            </Button>
          )}
          {disabled ? (
            <Button kind="quiet" aria-label={words.list.enableOf(name)} disabled={isBusy} onClick={onEnable}>
              {words.list.enable}
            </Button>
          ) : (
            <Button kind="quiet" aria-label={words.list.disableOf(name)} onClick={() => onAsk('disable')}>
              {words.list.disable}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}

function stateOf({ disabled, issuer, hasPassword }: Account) {
  if (disabled) return <Badge>{words.list.disabled}</Badge>
  if (issuer) return <Badge tone="good">{words.list.provided}</Badge>
  return hasPassword ? (
    <Badge tone="good">{words.list.active}</Badge>
  ) : (
    <Badge tone="medium">{words.list.waiting}</Badge>
  )
}

function AddPerson({
  onClose,
  onAdded,
}: {
  onClose: () => void
  onAdded: (added: { name: string; link: string }) => void
}) {
  const [name, setName] = useState('')
  const [display, setDisplay] = useState('')
  const [role, setRole] = useState<Role>('analyst')
  const add = useAddPerson()
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(
      { name, display, role },
      { onSuccess: ({ account, link }) => onAdded({ name: account.name, link }) },
    )
  }
  return (
    <Dialog title={words.add.title} onClose={onClose}>
      <form className={styles.dialog} onSubmit={submit}>
        <Message>{messageOf(add.error)}</Message>
        <Field
          label={words.add.name}
          hint={words.setUp.nameHint}
          value={name}
          required
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={words.add.display}
          value={display}
          autoComplete="off"
          maxLength={200}
          dir="auto"
          onChange={(event) => setDisplay(event.target.value)}
        />
        <div className={fieldStyles.field}>
          <label htmlFor={id}>{words.add.role}</label>
          <select
            id={id}
            value={role}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setRole(event.target.value as Role)}
          >
            {roles.map((one) => (
              <option key={one} value={one}>
                {words.roles[one]}
              </option>
            ))}
          </select>
          <small id={`${id}-hint`}>{words.roleHints[role]}</small>
        </div>
        <div className={styles.line}>
          <Button kind="primary" type="submit" disabled={add.isPending || name.trim() === ''}>
            {words.add.submit}
          </Button>
          <Button onClick={onClose}>{words.add.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

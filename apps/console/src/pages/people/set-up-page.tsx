import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { ApiError } from '../../api/client.ts'
import { useLink, useSetUp } from '../../api/people-queries.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { Button, Command, Fault, Skeleton } from '../../ui/controls.tsx'
import { Entrance } from './entrance.tsx'
import { Field, Message, messageOf, PasswordField } from './fields.tsx'

const words = strings.people.setUp
/** The server checks it; here it is told while one types. */
export const leastPassword = 15

/** What a one-time link opens: the first account, or a new password. */
export function SetUpPage({ token }: { readonly token: string }) {
  const link = useLink(token)
  if (link.isPending)
    return (
      <Entrance title={words.firstTitle}>
        <Skeleton lines={4} />
      </Entrance>
    )
  if (link.error instanceof ApiError && link.error.status === 404)
    return (
      <Entrance title={words.goneTitle}>
        <p>{words.goneText}</p>
        <Command>{strings.people.list.command}</Command>
      </Entrance>
    )
  if (!link.data)
    return (
      <Entrance title={words.firstTitle}>
        <Fault error={link.error} retry={() => void link.refetch()} />
      </Entrance>
    )
  const { account, display } = link.data
  return account === undefined ? (
    <Entrance title={words.firstTitle}>
      <p>{words.firstLead}</p>
      <Form token={token} isFirst />
    </Entrance>
  ) : (
    <Entrance title={words.accountTitle(display ?? account)}>
      <p>{words.accountLead(account)}</p>
      <Form token={token} isFirst={false} account={account} />
    </Entrance>
  )
}

function Form({ token, isFirst, account }: { token: string; isFirst: boolean; account?: string }) {
  const [, go] = useLocation()
  const [name, setName] = useState('')
  const [display, setDisplay] = useState('')
  const [password, setPassword] = useState('')
  const setUp = useSetUp()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { token, password, ...(isFirst && { name, display }) }
    setUp.mutate(body, { onSuccess: () => go(paths.search, { replace: true }) })
  }
  return (
    <form onSubmit={submit}>
      <Message>{messageOf(setUp.error)}</Message>
      {isFirst ? (
        <>
          <Field
            label={words.name}
            hint={words.nameHint}
            value={name}
            required
            autoFocus
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            onChange={(event) => setName(event.target.value)}
          />
          <Field
            label={words.display}
            value={display}
            autoComplete="name"
            maxLength={200}
            dir="auto"
            onChange={(event) => setDisplay(event.target.value)}
          />
        </>
      ) : (
        // Password managers keep the name with the password.
        <input hidden readOnly autoComplete="username" value={account} />
      )}
      <NewPassword label={words.password} value={password} onChange={setPassword} autoFocus={!isFirst} />
      <Button kind="primary" type="submit" disabled={setUp.isPending || [...password].length < leastPassword}>
        {isFirst ? words.first : words.account}
      </Button>
    </form>
  )
}

/** A password that is being chosen: how long it is stands below it. */
export function NewPassword({
  label,
  value,
  autoFocus = false,
  onChange,
}: {
  label: string
  value: string
  autoFocus?: boolean
  onChange: (value: string) => void
}) {
  return (
    <PasswordField
      label={label}
      hint={
        <>
          {words.passwordHint} <b>{value !== '' && words.length([...value].length, leastPassword)}</b>
        </>
      }
      value={value}
      required
      autoFocus={autoFocus}
      autoComplete="new-password"
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

import { type FormEvent, useEffect, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { useSession, useSignIn } from '../../api/people-queries.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { classes } from '../../ui/classes.ts'
import { Button, buttonLink, Command, Fault, Skeleton } from '../../ui/controls.tsx'
import styles from './entrance.module.css'
import { Entrance } from './entrance.tsx'
import { Field, Message, messageOf, PasswordField } from './fields.tsx'
import { ownPage } from './own-page.ts'

const words = strings.people.signIn

/** Who signs in goes back to where they were. */
export function SignInPage() {
  const [params] = useSearchParams()
  const [, go] = useLocation()
  const { data, error, refetch } = useSession()
  const returnTo = ownPage(params.get('return'))
  const isIn = data?.person !== undefined
  useEffect(() => {
    if (isIn) leave(returnTo, go)
  }, [isIn, returnTo, go])
  if (error)
    return <Entrance title={words.title}>{<Fault error={error} retry={() => void refetch()} />}</Entrance>
  if (!data || isIn)
    return (
      <Entrance title={words.title}>
        <Skeleton lines={3} />
      </Entrance>
    )
  if (data.standing === 'locked')
    return (
      <Entrance title={words.lockedTitle}>
        <p>{words.lockedText}</p>
        <Command>{strings.people.list.command}</Command>
      </Entrance>
    )
  if (data.standing === 'open')
    return (
      <Entrance title={words.openTitle}>
        <p>{words.openText}</p>
        <Link href={paths.search} className={classes(buttonLink)}>
          {words.goOn}
        </Link>
      </Entrance>
    )
  const fault = params.get('fault')
  return (
    <Entrance title={words.title}>
      <Message>{fault && (words.faults[fault] ?? words.faults.openid)}</Message>
      {data.openid && (
        <>
          <a
            className={classes(buttonLink, styles.wide)}
            href={`/api/sign-in/openid?return=${encodeURIComponent(returnTo)}`}
          >
            {data.openid.title}
          </a>
          <div className={styles.or}>{words.or}</div>
        </>
      )}
      <Form />
      <p className={styles.hint}>{words.forgot}</p>
    </Entrance>
  )
}

/** Pages of the server itself (`/docs`) are loaded; those of the console are shown. */
function leave(path: string, go: (path: string, options: { replace: boolean }) => void): void {
  if (/^\/(?:docs|api|openapi\.json)(?:[/?]|$)/.test(path)) location.replace(path)
  else go(path, { replace: true })
}

function Form() {
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [isMissing, setMissing] = useState(false)
  const signIn = useSignIn()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isEmpty = name.trim() === '' || password === ''
    setMissing(isEmpty)
    if (!isEmpty) signIn.mutate({ name, password })
  }
  return (
    <form onSubmit={submit}>
      <Message>{isMissing ? words.needed : messageOf(signIn.error)}</Message>
      <Field
        label={words.name}
        value={name}
        autoFocus
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        onChange={(event) => setName(event.target.value)}
      />
      <PasswordField
        label={words.password}
        value={password}
        autoComplete="current-password"
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button kind="primary" type="submit" disabled={signIn.isPending}>
        {signIn.isPending ? words.busy : words.submit}
      </Button>
    </form>
  )
}

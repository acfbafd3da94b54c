import { ndjsonLine } from '@cordon/formats'
import { isoDay, isoSeconds } from '@cordon/model'
import { Argument, type Command, Option } from 'commander'
import { checkPassword, hashPassword } from '../people/passwords.ts'
import { type Role, roles } from '../people/permissions.ts'
import { type Account, type Store, throttleKey } from '../store/index.ts'
import { UsageError } from './failure.ts'
import { defaultFormat, type OutputFormat, table, write } from './output.ts'
import { readSecret } from './read-secret.ts'
import { commandLineActor, withStore } from './with-store.ts'

interface DataOption {
  readonly data?: string
}
interface AddOptions extends DataOption {
  readonly role: Role
  readonly display?: string
  readonly link?: boolean
}

const usualUrl = 'http://127.0.0.1:8700'
const dataOption = ['--data <folder>', 'the data folder'] as const

/** `cordon accounts`: who may sign in, and as what. */
export function addAccountsCommand(program: Command): void {
  const accounts = program
    .command('accounts')
    .description('Accounts of people: who may sign in, and as what.')
  accounts
    .command('list')
    .description('All accounts.')
    .addOption(new Option('--format <format>', 'how they are written').choices(['ndjson', 'table']))
    .option(...dataOption)
    .action(async ({ format, data }: DataOption & { format?: OutputFormat }) =>
      withStore(data, async (store) => write(shown(await store.accounts.list(), format ?? defaultFormat()))),
    )
  accounts
    .command('add')
    .description('Add a person. The first account closes the server to everyone who is not signed in.')
    .argument('<name>', 'the name to sign in with: a-z, 0-9 and . _ @ - within')
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory())
    .option('--display <text>', 'what they are called')
    .option('--link', 'print a one-time link with which they set a password, instead of asking for one')
    .option(...dataOption)
    .addHelpText(
      'after',
      '\nThe password is asked for on the terminal, or read from the first line of standard input.' +
        '\n\nExamples:\n  cordon accounts add kim --role analyst --link\n  cordon accounts add boss --role administrator',
    )
    .action(addAccount)
  accounts
    .command('role')
    .description('Change what a person may do.')
    .argument('<name>')
    .addArgument(new Argument('<role>').choices(roles))
    .option(...dataOption)
    .action((name: string, role: Role, { data }: DataOption) =>
      change(data, (store) => store.accounts.setRole(name, role, commandLineActor())),
    )
  for (const [verb, disabled, what] of [
    ['disable', true, 'Keep a person from signing in: their sessions end, their keys answer no more.'],
    ['enable', false, 'Let a disabled person sign in again.'],
  ] as const)
    accounts
      .command(verb)
      .description(what)
      .argument('<name>')
      .option(...dataOption)
      .action((name: string, { data }: DataOption) =>
        change(data, (store) => store.accounts.setDisabled(name, disabled, commandLineActor())),
      )
  accounts
    .command('password')
    .description('Set a person’s password; their sessions end, and they need not wait for failed attempts.')
    .argument('<name>')
    .option(...dataOption)
    .action(setPassword)
  accounts
    .command('link')
    .description('Print a one-time link: to make the first account, or for a person to set a password.')
    .argument('[name]', 'the person; left out: the first account')
    .option('--url <address>', `the address of the server (default: CORDON_PUBLIC_URL, else ${usualUrl})`)
    .option(...dataOption)
    .action(printLink)
}

async function addAccount(name: string, { role, display = '', link, data }: AddOptions): Promise<void> {
  const password = link ? undefined : await readSecret('Password')
  if (password !== undefined) checkPassword(password, [name, display])
  const hash = password === undefined ? undefined : await hashPassword(password)
  await withStore(data, async (store) => {
    const account = await store.accounts.add(
      { name, display, role, ...(hash && { password: hash }) },
      commandLineActor(),
    )
    await write(ndjsonLine(viewOf(account)))
    if (link)
      await write(linkLine(await store.accountLinks.makeFor(account.name, commandLineActor()), undefined))
  })
}

async function setPassword(name: string, { data }: DataOption): Promise<void> {
  const password = await readSecret('Password')
  await withStore(data, async (store) => {
    const account = await store.accounts.get(name)
    checkPassword(password, [name, account?.display ?? ''])
    await store.accounts.setPassword(name, await hashPassword(password), commandLineActor())
    await store.signIns.succeeded(throttleKey('name', name), '')
    process.stderr.write(`accounts: the password of ${name} is set; its sessions have ended\n`)
  })
}

async function printLink(
  name: string | undefined,
  { url, data }: DataOption & { url?: string },
): Promise<void> {
  await withStore(data, async ({ accounts, accountLinks }) => {
    if (name === undefined) {
      if (await accounts.any())
        throw new UsageError('There is an account already: name the one that the link is for.')
      return write(linkLine(await accountLinks.makeFirst(), url))
    }
    const account = await accounts.get(name)
    if (!account) throw new UsageError(`There is no account "${name}".`)
    if (account.disabled) throw new UsageError(`"${name}" is disabled: enable it first.`)
    return write(linkLine(await accountLinks.makeFor(account.name, commandLineActor()), url))
  })
}

function linkLine(token: string, url: string | undefined): string {
  return `${new URL(`/set-up/${token}`, url ?? process.env.CORDON_PUBLIC_URL ?? usualUrl).href}\n`
}

async function change(data: string | undefined, work: (store: Store) => Promise<Account>): Promise<void> {
  await withStore(data, async (store) => write(ndjsonLine(viewOf(await work(store)))))
}

function viewOf({ createdAt, signedInAt, ...account }: Account) {
  return {
    ...account,
    created: isoSeconds(createdAt),
    ...(signedInAt !== undefined && { signedIn: isoSeconds(signedInAt) }),
  }
}

function shown(accounts: readonly Account[], format: OutputFormat): string {
  if (format !== 'table') return accounts.map((account) => ndjsonLine(viewOf(account))).join('')
  if (accounts.length === 0) return ''
  return table(
    [
      { heading: 'name' },
      { heading: 'called' },
      { heading: 'role' },
      { heading: 'state' },
      { heading: 'signed in' },
    ],
    accounts.map(({ name, display, role, disabled, hasPassword, issuer, signedInAt }) => [
      name,
      display,
      role,
      disabled ? 'disabled' : issuer ? 'by provider' : hasPassword ? '' : 'no password yet',
      signedInAt === undefined ? '' : isoDay(signedInAt),
    ]),
  )
}

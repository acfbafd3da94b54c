import { ndjsonLine } from '@cordon/formats'
import { isoDay } from '@cordon/model'
import { type Command, Option } from 'commander'
import { keyView } from '../http/people-shapes.ts'
import { type Permission, permissions, permissionTexts } from '../people/permissions.ts'
import type { ApiKey } from '../store/index.ts'
import { UsageError } from './failure.ts'
import { integerBetween } from './options.ts'
import { defaultFormat, type OutputFormat, table, write } from './output.ts'
import { commandLineActor, withStore } from './with-store.ts'

interface CreateOptions {
  readonly title: string
  readonly scope: readonly Permission[]
  readonly owner?: string
  readonly days?: number
  readonly data?: string
}

const scopeOption = () =>
  new Option('--scope <scope...>', 'what it lets do').choices(permissions).makeOptionMandatory()
const scopeHelp = `\nScopes:\n${Object.entries(permissionTexts)
  .map(([scope, text]) => `  ${scope.padEnd(20)}${text}`)
  .join('\n')}`

/** `cordon keys`: what programs and assistants show to be let in. */
export function addKeysCommand(program: Command): void {
  const keys = program
    .command('keys')
    .description('API keys: what programs and assistants show to be let in.')
  keys
    .command('list')
    .description('All keys, the latest first; never the keys themselves.')
    .addOption(new Option('--format <format>', 'how they are written').choices(['ndjson', 'table']))
    .option('--data <folder>', 'the data folder')
    .action(async ({ format, data }: { format?: OutputFormat; data?: string }) =>
      withStore(data, async (store) => write(shown(await store.apiKeys.list(), format ?? defaultFormat()))),
    )
  keys
    .command('create')
    .description('Make a key. It is printed this once; the store keeps a hash.')
    .requiredOption('--title <text>', 'what it is for')
    .addOption(scopeOption())
    .option(
      '--owner <account>',
      'act for this account: never more than it may do, and not at all once it is disabled',
    )
    .option('--days <n>', 'days until it runs out (default: never)', integerBetween(1, 3650))
    .option('--data <folder>', 'the data folder')
    .addHelpText(
      'after',
      `${scopeHelp}\n\nExample:\n  cordon keys create --title "core banking" --scope screen write:parties --days 365`,
    )
    .action(createKey)
  keys
    .command('narrow')
    .description('Leave a key only some of its scopes.')
    .argument('<id>')
    .addOption(scopeOption())
    .option('--data <folder>', 'the data folder')
    .action(async (id: string, { scope, data }: { scope: Permission[]; data?: string }) =>
      withStore(data, async ({ apiKeys }) =>
        write(ndjsonLine(keyView(await apiKeys.narrow(id, scope, commandLineActor())))),
      ),
    )
  keys
    .command('revoke')
    .description('End a key for ever.')
    .argument('<id>')
    .option('--data <folder>', 'the data folder')
    .action(async (id: string, { data }: { data?: string }) =>
      withStore(data, async ({ apiKeys }) =>
        write(ndjsonLine(keyView(await apiKeys.revoke(id, commandLineActor())))),
      ),
    )
}

async function createKey({ title, scope, owner, days, data }: CreateOptions): Promise<void> {
  await withStore(data, async ({ accounts, apiKeys, now }) => {
    const account = owner === undefined ? undefined : await accounts.get(owner)
    if (owner !== undefined && !account) throw new UsageError(`There is no account "${owner}".`)
    const expires = days === undefined ? {} : { expiresAt: now() + days * 86_400_000 }
    const made = { title, scopes: [...new Set(scope)], ...(account && { owner: account.name }), ...expires }
    const { key, text } = await apiKeys.create(made, commandLineActor())
    await write(ndjsonLine({ ...keyView(key), secret: text }))
    if (!(await accounts.any()))
      process.stderr.write(
        'keys: there is no account yet, so the server asks for no key; see `cordon accounts add`\n',
      )
  })
}

function shown(keys: readonly ApiKey[], format: OutputFormat): string {
  if (format !== 'table') return keys.map((key) => ndjsonLine(keyView(key))).join('')
  if (keys.length === 0) return ''
  const day = (at: number | undefined) => (at === undefined ? '' : isoDay(at))
  return table(
    [
      { heading: 'id' },
      { heading: 'for', max: 40 },
      { heading: 'owner' },
      { heading: 'scopes', max: 60 },
      { heading: 'used' },
      { heading: 'runs out' },
      { heading: 'revoked' },
    ],
    keys.map((key) => [
      key.id,
      key.title,
      key.owner ?? '',
      key.scopes.join(' '),
      day(key.usedAt),
      day(key.expiresAt),
      day(key.revokedAt),
    ]),
  )
}

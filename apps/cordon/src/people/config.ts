import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CordonError } from '@cordon/model'
import { parse } from 'yaml'
import { z } from 'zod'
import { defaultDataFolder, type SessionLimits } from '../store/index.ts'
import { type Role, roles } from './permissions.ts'

/** An OpenID Connect provider that people sign in with. */
export interface OpenIdConfig {
  /** The provider's issuer identifier; `/.well-known/openid-configuration` below it describes it. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string
  /** What the button says. */
  readonly title: string
  readonly scope: string
  /** A claim that decides roles, and which of its values gives which. The greatest that is given counts. */
  readonly roles?: { readonly claim: string; readonly map: Readonly<Record<string, Role>> }
  /** What a person is to whom no value gives a role; undefined: they may not sign in. */
  readonly defaultRole?: Role
}

/** What a deployment says about its people: `accounts.yaml` in the data folder, and the environment. */
export interface PeopleConfig {
  /** The address that people use, where it is not the one that the server listens on. */
  readonly publicUrl?: URL
  /** Proxies whose word on the asker's address counts. */
  readonly proxies?: readonly string[]
  readonly sessions: SessionLimits
  readonly openid?: OpenIdConfig
}

const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const
const duration = z
  .string()
  .regex(/^[1-9]\d{0,4}[mhd]$/, 'a duration such as 30m, 8h or 1d')
  .transform((text) => Number(text.slice(0, -1)) * units[text.at(-1) as keyof typeof units])

const openidSchema = z.strictObject({
  issuer: z.string(),
  client_id: z.string().min(1),
  client_secret: z.string().optional(),
  client_secret_file: z.string().optional(),
  title: z.string().max(80).optional(),
  scope: z.string().optional(),
  roles: z.strictObject({ claim: z.string().min(1), map: z.record(z.string(), z.enum(roles)) }).optional(),
  default_role: z.enum(roles).optional(),
})

const fileSchema = z.strictObject({
  public_url: z.string().optional(),
  proxies: z.array(z.string()).optional(),
  sessions: z.strictObject({ idle: duration.optional(), absolute: duration.optional() }).optional(),
  openid: openidSchema.optional(),
})
type File = z.infer<typeof fileSchema>

/** Two hours without a key pressed, a working day in all. */
export const usualSessions: SessionLimits = { idle: 2 * units.h, absolute: 12 * units.h }

/**
 * Reads accounts.yaml and the environment, which has the last word.
 * @param data the data folder, as `--data` or CORDON_DATA name it
 * @throws CordonError CORDON_ACCOUNTS_CONFIG that names the place
 */
export function peopleConfig(data: string | undefined, env: NodeJS.ProcessEnv): PeopleConfig {
  const path = join(resolve(data || defaultDataFolder()), 'accounts.yaml')
  const file = existsSync(path) ? readFile(path) : {}
  const publicUrl = env.CORDON_PUBLIC_URL ?? file.public_url
  const openid = openidOf(file.openid, env, path)
  return {
    ...(publicUrl && { publicUrl: webAddress(publicUrl, 'public_url') }),
    ...(file.proxies && { proxies: file.proxies }),
    sessions: {
      idle: file.sessions?.idle ?? usualSessions.idle,
      absolute: file.sessions?.absolute ?? usualSessions.absolute,
    },
    ...(openid && { openid }),
  }
}

function readFile(path: string): File {
  let value: unknown
  try {
    value = parse(readFileSync(path, 'utf8')) ?? {}
  } catch (error) {
    throw bad(path, 'YAML', (error as Error).message.split('\n')[0]!)
  }
  const read = fileSchema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw bad(
    [path, issue!.path.join('.')].filter(Boolean).join(': '),
    'a key or value that docs/how-to/accounts.md knows',
    issue!.message,
  )
}

function openidOf(file: File['openid'], env: NodeJS.ProcessEnv, path: string): OpenIdConfig | undefined {
  const issuer = env.CORDON_OIDC_ISSUER ?? file?.issuer
  if (!issuer) return undefined
  const clientId = env.CORDON_OIDC_CLIENT_ID ?? file?.client_id
  if (!clientId) throw bad('CORDON_OIDC_CLIENT_ID', 'the id under which the provider knows Cordon', 'none')
  const claim = env.CORDON_OIDC_ROLE_CLAIM ?? file?.roles?.claim
  const map = env.CORDON_OIDC_ROLES ? rolesOf(env.CORDON_OIDC_ROLES) : file?.roles?.map
  const defaultRole = env.CORDON_OIDC_DEFAULT_ROLE
    ? roleOf(env.CORDON_OIDC_DEFAULT_ROLE, 'CORDON_OIDC_DEFAULT_ROLE')
    : file?.default_role
  if (!defaultRole && !(claim && map))
    throw bad(`${path}: openid`, 'roles (a claim and a map) or default_role', 'neither: nobody could sign in')
  const clientSecret = secretOf(file, env, path)
  return {
    issuer: issuerAddress(issuer).href,
    clientId,
    ...(clientSecret && { clientSecret }),
    title: env.CORDON_OIDC_TITLE ?? file?.title ?? `Sign in with ${new URL(issuer).hostname}`,
    scope: file?.scope ?? 'openid profile email',
    ...(claim && map && { roles: { claim, map } }),
    ...(defaultRole && { defaultRole }),
  }
}

function secretOf(file: File['openid'], env: NodeJS.ProcessEnv, path: string): string | undefined {
  const inFile = env.CORDON_OIDC_CLIENT_SECRET_FILE ?? file?.client_secret_file
  if (env.CORDON_OIDC_CLIENT_SECRET) return env.CORDON_OIDC_CLIENT_SECRET
  if (!inFile) return file?.client_secret
  try {
    return readFileSync(resolve(dirname(path), inFile), 'utf8').trim()
  } catch (error) {
    throw bad('client_secret_file', 'a file that can be read', (error as Error).message)
  }
}

/** `analysts=analyst,bosses=approver` */
function rolesOf(text: string): Record<string, Role> {
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const at = pair.lastIndexOf('=')
      return [pair.slice(0, at).trim(), roleOf(pair.slice(at + 1).trim(), 'CORDON_OIDC_ROLES')] as const
    }),
  )
}

function roleOf(text: string, where: string): Role {
  const role = roles.find((one) => one === text)
  if (role) return role
  throw bad(where, `one of ${roles.join(', ')}`, `"${text}"`)
}

function webAddress(text: string, where: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol)) return url
  throw bad(where, 'an address that begins with https://', `"${text}"`)
}

/** Tokens travel to and from the provider: only on the same machine may that be without TLS. */
function issuerAddress(text: string): URL {
  const url = webAddress(text, 'openid.issuer')
  if (url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) return url
  throw bad('openid.issuer', 'an address that begins with https://', `"${text}"`)
}

function bad(where: string, expected: string, found: string): CordonError {
  return new CordonError({
    code: 'CORDON_ACCOUNTS_CONFIG',
    expected,
    found,
    where,
    remedy: 'See docs/how-to/accounts.md.',
  })
}

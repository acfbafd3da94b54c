import { readFileSync } from 'node:fs'
import { CordonError } from '@cordon/model'

/** The server that takes e-mails, and whom they are from. */
export interface SmtpConfig {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (`smtps:`); otherwise STARTTLS. */
  readonly secure: boolean
  /** Refuse to go on without TLS. */
  readonly requireTls: boolean
  readonly auth?: { readonly user: string; readonly pass: string }
  readonly from: string
}

/**
 * Reads `CORDON_SMTP_URL` (`smtp://user:password@mail.example.org:587`, `smtps://...:465`) or the file that
 * `CORDON_SMTP_URL_FILE` names, `CORDON_SMTP_PASSWORD` or `CORDON_SMTP_PASSWORD_FILE`, and `CORDON_SMTP_FROM`.
 * @returns undefined where no server is named: then no e-mail is sent, and rules that ask for one say so
 * @throws CordonError CORDON_SMTP_CONFIG that names the place
 */
export function smtpConfig(env: NodeJS.ProcessEnv): SmtpConfig | undefined {
  const text = secretOf(env, 'CORDON_SMTP_URL')
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname)
    throw bad('CORDON_SMTP_URL', 'an address such as smtp://mail.example.org:587', 'something else')
  const from = env.CORDON_SMTP_FROM ?? ''
  if (!/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from))
    throw bad('CORDON_SMTP_FROM', 'whom e-mails are from, such as Cordon <cordon@example.org>', `"${from}"`)
  const secure = url.protocol === 'smtps:'
  const user = decodeURIComponent(url.username)
  const pass = secretOf(env, 'CORDON_SMTP_PASSWORD') ?? decodeURIComponent(url.password)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTls: !secure && !isHere && env.CORDON_SMTP_PLAIN !== '1',
    ...(user && { auth: { user, pass } }),
    from,
  }
}

function secretOf(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const file = env[`${name}_FILE`]
  if (env[name] || !file) return env[name] || undefined
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    throw bad(`${name}_FILE`, 'a file that can be read', (error as Error).message)
  }
}

function bad(where: string, expected: string, found: string): CordonError {
  return new CordonError({
    code: 'CORDON_SMTP_CONFIG',
    expected,
    found,
    where,
    remedy: 'See docs/how-to/warnings.md.',
  })
}

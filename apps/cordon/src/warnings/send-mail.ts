import { createTransport } from 'nodemailer'
import type { MailText } from './message.ts'
import type { Attempt } from './send-webhook.ts'
import type { SmtpConfig } from './smtp-config.ts'

/** How long a mail server may be silent, milliseconds. */
export interface MailPatience {
  readonly silence?: number
}

/**
 * Sends one e-mail. Its Message-ID is made of the delivery's id, so that a mailbox that gets it twice can tell. Never throws.
 */
export async function sendMail(
  config: SmtpConfig | undefined,
  delivery: { readonly id: string; readonly to: string },
  mail: MailText,
  { silence = 20_000 }: MailPatience = {},
): Promise<Attempt> {
  if (!config)
    return { ok: false, outcome: 'not sent: no mail server is named (CORDON_SMTP_URL)', final: true }
  const { host, port, secure, requireTls, auth, from } = config
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: requireTls,
    ...(auth && { auth }),
    connectionTimeout: silence,
    greetingTimeout: silence,
    socketTimeout: silence,
    // What a mail says comes from records: it names no file or address to be read in.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    const { response } = await transport.sendMail({
      from,
      to: delivery.to,
      ...mail,
      messageId: `<${delivery.id}@${domainOf(from)}>`,
      headers: { 'auto-submitted': 'auto-generated', 'x-cordon-delivery': delivery.id },
    })
    return { ok: true, outcome: response }
  } catch (error) {
    const { message, responseCode, code } = error as Error & { responseCode?: number; code?: string }
    // 5xx: the server will say the same again (RFC 5321, 4.2.1). A login that fails may be mended meanwhile.
    const final = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH'
    return { ok: false, outcome: message, final }
  } finally {
    transport.close()
  }
}

function domainOf(from: string): string {
  return /@([^\s@<>]+)>?$/.exec(from)?.[1] ?? 'cordon'
}

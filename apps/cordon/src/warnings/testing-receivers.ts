import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

/** A message that came to a webhook. */
export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly method: string
}

/** A real receiver of webhooks on this machine, which does what it is told to. */
export interface Receiver {
  readonly url: string
  readonly received: Received[]
  /** What it does with the next messages, one each; 200 when there is nothing more. */
  readonly plan: ((response: ServerResponse, socket: Socket) => void)[]
  close(): Promise<void>
}

/** Starts a receiver. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const plan: Receiver['plan'] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('error', () => undefined)
    request.on('end', () => {
      received.push({
        headers: request.headers,
        body: Buffer.concat(parts).toString(),
        method: request.method ?? '',
      })
      const step = plan.shift()
      if (step) step(response, request.socket)
      else response.writeHead(200).end('thanks')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    plan,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** An e-mail that came. */
export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly source: string
}

/** What a mail server does at one step: nothing, an answer that refuses, or a cut connection. */
export type MailFault = 'cut' | { readonly code: number; readonly text: string }

/** A real mail server on this machine. */
export interface MailServer {
  readonly port: number
  readonly received: ReceivedMail[]
  /** What it does with the next messages at RCPT and at the end of DATA, one each. */
  readonly atRecipient: MailFault[]
  readonly atData: MailFault[]
  close(): Promise<void>
}

/** Starts a mail server without TLS that takes everything but what it is told to refuse. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const [atRecipient, atData]: [MailFault[], MailFault[]] = [[], []]
  const sockets = new Set<Socket>()
  const refuse = (fault: MailFault | undefined, done: (error?: Error | null) => void): boolean => {
    if (!fault) return false
    if (fault === 'cut') for (const socket of sockets) socket.destroy()
    else done(Object.assign(new Error(fault.text), { responseCode: fault.code }))
    return true
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: (_address, _session, done) => {
      if (!refuse(atRecipient.shift(), done)) done()
    },
    onData: (stream: SMTPServerDataStream, session: SMTPServerSession, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const fault = atData.shift()
        // What is cut after the last line has come all the same: the sender can't know.
        if (!fault || fault === 'cut')
          received.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            source: Buffer.concat(parts).toString(),
          })
        if (!refuse(fault, done)) done()
      })
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    atRecipient,
    atData,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { HttpFault, problemOf } from './problem.ts'

const faults: Readonly<Record<string, { status: number; expected: string; remedy: string }>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    expected: 'a request line and headers of at most 16 KiB',
    remedy: 'Send long values in the body of a POST.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    expected: 'a whole request in time',
    remedy: 'Send the request without long breaks.',
  },
}
const anyFault = { status: 400, expected: 'a request in HTTP/1.1 (RFC 9112)', remedy: 'Use an HTTP client.' }

/** Answers what is so broken that it never becomes a request, in the shape of every other problem. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const { status, ...fault } = faults[error.code ?? ''] ?? anyFault
  const { body } = problemOf(
    new HttpFault(status, {
      code: 'CORDON_BROKEN_REQUEST',
      found: error.code ?? 'something else',
      where: 'request',
      ...fault,
    }),
  )
  const text = JSON.stringify(body)
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\n` +
      `Content-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  )
}

/** How many messages asked for what. */
export interface MessageCounts {
  readonly messages: number
  readonly transactions: number
  readonly pass: number
  readonly review: number
  readonly hold: number
  readonly rejected: number
}

/** A message that could not be read. */
export interface UnreadMessage {
  readonly code: string
  readonly expected: string
  readonly found: string
  readonly where: string
  readonly remedy: string
  readonly excerpt: string
}

/** One line of the server's answer. */
export interface SendLine {
  readonly progress?: MessageCounts
  readonly fault?: UnreadMessage
  readonly summary?: MessageCounts & { readonly kept: number }
  readonly error?: { readonly detail?: unknown; readonly remedy?: string }
}

/**
 * Sends a file to `POST /api/payments/import`, and gives the lines of the answer as they come.
 * @throws Error with what the server said where it refused
 */
export async function* sendMessages(
  file: File,
  signal: AbortSignal,
): AsyncGenerator<SendLine, void, undefined> {
  const response = await fetch(`/api/payments/import?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
    signal,
  })
  if (!response.ok || !response.body) {
    const { detail, remedy } = (await response.json().catch(() => ({}))) as {
      detail?: unknown
      remedy?: string
    }
    throw new Error(typeof detail === 'string' ? detail : (remedy ?? `HTTP ${response.status}`))
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let held = ''
  for (;;) {
    const { value, done } = await reader.read()
    held += value ?? ''
    const lines = held.split('\n')
    held = done ? '' : (lines.pop() ?? '')
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as SendLine
    if (done) return
  }
}

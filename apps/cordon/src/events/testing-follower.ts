/** One message of a stream of server-sent events. */
export interface StreamMessage {
  readonly id?: number
  readonly event: string
  // biome-ignore lint/suspicious/noExplicitAny: bodies of many shapes
  readonly data: any
}

/** Messages of a text that ends at the end of a message; what is left over is given back. */
export function messagesOf(text: string): { messages: StreamMessage[]; rest: string } {
  const parts = text.split('\n\n')
  const rest = parts.pop()!
  const messages = parts.map((part) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1]
    const id = field('id')
    return {
      ...(id !== undefined && { id: Number(id) }),
      event: field('event') ?? '',
      data: JSON.parse(field('data') ?? 'null'),
    }
  })
  return { messages, rest }
}

/** A client as a browser is one: it keeps the last id, and comes back with it whenever the connection ends. */
export class Follower {
  readonly messages: StreamMessage[] = []
  connections = 0
  private readonly url: string
  private readonly stopping = new AbortController()
  private connection = new AbortController()
  private last: number | undefined
  private readonly running: Promise<void>

  constructor(url: string, last?: number) {
    this.url = url
    this.last = last
    this.running = this.run()
  }

  /** Cuts the connection, as a network does. */
  cut(): void {
    this.connection.abort()
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    this.connection.abort()
    await this.running
  }

  /** Ids of the findings that were told, in order. */
  findings(): string[] {
    return this.messages.flatMap(({ event, data }) =>
      event === 'findings'
        ? data.findings.map(({ id, revision }: { id: string; revision: number }) => `${id} ${revision}`)
        : [],
    )
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.connection = new AbortController()
      await this.follow().catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }

  private async follow(): Promise<void> {
    const headers: Record<string, string> =
      this.last === undefined ? {} : { 'last-event-id': String(this.last) }
    const response = await fetch(`${this.url}/api/events`, { headers, signal: this.connection.signal })
    if (!response.ok || !response.body) throw new Error(String(response.status))
    this.connections++
    const decoder = new TextDecoder()
    let text = ''
    for await (const chunk of response.body) {
      const { messages, rest } = messagesOf(text + decoder.decode(chunk, { stream: true }))
      text = rest
      for (const message of messages) {
        if (message.id !== undefined) this.last = message.id
        this.messages.push(message)
      }
    }
  }
}

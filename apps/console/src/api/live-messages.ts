/** How the connection is. */
export type LiveState = 'connecting' | 'live' | 'reconnecting'

/** A connection that can be ended. */
export interface Upstream {
  close(): void
}

/** One message, from the server or from the tab that is connected. */
export interface LiveMessage {
  readonly kind: string
  readonly data: unknown
  /** Of the last event of the store at or before it. */
  readonly id?: number
}

/** Messages that are not events of the store: they may come twice. */
const passing = new Set(['hello', 'resumed', 'reset', 'progress', 'beat', 'bye'])

/** Takes each event of the store once, whoever passes it on and however often a connection resumed. */
export class Messages {
  /** What is listened for. A kind that is not among them is not heard. */
  readonly kinds = [
    ...passing,
    'findings',
    'decisions',
    'list',
    'knowledge',
    'fetch',
    'run',
    'profile',
    'settings',
    'cases',
    'payments',
    'accounts',
  ]
  private readonly onMessage: (message: LiveMessage) => void
  private highest: number | undefined

  constructor(onMessage: (message: LiveMessage) => void) {
    this.onMessage = onMessage
  }

  /** The last event that was taken. */
  get last(): number | undefined {
    return this.highest
  }

  take(message: LiveMessage): void {
    const { kind, id } = message
    if (kind === 'hello' || kind === 'reset') this.highest = id ?? this.highest
    else if (!passing.has(kind) && id !== undefined) {
      if (this.highest !== undefined && id <= this.highest) return
      this.highest = id
    }
    this.onMessage(message)
  }
}

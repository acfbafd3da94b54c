import { type LiveState, Messages, type Upstream } from './live-messages.ts'

const lockName = 'cordon.live'
const channelName = 'cordon.live'

type Heard = { readonly kind: string; readonly data: unknown; readonly id?: number }

/**
 * What happens, from one connection for all tabs of this browser: one tab holds a lock and with it the connection, and
 * passes on what it hears; where it closes, another takes over and resumes after the last event that it had. Without
 * locks (a page that was not loaded over a safe origin) each tab has a connection of its own.
 */
export function followLive(
  onMessage: (heard: Heard) => void,
  onState: (state: LiveState) => void,
): () => void {
  const ending = new AbortController()
  const messages = new Messages(onMessage)
  if (!navigator.locks || typeof BroadcastChannel === 'undefined') {
    const upstream = connect(messages, onState, (heard) => messages.take(heard))
    ending.signal.addEventListener('abort', () => upstream.close())
    return () => ending.abort()
  }
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = ({ data }: MessageEvent<{ heard?: Heard; state?: LiveState; ask?: true }>) => {
    if (data.heard) messages.take(data.heard)
    if (data.state) onState(data.state)
  }
  channel.postMessage({ ask: true })
  void navigator.locks
    .request(lockName, { signal: ending.signal }, () => {
      let state: LiveState = 'connecting'
      const tell = (next: LiveState) => {
        state = next
        onState(next)
        channel.postMessage({ state: next })
      }
      const upstream = connect(messages, tell, (heard) => {
        messages.take(heard)
        channel.postMessage({ heard })
      })
      channel.addEventListener('message', ({ data }) => {
        if (data.ask) channel.postMessage({ state })
      })
      return new Promise<void>((resolve) => {
        ending.signal.addEventListener('abort', () => {
          upstream.close()
          resolve()
        })
      })
    })
    .catch(() => undefined)
  ending.signal.addEventListener('abort', () => channel.close())
  return () => ending.abort()
}

/** Longer than the server is ever silent (15 s). */
const silence = 45_000
const retryAfter = 2_000
const retryAtMost = 60_000

function connect(
  messages: Messages,
  onState: (state: LiveState) => void,
  onHeard: (heard: Heard) => void,
): Upstream {
  let source: EventSource | undefined
  let watchdog: ReturnType<typeof setTimeout>
  let retry: ReturnType<typeof setTimeout>
  let closed = false
  let delay = retryAfter
  const open = () => {
    source?.close()
    if (closed) return
    const { last } = messages
    source = new EventSource(`/api/events${last === undefined ? '' : `?after=${last}`}`)
    source.onerror = () => {
      onState('reconnecting')
      // The browser comes back by itself, unless the server answered with an error.
      if (source?.readyState === EventSource.CLOSED) again()
    }
    for (const kind of messages.kinds) source.addEventListener(kind, hear)
    watch()
  }
  const again = () => {
    clearTimeout(retry)
    source?.close()
    retry = setTimeout(open, delay)
    delay = Math.min(retryAtMost, delay * 2)
  }
  const watch = () => {
    clearTimeout(watchdog)
    watchdog = setTimeout(() => {
      onState('reconnecting')
      open()
    }, silence)
  }
  const hear = (event: MessageEvent<string>) => {
    watch()
    delay = retryAfter
    onState('live')
    const id = event.lastEventId === '' ? undefined : Number(event.lastEventId)
    onHeard({ kind: event.type, data: JSON.parse(event.data), ...(id !== undefined && { id }) })
    if (event.type === 'bye') again()
  }
  open()
  return {
    close() {
      closed = true
      clearTimeout(watchdog)
      clearTimeout(retry)
      source?.close()
    },
  }
}

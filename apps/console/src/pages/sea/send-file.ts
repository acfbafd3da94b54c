/** A record that could not be read. */
export interface ImportReject {
  readonly where: string
  readonly reason: string
  readonly excerpt: string
}

/** What became of a file. */
export interface ImportSummary {
  readonly observed: number
  readonly findings: number
  readonly late: number
  readonly rejected: number
}

/** One line of the server's answer. */
export interface ImportLine {
  readonly progress?: {
    readonly observed: number
    readonly findings: number
    readonly rejected: number
    readonly time?: number
  }
  readonly reject?: ImportReject
  readonly disorder?: { readonly minutes: number }
  readonly summary?: ImportSummary
  readonly error?: {
    readonly detail?: unknown
    readonly expected?: string
    readonly found?: string
    readonly remedy?: string
  }
}

/** What is told while a file goes out and its answer comes in. */
export interface SendEvents {
  /** A share from 0 to 1 of the bytes has gone out. */
  onSent(share: number): void
  onLine(line: ImportLine): void
  /** `fault` is what the server said, where it refused; undefined where all of the answer came. */
  onEnd(fault: string | undefined): void
}

/**
 * Sends a file to `POST /api/sea/import`. Not by `fetch`, which does not tell how much has gone out.
 * @returns ends it
 */
export function sendFile(file: File, events: SendEvents): () => void {
  const request = new XMLHttpRequest()
  let read = 0
  const take = (isEnd: boolean) => {
    const end = isEnd ? request.responseText.length : request.responseText.lastIndexOf('\n') + 1
    const lines = request.responseText.slice(read, end).split('\n')
    read = end
    for (const line of lines) if (line.trim() !== '') events.onLine(JSON.parse(line) as ImportLine)
  }
  request.open('POST', `/api/sea/import?name=${encodeURIComponent(file.name)}`)
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.upload.onprogress = ({ loaded, total }) => events.onSent(total > 0 ? loaded / total : 1)
  request.onprogress = () => {
    if (request.status === 200) take(false)
  }
  request.onload = () => {
    if (request.status === 200) take(true)
    events.onEnd(request.status === 200 ? undefined : faultText(request.responseText, request.status))
  }
  request.onerror = () => events.onEnd('')
  request.send(file)
  return () => request.abort()
}

function faultText(body: string, status: number): string {
  try {
    const { detail, remedy } = JSON.parse(body) as { detail?: unknown; remedy?: string }
    return [typeof detail === 'string' ? detail : '', remedy].filter(Boolean).join(' ') || `HTTP ${status}`
  } catch {
    return `HTTP ${status}`
  }
}

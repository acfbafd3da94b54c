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

/** What went wrong. */
export interface ImportFault {
  readonly detail?: unknown
  readonly expected?: string
  readonly found?: string
  readonly remedy?: string
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
  readonly error?: ImportFault
}

/** A fault in words. */
export function faultOf({ detail, remedy }: ImportFault): string {
  return [detail, remedy].filter((one) => typeof one === 'string').join(' ')
}

/** What is told while a file goes out and its answer comes in. */
export interface SendEvents<Line> {
  /** A share from 0 to 1 of the bytes has gone out. */
  onSent(share: number): void
  onLine(line: Line): void
  /** `fault` is what the server said, where it refused; undefined where all of the answer came. */
  onEnd(fault: string | undefined): void
}

/**
 * Sends a file as a body, and reads the lines of the answer as they come. Not by `fetch`, which does not tell how much has gone out.
 * @returns ends it
 */
export function sendFile<Line>(path: string, file: File, events: SendEvents<Line>): () => void {
  const request = new XMLHttpRequest()
  let read = 0
  const take = (isEnd: boolean) => {
    const end = isEnd ? request.responseText.length : request.responseText.lastIndexOf('\n') + 1
    const lines = request.responseText.slice(read, end).split('\n')
    read = end
    for (const line of lines) if (line.trim() !== '') events.onLine(JSON.parse(line) as Line)
  }
  request.open('POST', path)
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
    return faultOf(JSON.parse(body) as ImportFault) || `HTTP ${status}`
  } catch {
    return `HTTP ${status}`
  }
}

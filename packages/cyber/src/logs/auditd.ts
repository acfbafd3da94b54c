import type { Instant } from '@cordon/model'
import type { LogClass, LogRecord } from '../records/record.ts'

const head = /^(?:node=(\S+) )?type=(\S+) msg=audit\((\d+)\.(\d{3}):(\d+)\): ?/
const auditClass: LogClass = { key: 'linux\0auditd', product: 'linux', services: ['auditd'], categories: [] }
const processClass: LogClass = {
  key: 'linux\0auditd\0process_creation',
  product: 'linux',
  services: [],
  categories: [{ name: 'process_creation' }],
}
/** Fields that auditd writes in hexadecimal where they hold blanks or other special characters. */
const encoded = /^(?:a\d+|name|cwd|comm|exe|proctitle|cmd|data|key|path|dir|acct)$/

interface Execution {
  readonly serial: string
  readonly node: string
  readonly time: Instant
  readonly where: string
  call?: Readonly<Record<string, string>>
  args?: readonly string[]
  folder?: string
}

/** Whether a line is one of auditd's. */
export function isAuditd(text: string): boolean {
  return head.test(text)
}

/**
 * Lines of the Linux audit daemon. Each is a record for rules on auditd; SYSCALL, EXECVE and CWD of one event together are
 * one more, a process creation under Sigma's names, so that rules for that category see auditd too.
 */
export class AuditdLines {
  private running: Execution | undefined

  /** The records that a line gives, and the one that it completes; a reason in words where it is none. */
  push(text: string, where: string, host: string | undefined): LogRecord[] | string {
    const match = head.exec(text)
    if (!match) return 'no line of auditd'
    const [whole, node = '', type = '', seconds, ms, serial = ''] = match
    const time = Number(seconds) * 1000 + Number(ms)
    // Names of ids that auditd adds stand behind a group separator.
    const fields = pairs(text.slice(whole.length).replace('\x1d', ' '), type === 'SYSCALL')
    const named = node || host
    const record: LogRecord = {
      class: auditClass,
      fields: { type, ...fields },
      where,
      time,
      ...(named && { host: named.toLowerCase() }),
    }
    const ended = this.gather(type, fields, { serial, node: named ?? '', time, where })
    return ended ? [ended, record] : [record]
  }

  /** The process creation that is still open at the end. */
  end(): LogRecord[] {
    const last = created(this.running)
    this.running = undefined
    return last ? [last] : []
  }

  private gather(
    type: string,
    fields: Readonly<Record<string, string>>,
    event: Pick<Execution, 'serial' | 'node' | 'time' | 'where'>,
  ): LogRecord | undefined {
    const isNew = this.running?.serial !== event.serial || this.running.node !== event.node
    const ended = isNew ? created(this.running) : undefined
    if (isNew) this.running = type === 'SYSCALL' ? { ...event, call: fields } : undefined
    if (!this.running) return ended
    if (type === 'EXECVE')
      this.running.args = Object.keys(fields)
        .filter((key) => /^a\d+$/.test(key))
        .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
        .map((key) => fields[key]!)
    else if (type === 'CWD' && fields.cwd !== undefined) this.running.folder = fields.cwd
    return ended
  }
}

function created(execution: Execution | undefined): LogRecord | undefined {
  if (!execution?.call || !execution.args) return undefined
  const { call, args, folder, node, time, where } = execution
  return {
    class: processClass,
    fields: {
      Image: call.exe,
      CommandLine: args.join(' '),
      ...(folder !== undefined && { CurrentDirectory: folder }),
      ProcessId: call.pid,
      ParentProcessId: call.ppid,
      User: call.UID ?? call.uid,
      LogonId: call.auid,
    },
    where,
    time,
    ...(node !== '' && { host: node.toLowerCase() }),
  }
}

/** `key=value` pairs; values in double or single quotes, in hexadecimal, or bare. */
function pairs(text: string, isCall: boolean): Record<string, string> {
  const fields: Record<string, string> = {}
  const pair = /([\w-]{1,60})=(?:"([^"]*)"|'([^']*)'|(\S*))/g
  for (let match = pair.exec(text); match; match = pair.exec(text)) {
    const [, key = '', double, single, bare] = match
    if (single !== undefined) Object.assign(fields, pairs(single, isCall))
    // Arguments of system calls are numbers in hexadecimal, not text.
    fields[key] = double ?? single ?? (isCall && /^a\d/.test(key) ? bare! : decoded(key, bare!))
  }
  return fields
}

function decoded(key: string, value: string): string {
  if (!encoded.test(key) || value.length < 4 || value.length % 2 === 1 || !/^[0-9A-F]+$/.test(value))
    return value
  const text = Buffer.from(value, 'hex').toString('utf8')
  return /^[\x20-\x7e\t\n\0\u0080-\uffff]+$/.test(text) && !text.includes('\ufffd')
    ? text.replaceAll('\0', ' ')
    : value
}

import type { Instant } from '@cordon/model'
import { type CategoryView, type LogClass, type LogRecord, recordOf } from './record.ts'
import { parseTime } from './time.ts'
import { channelServices, otherCategories, secondService, sysmonCategories } from './windows-channels.data.ts'

type Fields = Record<string, unknown>

const maxClasses = 20_000
const aliases: Readonly<Record<string, readonly string[]>> = {
  Provider_Name: ['SourceName', 'ProviderName', 'Provider', 'winlog.provider_name'],
  Computer: ['Hostname', 'ComputerName', 'MachineName', 'host.name'],
  ComputerName: ['Computer', 'Hostname', 'MachineName'],
  Data: ['Message', 'param1'],
  'Threat Name': ['ThreatName'],
  ThreatName: ['Threat Name'],
  SourceProcessGuid: ['SourceProcessGUID'],
  TargetProcessGuid: ['TargetProcessGUID'],
}

/**
 * Windows events in every JSON form known: flat (NXLog, Security-Datasets), `Event.System/EventData` (chainsaw,
 * evtx_dump, and Cordon's own EVTX reader), Winlogbeat's `winlog`, and EvtxECmd's `Payload`. Classes are kept, one a
 * channel and event id.
 */
export class WindowsRecords {
  private readonly classes = new Map<string, Map<string, LogClass>>()
  private count = 0

  /** The record, or undefined where the value is no Windows event. */
  read(value: Fields, where: string): LogRecord | undefined {
    const event = value.Event
    if (isMap(event) && isMap(event.System)) return this.fromSystem(event, where)
    if (isMap(value.winlog)) return this.fromWinlogbeat(value, value.winlog, where)
    if (typeof value.Payload === 'string' && value.EventId !== undefined && typeof value.Channel === 'string')
      return this.fromEvtxECmd(value, where)
    if (value.EventID !== undefined && (value.Channel !== undefined || value.channel !== undefined))
      return this.fromFlat(value, where)
    return undefined
  }

  /** A record whose fields are already flat. */
  fromFlat(fields: Fields, where: string): LogRecord {
    const channel = textOf(fields.Channel ?? fields.channel)
    const time =
      fields.UtcTime ?? fields.TimeCreated ?? fields.SystemTime ?? fields['@timestamp'] ?? fields.EventTime
    return this.record(fields, channel, textOf(fields.EventID), time, where)
  }

  /** A record of Cordon's own EVTX reader. */
  fromEvtx(fields: Fields, written: Instant, where: string): LogRecord {
    return this.record(fields, textOf(fields.Channel), textOf(fields.EventID), written, where)
  }

  private fromSystem(event: Fields, where: string): LogRecord {
    const fields: Fields = {}
    flattenSystem(event.System as Fields, fields)
    for (const part of ['EventData', 'UserData'] as const)
      if (event[part] != null) flattenData(event[part], fields, 0)
    const time = fields.TimeCreated_SystemTime ?? fields.UtcTime
    return this.record(fields, textOf(fields.Channel), textOf(fields.EventID), time, where)
  }

  private fromWinlogbeat(value: Fields, winlog: Fields, where: string): LogRecord {
    const data = isMap(winlog.event_data) ? winlog.event_data : {}
    const user = isMap(winlog.user_data) ? winlog.user_data : {}
    const fields: Fields = {
      ...user,
      ...data,
      EventID: winlog.event_id,
      Channel: winlog.channel,
      Provider_Name: winlog.provider_name,
      Computer: winlog.computer_name,
    }
    if (value.message !== undefined) fields.Message = value.message
    return this.record(fields, textOf(winlog.channel), textOf(winlog.event_id), value['@timestamp'], where)
  }

  private fromEvtxECmd(value: Fields, where: string): LogRecord {
    const fields: Fields = {
      EventID: value.EventId,
      Channel: value.Channel,
      Provider_Name: value.Provider,
      Computer: value.Computer,
    }
    try {
      const payload = JSON.parse(value.Payload as string) as Fields
      for (const part of ['EventData', 'UserData'])
        if (payload[part] != null) flattenData(payload[part], fields, 0)
    } catch {
      fields.Payload = value.Payload
    }
    return this.record(fields, textOf(value.Channel), textOf(value.EventId), value.TimeCreated, where)
  }

  private record(fields: Fields, channel: string, eventId: string, time: unknown, where: string): LogRecord {
    const host = fields.Computer ?? fields.Hostname ?? fields.ComputerName ?? fields.MachineName
    return recordOf(this.classOf(channel, eventId), fields, where, parseTime(time), host)
  }

  private classOf(channel: string, eventId: string): LogClass {
    let byId = this.classes.get(channel)
    if (!byId) {
      if (this.count >= maxClasses) return windowsClass(channel, eventId)
      byId = new Map()
      this.classes.set(channel, byId)
    }
    let found = byId.get(eventId)
    if (!found) {
      found = windowsClass(channel, eventId)
      if (this.count++ < maxClasses) byId.set(eventId, found)
    }
    return found
  }
}

/** The class of a channel's events of one id. */
export function windowsClass(channel: string, eventId: string): LogClass {
  const name = channel.toLowerCase()
  const service = channelServices[name]
  const isLinux = name.startsWith('linux-sysmon')
  const second = service === undefined ? undefined : secondService[service]
  const categories: CategoryView[] = []
  if (service === 'sysmon')
    for (const category of sysmonCategories[eventId] ?? []) categories.push({ name: category })
  for (const other of otherCategories)
    if (other.service === service && other.eventIds.includes(eventId))
      categories.push({ name: other.category, ...(other.fields && { fields: other.fields }) })
  return {
    key: `windows\0${name}\0${eventId}`,
    product: isLinux ? 'linux' : 'windows',
    services: [service, second].filter((one) => one !== undefined),
    categories,
    constants: { EventID: eventId },
    aliases,
  }
}

/** `System`: elements by their name, attributes as `Element_Attribute`. */
function flattenSystem(system: Fields, fields: Fields): void {
  for (const [name, value] of Object.entries(system)) {
    if (!isMap(value)) {
      fields[name] = value
      continue
    }
    const attributes = isMap(value['#attributes']) ? value['#attributes'] : value
    for (const [attribute, inner] of Object.entries(attributes))
      if (attribute === '#text') fields[name] = inner
      else if (attribute !== '#attributes') fields[`${name}_${attribute.replace(/^@/, '')}`] = inner
    if (value['#text'] !== undefined) fields[name] = value['#text']
  }
  const flat = system.Provider_attributes ?? system.Provider_Name
  if (flat !== undefined && fields.Provider_Name === undefined) fields.Provider_Name = flat
  for (const key of Object.keys(system))
    if (key.endsWith('_attributes') && isMap(system[key]))
      for (const [attribute, inner] of Object.entries(system[key]))
        fields[`${key.slice(0, -11)}_${attribute}`] = inner
}

/** `EventData` and `UserData`: named data as fields, unnamed ones together as `Data`. */
function flattenData(data: unknown, fields: Fields, depth: number): void {
  if (!isMap(data) || depth > 4) return
  for (const [name, value] of Object.entries(data)) {
    if (name === '#attributes' || name.endsWith('_attributes') || name.startsWith('@')) continue
    if (name === 'Data') takeData(value, fields)
    else if (isMap(value)) {
      if (value['#text'] !== undefined) fields[name] = value['#text']
      else flattenData(value, fields, depth + 1)
    } else setField(fields, name, value)
  }
}

/** Rules spell a field as the log does, or without its blanks (specification 2.1, "Field Usage"). */
function setField(fields: Fields, name: string, value: unknown): void {
  fields[name] = value
  if (name.includes(' ')) fields[name.replaceAll(' ', '')] ??= value
}

function takeData(value: unknown, fields: Fields): void {
  const unnamed: unknown[] = []
  for (const one of Array.isArray(value) ? value : [value]) {
    if (!isMap(one)) unnamed.push(one)
    else {
      const attributes = isMap(one['#attributes']) ? one['#attributes'] : one
      const name = attributes.Name ?? attributes['@Name']
      if (typeof name === 'string') setField(fields, name, one['#text'])
      else if (Array.isArray(one['#text'])) unnamed.push(...one['#text'])
      else unnamed.push(one['#text'])
    }
  }
  if (unnamed.length > 0) fields.Data = unnamed.length === 1 ? unnamed[0] : unnamed
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (isMap(value)) return textOf(value['#text'])
  return value === undefined || value === null ? '' : String(value)
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

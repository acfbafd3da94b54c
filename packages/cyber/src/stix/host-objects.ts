import type { Observable, Observables } from './observables.ts'
import { hashesOf, numberOf, registryKeys, splitPath } from './record-values.ts'

const imageFields = [
  'Image',
  'NewProcessName',
  'process.executable',
  'ProcessPath',
  'Application',
  'exe',
  'SourceImage',
]
const fileFields = [
  ...['TargetFilename', 'ImageLoaded', 'fileinfo.filename', 'file.path', 'file.name', 'Filename', 'filename'],
  ...['filePath', 'fname', 'name'],
]

/** The process of a record, its parent, its service. */
export function processes(o: Observables): void {
  const { fields } = o.record
  const image = o.text(...imageFields)
  const command = o.text('CommandLine', 'ProcessCommandLine', 'process.command_line', 'ImagePath')
  const service = o.text('ServiceName')
  if (image === undefined && command === undefined) return
  const process: Observable = {
    type: 'process',
    ...o.some('command_line', command),
    ...o.some('cwd', o.text('CurrentDirectory', 'process.working_directory', 'cwd')),
    ...o.some('pid', numberOf(fields.NewProcessId ?? fields.ProcessId ?? fields.ProcessID ?? fields.pid)),
    ...o.some('creator_user_ref', o.account(o.text('User', 'SubjectUserName', 'user.name', 'user'))),
    ...o.image(image),
  }
  const parent = o.text('ParentImage', 'ParentProcessName', 'process.parent.executable')
  const parentCommand = o.text('ParentCommandLine', 'process.parent.command_line')
  if (parent !== undefined || parentCommand !== undefined)
    process.parent_ref = o.add({
      type: 'process',
      ...o.some('command_line', parentCommand),
      ...o.some('pid', numberOf(fields.ParentProcessId ?? fields.ppid)),
      ...o.image(parent),
    })
  if (service !== undefined)
    process.extensions = {
      'windows-service-ext': {
        service_name: service,
        ...o.some('display_name', o.text('DisplayName')),
      },
    }
  o.add(process)
}

/** Files, with hashes where they are those of the file. */
export function files(o: Observables): void {
  const hashed = o.text('ImageLoaded', 'TargetFilename', ...imageFields)
  const hashes = hashesOf(o.record.fields, (name) => o.text(name))
  const paths = new Set<string>()
  for (const name of fileFields) {
    const path = o.text(name)
    // Names of anything stand in "name": only what has the form of a path or a file is one.
    if (path !== undefined && (name !== 'name' || /[\\/]|\.\w{1,5}$/.test(path))) paths.add(path)
  }
  const object = o.text('ObjectName')
  if (object !== undefined && /^file$/i.test(o.text('ObjectType') ?? '')) paths.add(object)
  if (hashes && hashed !== undefined) paths.add(hashed)
  for (const path of paths) o.file(path, path === hashed || paths.size === 1 ? hashes : undefined)
  if (hashes && paths.size === 0) o.add({ type: 'file', hashes })
}

/** Registry keys, with the value that was set. */
export function registry(o: Observables): void {
  const target = o.text('TargetObject', 'registry.path') ?? registryObject(o)
  if (target === undefined) return
  const data = o.text('Details', 'NewValue', 'registry.data.strings')
  const isValue = data !== undefined || /value/i.test(o.text('EventType') ?? '')
  const name = o.text('ObjectValueName') ?? (isValue ? splitPath(target).name : undefined)
  const key =
    o.text('ObjectValueName') === undefined && isValue ? (splitPath(target).folder ?? target) : target
  for (const one of registryKeys(key))
    o.add({
      type: 'windows-registry-key',
      key: one,
      ...(name !== undefined && { values: [{ name, ...o.some('data', data) }] }),
    })
}

/** Accounts. */
export function accounts(o: Observables): void {
  for (const name of [
    'User',
    'TargetUserName',
    'SubjectUserName',
    'user.name',
    'UserId',
    'userPrincipalName',
    'acct',
  ])
    o.account(o.text(name))
  if (o.record.account !== undefined) o.account(o.record.account.toLowerCase())
}

/** Mutexes and hardware addresses. */
export function things(o: Observables): void {
  const mutex = o.text('Mutex', 'MutexName', 'MutantName')
  if (mutex !== undefined) o.add({ type: 'mutex', name: mutex })
  for (const name of ['src_mac', 'dst_mac', 'ether.src_mac', 'ether.dest_mac']) {
    const mac = o.text(name)
    if (mac !== undefined) o.add({ type: 'mac-addr', value: mac })
  }
}

function registryObject(o: Observables): string | undefined {
  const object = o.text('ObjectName')
  return object?.startsWith('\\registry\\') ? object : undefined
}

/**
 * A benign baseline, made up: what office PCs, developers, servers, administrators and management agents do in a working
 * week. Seeded: the same seed gives the same events. It was written without looking at which rules it meets; that it is
 * made up bounds what it shows.
 */
import { type LogRecord, WindowsRecords } from '@cordon/cyber'

type Fields = Record<string, unknown>
type Random = () => number

const sysmon = 'Microsoft-Windows-Sysmon/Operational'
const programs = 'C:\\Program Files'
const system = 'C:\\Windows\\System32'

/** Events of a benign week. */
export function* baselineRecords(count: number, seed: number): Iterable<LogRecord> {
  const records = new WindowsRecords()
  let at = 0
  for (const fields of baselineEvents(count, seed)) yield records.read(fields, `baseline:${++at}`)!
}

/** The same as flat JSON objects. */
export function* baselineEvents(count: number, seed: number): Iterable<Fields> {
  let state = seed >>> 0 || 1
  const random: Random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const start = Date.UTC(2026, 2, 2, 6)
  for (let i = 0; i < count; i++) {
    const host = Math.floor(random() * 240)
    const role = host < 170 ? 'office' : host < 205 ? 'developer' : 'server'
    const time = start + Math.floor((i / count) * 5 * 86_400_000)
    const base = {
      Computer: `${role === 'server' ? 'SRV' : 'WS'}${String(host).padStart(4, '0')}.corp.example`,
      UtcTime: new Date(time).toISOString().replace('T', ' ').replace('Z', ''),
      '@timestamp': new Date(time).toISOString(),
    }
    yield { ...base, ...pick(random, makers[role])(random, userOf(host)) }
  }
}

const names = [
  'kim',
  'lee',
  'park',
  'choi',
  'jung',
  'meyer',
  'rossi',
  'novak',
  'silva',
  'okafor',
  'tanaka',
  'weber',
]
const userOf = (host: number) => `${names[host % names.length]}${host}`
const words = [
  'budget',
  'invoice',
  'minutes',
  'offer',
  'report',
  'plan',
  'contract',
  'draft',
  'summary',
  'review',
]
const hosts = [
  'www.example.com',
  'mail.example.org',
  'login.example.net',
  'cdn.example.com',
  'update.example.org',
]

function pick<T>(random: Random, from: readonly (readonly [weight: number, value: T])[]): T {
  const all = from.reduce((sum, [weight]) => sum + weight, 0)
  let at = random() * all
  for (const [weight, value] of from) {
    at -= weight
    if (at < 0) return value
  }
  return from.at(-1)![1]
}
const one = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!
const number = (random: Random, below: number) => Math.floor(random() * below)
const guid = (random: Random) =>
  `{${[8, 4, 4, 4, 12].map((length) => Array.from({ length }, () => number(random, 16).toString(16)).join('')).join('-')}}`
const file = (random: Random) => `${one(random, words)}-${number(random, 9999)}`

type Maker = (random: Random, user: string) => Fields

function started(
  image: string,
  commandLine: string,
  parent: string,
  parentLine: string,
  user: string,
  company: string,
  level = 'Medium',
): (random: Random) => Fields {
  return (random) => ({
    Channel: sysmon,
    EventID: 1,
    Image: image,
    OriginalFileName: image.split('\\').at(-1),
    CommandLine: commandLine,
    Company: company,
    Product: company,
    Description: image
      .split('\\')
      .at(-1)!
      .replace(/\.exe$/i, ''),
    CurrentDirectory: `C:\\Users\\${user}\\`,
    User: `CORP\\${user}`,
    IntegrityLevel: level,
    ParentImage: parent,
    ParentCommandLine: parentLine,
    ProcessId: String(1000 + number(random, 20_000)),
    ProcessGuid: guid(random),
    ParentProcessGuid: guid(random),
    LogonId: `0x${number(random, 1 << 24).toString(16)}`,
    Hashes: `SHA256=${Array.from({ length: 64 }, () => number(random, 16).toString(16))
      .join('')
      .toUpperCase()}`,
  })
}

const explorer = 'C:\\Windows\\explorer.exe'
const microsoft = 'Microsoft Corporation'
const office: Maker = (random, user) => {
  const [program, extension] = one(random, [
    ['WINWORD.EXE', 'docx'],
    ['EXCEL.EXE', 'xlsx'],
    ['POWERPNT.EXE', 'pptx'],
  ] as const)
  const image = `${programs}\\Microsoft Office\\root\\Office16\\${program}`
  const document = `C:\\Users\\${user}\\Documents\\${file(random)}.${extension}`
  return started(image, `"${image}" /n "${document}" /o ""`, explorer, explorer, user, microsoft)(random)
}
const browser: Maker = (random, user) => {
  const image = one(random, [
    `${programs}\\Google\\Chrome\\Application\\chrome.exe`,
    `${programs} (x86)\\Microsoft\\Edge\\Application\\msedge.exe`,
    `${programs}\\Mozilla Firefox\\firefox.exe`,
  ])
  const type = one(random, ['renderer', 'gpu-process', 'utility'])
  return started(
    image,
    `"${image}" --type=${type} --lang=en-US --device-scale-factor=1 --num-raster-threads=4 --renderer-client-id=${number(random, 900)} --mojo-platform-channel-handle=${number(random, 9000)}`,
    image,
    `"${image}"`,
    user,
    'Browser vendor',
    'Low',
  )(random)
}
const service: Maker = (random) => {
  const group = one(random, [
    'netsvcs',
    'LocalServiceNetworkRestricted',
    'UnistackSvcGroup',
    'wsappx',
    'LocalService',
  ])
  return started(
    `${system}\\svchost.exe`,
    `${system}\\svchost.exe -k ${group} -p -s ${one(random, ['wuauserv', 'BITS', 'Schedule', 'Themes', 'WpnService', 'AppXSvc'])}`,
    `${system}\\services.exe`,
    `${system}\\services.exe`,
    'SYSTEM',
    microsoft,
    'System',
  )(random)
}
const background: Maker = (random, user) => {
  const [image, line] = one(random, [
    [`${system}\\RuntimeBroker.exe`, `${system}\\RuntimeBroker.exe -Embedding`],
    [
      `${system}\\backgroundTaskHost.exe`,
      `"${system}\\backgroundTaskHost.exe" -ServerName:App.AppXmtcan0h2tfbfy7k9kn8hbxb6dmzz1zh0.mca`,
    ],
    [`${system}\\dllhost.exe`, `${system}\\DllHost.exe /Processid:${guid(random).toUpperCase()}`],
    [
      `${system}\\SearchProtocolHost.exe`,
      `"${system}\\SearchProtocolHost.exe" Global\\UsGthrFltPipeMssGthrPipe${number(random, 900)} 1 -2147483646`,
    ],
    [`${system}\\taskhostw.exe`, 'taskhostw.exe'],
    [`${system}\\conhost.exe`, `\\??\\${system}\\conhost.exe 0xffffffff -ForceV1`],
  ] as const)
  return started(
    image,
    line,
    `${system}\\svchost.exe`,
    `${system}\\svchost.exe -k DcomLaunch -p`,
    user,
    microsoft,
  )(random)
}
const developer: Maker = (random, user) => {
  const project = `C:\\src\\${one(random, words)}-service`
  const [image, line] = one(random, [
    [
      `${programs}\\Git\\cmd\\git.exe`,
      one(random, [
        'git status',
        'git pull --rebase',
        `git commit -m "${one(random, words)}"`,
        'git fetch origin',
      ]),
    ],
    [`${programs}\\nodejs\\node.exe`, `node ${project}\\node_modules\\vite\\bin\\vite.js build`],
    [`${programs}\\Python312\\python.exe`, `python -m pytest ${project}\\tests`],
    [`${programs}\\dotnet\\dotnet.exe`, `dotnet build ${project}\\app.csproj`],
  ] as const)
  const shell = `${programs}\\Microsoft VS Code\\Code.exe`
  return started(
    image,
    line,
    shell,
    `"${shell}" ${project}`,
    user,
    one(random, ['The Git Development Community', 'Node.js', 'Python Software Foundation']),
  )(random)
}
const administration: Maker = (random, user) => {
  const [image, line] = one(random, [
    [`${system}\\mmc.exe`, `"${system}\\mmc.exe" ${system}\\dsa.msc`],
    [`${system}\\eventvwr.exe`, `"${system}\\eventvwr.exe"`],
    [`${system}\\gpupdate.exe`, 'gpupdate.exe /target:computer'],
    [`${system}\\cmd.exe`, `cmd.exe /c dir C:\\Logs\\${file(random)}`],
  ] as const)
  return started(image, line, explorer, explorer, user, microsoft, 'High')(random)
}
const agent: Maker = (random) => {
  const image = `${programs}\\Contoso Endpoint Manager\\agent.exe`
  return started(
    image,
    `"${image}" --inventory --interval ${number(random, 60)}`,
    `${system}\\services.exe`,
    `${system}\\services.exe`,
    'SYSTEM',
    'Contoso',
    'System',
  )(random)
}
const connection: Maker = (random, user) => ({
  Channel: sysmon,
  EventID: 3,
  Image: one(random, [
    `${programs}\\Google\\Chrome\\Application\\chrome.exe`,
    `${programs}\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE`,
    `${system}\\svchost.exe`,
  ]),
  User: `CORP\\${user}`,
  Protocol: 'tcp',
  Initiated: 'true',
  SourceIp: `10.1.${number(random, 250)}.${number(random, 250)}`,
  SourcePort: String(49_152 + number(random, 16_000)),
  DestinationIp: `198.51.100.${number(random, 250)}`,
  DestinationHostname: one(random, hosts),
  DestinationPort: one(random, ['443', '443', '443', '80']),
})
const query: Maker = (random, user) => ({
  Channel: sysmon,
  EventID: 22,
  Image: `${programs}\\Google\\Chrome\\Application\\chrome.exe`,
  User: `CORP\\${user}`,
  QueryName: one(random, hosts),
  QueryStatus: '0',
  QueryResults: `198.51.100.${number(random, 250)};`,
})
const loaded: Maker = (random, user) => ({
  Channel: sysmon,
  EventID: 7,
  Image: one(random, [
    `${programs}\\Microsoft Office\\root\\Office16\\WINWORD.EXE`,
    `${system}\\svchost.exe`,
    explorer,
  ]),
  ImageLoaded: `${system}\\${one(random, ['kernel32.dll', 'user32.dll', 'ole32.dll', 'crypt32.dll', 'ws2_32.dll', 'wininet.dll'])}`,
  Company: microsoft,
  Signed: 'true',
  Signature: 'Microsoft Windows',
  SignatureStatus: 'Valid',
  User: `CORP\\${user}`,
})
const written: Maker = (random, user) => ({
  Channel: sysmon,
  EventID: 11,
  Image: one(random, [
    `${programs}\\Microsoft Office\\root\\Office16\\WINWORD.EXE`,
    `${programs}\\Google\\Chrome\\Application\\chrome.exe`,
    explorer,
  ]),
  TargetFilename: one(random, [
    `C:\\Users\\${user}\\Documents\\${file(random)}.docx`,
    `C:\\Users\\${user}\\AppData\\Local\\Google\\Chrome\\User Data\\Default\\Cache\\f_${number(random, 99_999).toString(16)}`,
    `C:\\Users\\${user}\\Downloads\\${file(random)}.pdf`,
  ]),
  User: `CORP\\${user}`,
})
const registry: Maker = (random, user) => ({
  Channel: sysmon,
  EventID: 13,
  EventType: 'SetValue',
  Image: one(random, [explorer, `${system}\\svchost.exe`]),
  TargetObject: `HKU\\S-1-5-21-1-2-3-${1000 + number(random, 500)}\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\${one(random, ['RecentDocs', 'UserAssist', 'StreamMRU'])}\\${number(random, 99)}`,
  Details: 'Binary Data',
  User: `CORP\\${user}`,
})
const signedIn: Maker = (random, user) => ({
  Channel: 'Security',
  EventID: 4624,
  Provider_Name: 'Microsoft-Windows-Security-Auditing',
  TargetUserName: user,
  TargetDomainName: 'CORP',
  LogonType: one(random, ['2', '3', '3', '7', '11']),
  AuthenticationPackageName: 'Kerberos',
  LogonProcessName: 'Kerberos',
  IpAddress: `10.1.${number(random, 250)}.${number(random, 250)}`,
  WorkstationName: `WS${number(random, 240)}`,
})
const signedOut: Maker = (random, user) => ({
  Channel: 'Security',
  EventID: 4634,
  TargetUserName: user,
  TargetDomainName: 'CORP',
  LogonType: one(random, ['3', '7']),
})
const serviceState: Maker = (random) => ({
  Channel: 'System',
  EventID: 7036,
  Provider_Name: 'Service Control Manager',
  param1: one(random, [
    'Windows Update',
    'Background Intelligent Transfer Service',
    'Windows Modules Installer',
  ]),
  param2: one(random, ['running', 'stopped']),
})
const script: Maker = (random) => ({
  Channel: 'Microsoft-Windows-PowerShell/Operational',
  EventID: 4104,
  ScriptBlockText: one(random, [
    'Get-Service | Where-Object Status -eq "Running"',
    'Get-ChildItem C:\\Logs -Filter *.log | Measure-Object',
    `Write-Output "inventory ${number(random, 9999)}"`,
    'prompt',
  ]),
  MessageNumber: 1,
  MessageTotal: 1,
})

const common: readonly (readonly [number, Maker])[] = [
  [14, service],
  [10, background],
  [16, loaded],
  [10, registry],
  [8, signedIn],
  [6, signedOut],
  [3, serviceState],
  [3, agent],
]
const makers: Readonly<Record<'office' | 'developer' | 'server', readonly (readonly [number, Maker])[]>> = {
  office: [...common, [4, office], [16, browser], [10, connection], [10, query], [10, written]],
  developer: [
    ...common,
    [20, developer],
    [12, browser],
    [8, connection],
    [8, query],
    [8, written],
    [1, script],
  ],
  server: [...common, [20, signedIn], [4, script], [2, administration]],
}

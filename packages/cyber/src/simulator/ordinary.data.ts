/** Programs that people and systems start, with who starts them. */
export const windowsPrograms: readonly (readonly [image: string, commandLine: string, parent: string])[] = [
  [
    'C:\\Program Files\\Microsoft Office\\Office15\\OUTLOOK.EXE',
    '"OUTLOOK.EXE" /recycle',
    'C:\\Windows\\explorer.exe',
  ],
  [
    'C:\\Program Files\\Microsoft Office\\Office15\\EXCEL.EXE',
    '"EXCEL.EXE" /dde',
    'C:\\Windows\\explorer.exe',
  ],
  [
    'C:\\Program Files\\Microsoft Office\\Office15\\WINWORD.EXE',
    '"WINWORD.EXE" /n "C:\\Users\\Public\\minutes.docx"',
    'C:\\Windows\\explorer.exe',
  ],
  [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    '"chrome.exe" --type=renderer',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  [
    'C:\\Windows\\System32\\svchost.exe',
    'C:\\Windows\\System32\\svchost.exe -k netsvcs',
    'C:\\Windows\\System32\\services.exe',
  ],
  ['C:\\Windows\\System32\\taskhostw.exe', 'taskhostw.exe', 'C:\\Windows\\System32\\svchost.exe'],
  [
    'C:\\Windows\\System32\\gpupdate.exe',
    'gpupdate.exe /target:computer',
    'C:\\Windows\\System32\\svchost.exe',
  ],
  ['C:\\Windows\\System32\\net.exe', 'net use H: \\\\files01\\home', 'C:\\Windows\\System32\\cmd.exe'],
  ['C:\\Windows\\System32\\ipconfig.exe', 'ipconfig /all', 'C:\\Windows\\System32\\cmd.exe'],
  ['C:\\Windows\\System32\\PING.EXE', 'ping -n 4 10.1.0.1', 'C:\\Windows\\System32\\cmd.exe'],
  [
    'C:\\Windows\\System32\\conhost.exe',
    '\\??\\C:\\Windows\\System32\\conhost.exe 0x4',
    'C:\\Windows\\System32\\cmd.exe',
  ],
  [
    'C:\\Windows\\System32\\spoolsv.exe',
    'C:\\Windows\\System32\\spoolsv.exe',
    'C:\\Windows\\System32\\services.exe',
  ],
  [
    'C:\\Windows\\System32\\wbem\\WmiPrvSE.exe',
    'wmiprvse.exe -secured -Embedding',
    'C:\\Windows\\System32\\svchost.exe',
  ],
  [
    'C:\\Program Files\\7-Zip\\7zFM.exe',
    '"7zFM.exe" "C:\\Users\\Public\\report.zip"',
    'C:\\Windows\\explorer.exe',
  ],
]

/** What a payment server runs besides. */
export const paymentPrograms: typeof windowsPrograms = [
  ['D:\\Alliance\\Access\\bin\\BSS.exe', 'BSS.exe -service', 'D:\\Alliance\\Access\\bin\\SAM.exe'],
  ['D:\\Alliance\\Access\\bin\\MXS.exe', 'MXS.exe -queue in', 'D:\\Alliance\\Access\\bin\\SAM.exe'],
  [
    'D:\\Alliance\\Access\\bin\\nroff.exe',
    'nroff.exe -p PRT01 message.prt',
    'D:\\Alliance\\Access\\bin\\MXS.exe',
  ],
  [
    'D:\\oracle\\bin\\sqlplus.exe',
    'sqlplus -S reports/***@SAA @daily_count.sql',
    'C:\\Windows\\System32\\cmd.exe',
  ],
  ['C:\\Program Files\\Backup\\agent.exe', 'agent.exe --incremental', 'C:\\Windows\\System32\\services.exe'],
]

/** Commands on Unix servers. */
export const unixCommands: readonly (readonly string[])[] = [
  ['/usr/bin/ls', '-l', '/var/log'],
  ['/usr/bin/ps', '-ef'],
  ['/usr/bin/grep', '-c', 'ERROR', '/var/log/app.log'],
  ['/usr/sbin/logrotate', '/etc/logrotate.conf'],
  ['/usr/bin/tar', '-czf', '/backup/etc.tgz', '/etc'],
  ['/usr/bin/rsync', '-a', '/data/', 'backup01:/data/'],
  ['/usr/bin/find', '/tmp', '-mtime', '+7', '-delete'],
  ['/bin/rm', '-rf', '/tmp/build'],
  ['/bin/dd', 'if=/dev/sda', 'of=/backup/disk.img', 'bs=4M'],
  ['/usr/bin/systemctl', 'status', 'nginx'],
  ['/usr/bin/df', '-h'],
  ['/usr/bin/ssh', 'backup01', 'uptime'],
]

/** Services whose states Windows tells of. */
export const windowsServices = [
  'Windows Update',
  'Print Spooler',
  'Windows Modules Installer',
  'Background Intelligent Transfer Service',
  'WMI Performance Adapter',
  'Application Experience',
]

/** Names that hosts look up; all of them under domains set aside for examples (RFC 2606). */
export const siteNames = [
  'mail.example.com',
  'www.example.org',
  'news.example.net',
  'update.example.com',
  'cdn.example.net',
  'search.example.org',
  'weather.example.com',
  'bank.example',
]

/** What is fetched on the web. */
export const webPaths = [
  '/',
  '/index.html',
  '/images/logo.png',
  '/news/today',
  '/css/site.css',
  '/login',
  '/accounts',
  '/search?q=rates',
  '/branches',
  '/help',
]
